import { Button } from '../../../components/button/button.tsx';
import { Checkbox, Select } from '../../../components/field/choices.tsx';
import { FieldError } from '../../../components/field/field-frame.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { bilingual } from '../../../language/language.ts';
import { areaName, areas } from './areas.ts';
import { type Document, listAt, toggled, valueAt, withValue } from './document.ts';
import { type Fault, faultsWithin, reasonOf } from './document-form.ts';
import type { Field, Unit } from './fields.ts';
import { nameOf } from './value-words.ts';
import { valuesOf, wordOf } from './words.ts';

const texts = bilingual({
  units: { days: 'dagar', workingDays: 'arbetsdagar', months: 'månader', number: '' } satisfies Record<Unit, string>, all: 'Inget valt: alla.', swedish: 'svenska', english: 'engelska',
  anywhere: 'Inget valt: var som helst.', noAreas: 'Registret har inga områden. De läggs upp under Register.', any: 'Spelar ingen roll', add: 'Lägg till', remove: 'Ta bort', up: 'Flytta upp', down: 'Flytta ned', item: (n: number) => `nummer ${n}`,
  firstMatch: 'Den första regel som stämmer avgör. Den sista ska gälla alla.', everyone: 'Alla i registret. Lägg till ett villkor för att begränsa.', use: (name: string) => `Använd: ${name}`,
}, {
  units: { days: 'days', workingDays: 'working days', months: 'months', number: '' }, all: 'None chosen: all.', swedish: 'Swedish', english: 'English',
  anywhere: 'None chosen: anywhere.', noAreas: 'The register has no areas. They are added under Registers.', any: 'Makes no difference', add: 'Add', remove: 'Remove', up: 'Move up', down: 'Move down', item: (n: number) => `number ${n}`,
  firstMatch: 'The first rule that matches decides. The last must be about all.', everyone: 'Everyone in the register. Add a condition to narrow it.', use: (name: string) => `Use: ${name}`,
});

export interface Editing {
  readonly form: Form<string>;
  readonly document: Document;
  readonly faults: readonly Fault[];
  readonly change: (next: Document) => void;
}
interface FieldProps extends Editing {
  readonly field: Field;
  /** Where the field's own pointer begins: of an item in a list. */
  readonly base?: string;
}

/** One field of the table, as what edits it. */
export function RoutineField({ field, base = '', ...editing }: FieldProps) {
  const text = texts();
  const at = base + field.at;
  const { form } = editing;
  switch (field.kind) {
    case 'number':
      return <><TextField form={form} name={at} label={nameOf(field)} {...(text.units[field.unit] && { description: text.units[field.unit] })} inputMode="numeric" size={6} /><Warnings {...editing} at={at} /></>;
    case 'text':
      return <><TextField form={form} name={at} label={nameOf(field)} /><Warnings {...editing} at={at} /></>;
    case 'localised':
      return <>
        <TextArea marking={null} form={form} name={`${at}/sv`} label={`${nameOf(field)}, ${text.swedish}`} most={600} rows={2} />
        <TextArea marking={null} form={form} name={`${at}/en`} label={`${nameOf(field)}, ${text.english}`} most={600} rows={2} />
        <Warnings {...editing} at={`${at}/en`} />
      </>;
    case 'one':
      return <><Select form={form} name={at} label={nameOf(field)} {...(field.any && { empty: text.any })} options={valuesOf(field.list).map((value) => ({ value, label: wordOf(field.list, value) }))} /><Warnings {...editing} at={at} /></>;
    case 'several': return <Several {...editing} field={field} at={at} />;
    case 'areas': return <Areas {...editing} field={field} at={at} />;
    case 'part': return <Part {...editing} field={field} at={at} />;
    case 'list': return <List {...editing} field={field} at={at} />;
  }
}
type At<K extends Field['kind']> = Editing & { readonly field: Field & { readonly kind: K }; readonly at: string };

function Warnings({ faults, at }: Editing & { readonly at: string }) {
  return <>{faults.filter(({ severity, pointer }) => severity === 'warning' && pointer === at).map((fault) => <p key={fault.code} class="small routine-warning">{reasonOf(fault)}</p>)}</>;
}

