import { serverNow } from '../../language/server-time.ts';
import { Button } from '../button/button.tsx';
import type { Form } from '../form/use-form.ts';
import { componentTexts } from '../texts.ts';
import { describedBy, FieldError, type FieldTexts } from './field-frame.tsx';
import { typedMoment } from './moment.ts';

/**
 * Date and time as four short texts: `type=date` follows the browser's language instead of the page's.
 * `names` are the form's fields for day, month, year and time; errors lie at the day.
 */
export function MomentField<Name extends string>({ form, names, label, description }: FieldTexts & {
  readonly form: Form<Name>; readonly names: readonly [Name, Name, Name, Name];
}) {
  const text = componentTexts();
  const [day, month, year, time] = names;
  const id = form.idOf(day);
  const error = form.errorAt(day);
  const part = (name: Name, title: string, size: number, mode: 'numeric' | 'text') => (
    <div class="moment-part">
      <label class="ds-label" data-weight="regular" for={form.idOf(name)}>{title}</label>
      <input
        class="ds-input" type="text" id={form.idOf(name)} size={size} inputMode={mode} autocomplete="off" maxLength={5} value={form.text(name)}
        aria-invalid={error ? 'true' : undefined} onInput={(event) => form.set(name, event.currentTarget.value)}
      />
    </div>
  );
  const now = () => {
    const at = serverNow();
    if (at === null) return;
    const typed = typedMoment(at);
    form.set(day, typed.day);
    form.set(month, typed.month);
    form.set(year, typed.year);
    form.set(time, typed.time);
  };
  return (
    <fieldset class="ds-fieldset" data-color={error ? 'danger' : undefined} aria-describedby={describedBy(id, description && 'description', error && 'error')}>
      <legend class="ds-label">{label}</legend>
      {description && <p data-field="description" id={`${id}-description`}>{description}</p>}
      <div class="moment">
        {part(day, text.day, 2, 'numeric')}
        {part(month, text.month, 2, 'numeric')}
        {part(year, text.year, 4, 'numeric')}
        {part(time, text.time, 5, 'text')}
        <Button kind="tertiary" onClick={now} label={`${text.rightNow}: ${label}`}>{text.rightNow}</Button>
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
