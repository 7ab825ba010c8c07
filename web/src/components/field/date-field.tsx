import type { Form } from '../form/use-form.ts';
import { componentTexts } from '../texts.ts';
import { describedBy, FieldError, type FieldTexts } from './field-frame.tsx';

/** A date as three short texts; errors lie at the day. `names`: the form's fields for day, month and year. */
export function DateField<Name extends string>({ form, names, label, description, optional }: FieldTexts & { readonly form: Form<Name>; readonly names: readonly [Name, Name, Name] }) {
  const text = componentTexts();
  const id = form.idOf(names[0]);
  const error = form.errorAt(names[0]);
  const parts = [[names[0], text.day, 2], [names[1], text.month, 2], [names[2], text.year, 4]] as const;
  return (
    <fieldset class="ds-fieldset" data-color={error ? 'danger' : undefined} aria-describedby={describedBy(id, description && 'description', error && 'error')}>
      <legend class="ds-label">{label}{optional && <span class="optional"> ({text.optional})</span>}</legend>
      {description && <p data-field="description" id={`${id}-description`}>{description}</p>}
      <div class="moment">
        {parts.map(([name, title, size]) => (
          <div class="moment-part" key={name}>
            <label class="ds-label" data-weight="regular" for={form.idOf(name)}>{title}</label>
            <input
              class="ds-input" type="text" id={form.idOf(name)} size={size} inputMode="numeric" autocomplete="off" maxLength={4} value={form.text(name)}
              aria-invalid={error ? 'true' : undefined} onInput={(event) => form.set(name, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
