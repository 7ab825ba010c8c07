import type { ComponentChildren } from 'preact';
import type { Form } from '../form/use-form.ts';
import { componentTexts } from '../texts.ts';
import { describedBy, FieldError, FieldFrame, type FieldTexts } from './field-frame.tsx';

export interface Option { readonly value: string; readonly label: string; readonly description?: string }

interface SelectProps<Name extends string> extends FieldTexts {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly options: readonly (Option & { readonly group?: string })[];
  readonly onChoose?: (value: string) => void;
  /** What no choice means, where it means something. */
  readonly empty?: string;
}
export function Select<Name extends string>({ form, name, options, onChoose, empty, ...texts }: SelectProps<Name>) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  const groups = [...new Set(options.map(({ group }) => group))];
  const entries = (group: string | undefined) => options.filter((option) => option.group === group).map(({ value, label }) => <option key={value} value={value}>{label}</option>);
  return (
    <FieldFrame id={id} error={error} {...texts}>
      <select
        class="ds-input" id={id} value={form.text(name)}
        aria-invalid={error ? 'true' : undefined} aria-describedby={describedBy(id, texts.description && 'description', error && 'error')}
        onChange={(event) => {
          form.set(name, event.currentTarget.value);
          onChoose?.(event.currentTarget.value);
        }}
      >
        <option value="">{empty ?? componentTexts().choose}</option>
        {groups.map((group) => (group === undefined ? entries(group) : <optgroup key={group} label={group}>{entries(group)}</optgroup>))}
      </select>
    </FieldFrame>
  );
}

/** The first choice carries the field's id, so that the error summary lands on it. */
export function Radios<Name extends string>({ form, name, label, description, optional, options }: FieldTexts & {
  readonly form: Form<Name>; readonly name: Name; readonly options: readonly Option[];
}) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  return (
    <fieldset class="ds-fieldset" data-color={error ? 'danger' : undefined} aria-describedby={describedBy(id, description && 'description', error && 'error')}>
      <legend class="ds-label">{label}{optional && <span class="optional"> ({componentTexts().optional})</span>}</legend>
      {description && <p data-field="description" id={`${id}-description`}>{description}</p>}
      <div class="choices">
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div class="ds-field choice" key={option.value}>
              <input
                class="ds-input" type="radio" id={own} name={id} value={option.value} checked={form.text(name) === option.value}
                aria-invalid={error ? 'true' : undefined} aria-describedby={option.description ? `${own}-about` : undefined}
                onChange={() => form.set(name, option.value)}
              />
              <label class="ds-label" for={own} data-weight="regular">{option.label}</label>
              {option.description && <p data-field="description" id={`${own}-about`}>{option.description}</p>}
            </div>
          );
        })}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

export function Checkbox<Name extends string>({ form, name, label, description }: FieldTexts & { readonly form: Form<Name>; readonly name: Name }) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  return (
    <div class="ds-field choice">
      <input
        class="ds-input" type="checkbox" id={id} checked={form.flag(name)} aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, description && 'description', error && 'error')}
        onChange={(event) => form.set(name, event.currentTarget.checked)}
      />
      <label class="ds-label" for={id} data-weight="regular">{label}</label>
      {description && <p data-field="description" id={`${id}-description`}>{description}</p>}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** A group of check boxes under one question. */
export function Group({ label, description, children }: { readonly label: string; readonly description?: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{label}</legend>
      {description && <p data-field="description">{description}</p>}
      <div class="choices">{children}</div>
    </fieldset>
  );
}
