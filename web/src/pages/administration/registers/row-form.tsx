import { useState } from 'preact/hooks';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox, Group, Select } from '../../../components/field/choices.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { fieldTexts } from './field-texts.ts';
import type { Field, RowOption, Surroundings } from './fields.ts';
import { countOf, mostRows, type RowForm } from './row-values.ts';
import { registerTexts } from './texts.ts';

/** The fields of a row, as its register describes them. */
export function RowFields({ form, fields, around, isNew, prefix = '' }: {
  readonly form: RowForm; readonly fields: readonly Field[]; readonly around: Surroundings; readonly isNew: boolean; readonly prefix?: string;
}) {
  return <>{fields.map((field) => (field.fixed && !isNew ? null : <OneField key={field.path} form={form} field={field} around={around} isNew={isNew} name={prefix + field.path} />))}</>;
}

function OneField({ form, field, around, isNew, name }: { readonly form: RowForm; readonly field: Field; readonly around: Surroundings; readonly isNew: boolean; readonly name: string }) {
  const words = fieldTexts();
  const label = words.label[field.label];
  const description = field.about === undefined ? undefined : words.about[field.about];
  const optional = field.optional ?? false;
  const options = field.options?.(around) ?? [];
  const offered = options.filter(({ value, closed }) => closed !== true || value === form.text(name) || form.flag(`${name}.${value}`));
  switch (field.kind) {
    case 'flag': return <Checkbox form={form} name={name} label={label} />;
    case 'choice': return <Choice form={form} name={name} label={label} description={description} optional={optional} options={withCurrent(offered, form.text(name))} />;
    case 'choices': return <Group label={label} {...(description !== undefined && { description })}>{offered.map((option) => <Checkbox key={option.value} form={form} name={`${name}.${option.value}`} label={option.label} />)}</Group>;
    case 'long': return <TextArea form={form} name={name} label={label} most={textLimit.medium} rows={2} />;
    case 'rows': return <Rows form={form} field={field} around={around} isNew={isNew} name={name} label={label} />;
    case 'date':
    case 'number': return <TextField form={form} name={name} label={label} description={description} optional={optional} inputMode="numeric" size={12} />;
    case 'text': return <TextField form={form} name={name} label={label} description={description} optional={optional} />;
  }
}
/** Beyond so many, a list is narrowed by what is typed above it. */
const mostListed = 100;
function Choice({ form, name, label, description, optional, options }: { readonly form: RowForm; readonly name: string; readonly label: string; readonly description: string | undefined; readonly optional: boolean; readonly options: readonly RowOption[] }) {
  const text = registerTexts();
  const [wanted, setWanted] = useState('');
  const select = (some: readonly RowOption[]) => <Select form={form} name={name} label={label} description={description} optional={optional} options={some} />;
  if (options.length <= mostListed) return select(options);
  const words = wanted.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const found = options.filter(({ label: said }) => words.every((word) => said.toLocaleLowerCase('sv').includes(word)));
  const id = `${form.idOf(name)}-narrow`;
  return (
    <div class="stack">
      <div class="ds-field">
        <label class="ds-label" for={id}>{text.narrow(label)}</label>
        <input id={id} class="ds-input" type="search" autocomplete="off" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
        <p class="small" role="status">{text.narrowed(Math.min(found.length, mostListed), options.length)}</p>
      </div>
      {select(options.filter((option) => option.value === form.text(name) || found.slice(0, mostListed).includes(option)))}
    </div>
  );
}
/** What a row names stays a choice, even when it is no longer offered. */
const withCurrent = (options: readonly RowOption[], value: string): readonly RowOption[] => (value === '' || options.some((option) => option.value === value) ? options : [...options, { value, label: value }]);

function Rows({ form, field, around, isNew, name, label }: { readonly form: RowForm; readonly field: Field; readonly around: Surroundings; readonly isNew: boolean; readonly name: string; readonly label: string }) {
  const text = registerTexts();
  const count = countOf(form, name);
  const drop = (gone: number) => {
    const values: Record<string, string | boolean> = { [`count-${name}`]: String(count - 1) };
    for (let index = gone; index < count; index += 1) {
      for (const { path } of field.fields ?? []) values[`${name}.${index}.${path}`] = form.text(`${name}.${index + 1}.${path}`);
    }
    form.setAll(values);
  };
  return (
    <fieldset class="ds-fieldset register-rows">
      <legend class="ds-label">{label}</legend>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} class="panel" role="group" aria-label={text.rowOf(label, index + 1)}>
          <RowFields form={form} fields={field.fields ?? []} around={around} isNew={isNew} prefix={`${name}.${index}.`} />
          <Button kind="tertiary" label={`${text.remove}: ${text.rowOf(label, index + 1)}`} onClick={() => drop(index)}>{text.remove}</Button>
        </div>
      ))}
      {count < mostRows && <Button kind="secondary" label={`${text.addRow}: ${label}`} onClick={() => form.set(`count-${name}`, String(count + 1))}>{text.addRow}</Button>}
    </fieldset>
  );
}
