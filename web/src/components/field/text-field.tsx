import type { Form } from '../form/use-form.ts';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

interface TextFieldProps<Name extends string> extends FieldTexts {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'search';
  /** Characters wide; full width without it. */
  readonly size?: number;
}
export function TextField<Name extends string>({ form, name, autocomplete = 'off', inputMode, size, ...texts }: TextFieldProps<Name>) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  return (
    <FieldFrame id={id} error={error} {...texts}>
      <input
        class="ds-input" type="text" id={id} value={form.text(name)} autocomplete={autocomplete} inputMode={inputMode} size={size} spellcheck={false}
        aria-invalid={error ? 'true' : undefined} aria-describedby={describedBy(id, texts.description && 'description', error && 'error')}
        onInput={(event) => form.set(name, event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