interface Choosing extends Editing {
  readonly at: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly wordFor: (value: string) => string;
  readonly description?: string | undefined;
  /** Nothing chosen stands for all: an empty list would be none at all. */
  readonly any: boolean;
}
/** Some of a list; what is there already and is not in the list stays until somebody takes it away. */
function Choices({ form, faults, at, document, change, name, values, wordFor, description, any }: Choosing) {
  const found = faultsWithin(faults, at);
  const id = form.idOf(at);
  const chosen = listAt(document, at).map(String);
  const offered = [...values, ...chosen.filter((value) => !values.includes(value))];
  const own: Form<string> = { ...form, set: (field, on) => {
    const value = field.slice(at.length + 1);
    const next = toggled(values, chosen, value, on === true);
    change(withValue(document, at, any && next.length === 0 ? undefined : next));
  }, errorAt: () => undefined };
  const wrong = found.filter(({ severity }) => severity === 'fault').map(reasonOf);
  return (
    <fieldset class="ds-fieldset" id={id} tabIndex={-1} data-color={wrong.length > 0 ? 'danger' : undefined} aria-describedby={wrong.length > 0 ? `${id}-error` : undefined}>
      <legend class="ds-label">{name}</legend>
      {description !== undefined && <p data-field="description">{description}</p>}
      <div class="choices routine-several">{offered.map((value) => <Checkbox key={value} form={own} name={`${at}#${value}`} label={wordFor(value)} />)}</div>
      <FieldError id={id} error={[...new Set(wrong)].join(' ')} />
      {found.filter(({ severity }) => severity === 'warning').map((fault) => <p key={`${fault.pointer} ${fault.code}`} class="small routine-warning">{reasonOf(fault)}</p>)}
    </fieldset>
  );
}

function Several({ field, ...editing }: At<'several'>) {
  return <Choices {...editing} name={nameOf(field)} values={valuesOf(field.list)} wordFor={(value) => wordOf(field.list, value)} any={field.any === true} description={field.any ? texts().all : undefined} />;
}

function Areas({ field, ...editing }: At<'areas'>) {
  const text = texts();
  const known = areas.value.map(({ id }) => id);
  return <Choices {...editing} name={nameOf(field)} values={known} wordFor={areaName} any description={known.length === 0 ? text.noAreas : text.anywhere} />;
}

function Part({ field, at, ...editing }: At<'part'>) {
  const { form, document, change } = editing;
  const there = valueAt(document, at) !== null && valueAt(document, at) !== undefined;
  const own: Form<string> = { ...form, flag: () => there, set: (_, value) => change(withValue(document, at, value === true ? field.fresh : null)) };
  return (
    <div class="routine-item">
      <Checkbox form={own} name={at} label={texts().use(nameOf(field))} />
      <Warnings {...editing} at={at} />
      {there && field.fields.map((inner) => <RoutineField key={inner.at} {...editing} field={inner} base={at.slice(0, at.length - field.at.length)} />)}
    </div>
  );
}

function List({ field, at, ...editing }: At<'list'>) {
  const text = texts();
  const { form, document, change, faults } = editing;
  const items = listAt(document, at);
  const put = (next: readonly unknown[]) => change(withValue(document, at, next.length === 0 && field.optional ? null : next));
  const moved = (index: number, by: -1 | 1) => put(items.map((item, place) => (place === index + by ? items[index] : place === index ? items[index + by] : item)));
  const wrong = faults.filter(({ pointer, severity }) => pointer === at && severity === 'fault').map(reasonOf);
  const id = form.idOf(at);
  return (
    <fieldset class="ds-fieldset routine-list" id={id} tabIndex={-1} data-color={wrong.length > 0 ? 'danger' : undefined}>
      <legend class="ds-label">{nameOf(field)}</legend>
      {field.ordered && <p data-field="description">{text.firstMatch}</p>}
      {field.optional && items.length === 0 && <p data-field="description">{text.everyone}</p>}
      <FieldError id={id} error={wrong.join(' ')} />
      <Warnings {...editing} at={at} />
      {items.map((_, index) => {
        const name = `${nameOf(field)}, ${text.item(index + 1)}`;
        const place = `${at}/${index}`;
        return (
          // What goes by its place has no other name.
          // oxlint-disable-next-line react/no-array-index-key
          <div class="routine-item" key={index} role="group" aria-label={name} id={form.idOf(place)} tabIndex={-1}>
            <strong>{index + 1}.</strong>
            <FieldError id={form.idOf(place)} error={faults.filter(({ pointer, severity }) => pointer === place && severity === 'fault').map(reasonOf).join(' ')} />
            {field.item.map((inner) => <RoutineField key={inner.at} {...editing} field={inner} base={place} />)}
            <div class="buttons">
              {field.ordered && index > 0 && <Button kind="tertiary" label={`${text.up}: ${name}`} onClick={() => moved(index, -1)}>{text.up}</Button>}
              {field.ordered && index < items.length - 1 && <Button kind="tertiary" label={`${text.down}: ${name}`} onClick={() => moved(index, 1)}>{text.down}</Button>}
              <Button kind="tertiary" label={`${text.remove}: ${name}`} onClick={() => put(items.filter((__, other) => other !== index))}>{text.remove}</Button>
            </div>
          </div>
        );
      })}
      <div class="buttons"><Button kind="secondary" label={`${text.add}: ${nameOf(field)}`} onClick={() => put(field.ordered ? [field.fresh, ...items] : [...items, field.fresh])}>{text.add}</Button></div>
    </fieldset>
  );
}
