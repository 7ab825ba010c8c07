import type { RegisterRowView } from '../../../../../functions/contracts/register-administration.ts';
import { dateAndTime } from '../../../language/dates.ts';
import { fieldTexts } from './field-texts.ts';
import { fieldsOf, type Surroundings } from './fields.ts';
import { shownRegisters } from './shown-registers.ts';
import { registerTexts } from './texts.ts';

type Change = RegisterRowView['changes'][number];

/** Who changed what, newest first. */
export function ChangeLog({ changes, around }: { readonly changes: readonly Change[]; readonly around: Surroundings }) {
  const text = registerTexts();
  return (
    <section class="panel">
      <h2>{text.changes}</h2>
      {changes.length === 0 ? <p>{text.noChanges}</p> : (
        <ol class="roomy">{changes.map((change) => (
          <li key={change.version}>
            <p>{text.changed[change.kind]}, {change.by}, {dateAndTime(change.at)}</p>
            <ul class="ds-list">{differences(change, around).map((line) => <li key={line}>{line}</li>)}</ul>
          </li>
        ))}</ol>
      )}
    </section>
  );
}

function differences({ before, after }: Change, around: Surroundings): readonly string[] {
  const register = shownRegisters.find((name) => name === after.register);
  if (register === undefined) return [];
  const words = fieldTexts();
  return fieldsOf[register].flatMap((field) => {
    const say = (value: unknown): string => {
      const inner = field.path.split('.').reduce<unknown>((found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined), value);
      const known = (one: unknown) => field.options?.(around).find((option) => option.value === String(one))?.label ?? String(one);
      if (inner === undefined || inner === '') return '–';
      if (Array.isArray(inner)) return inner.map((one: unknown) => (typeof one === 'object' ? JSON.stringify(one) : known(one))).join(', ') || '–';
      return typeof inner === 'boolean' ? (inner ? registerTexts().yes : registerTexts().no) : known(inner);
    };
    const [was, is] = [before === null ? '–' : say(before.value), say(after.value)];
    return was === is ? [] : [field.kind === 'rows' ? words.label[field.label] : `${words.label[field.label]}: ${before === null ? is : `${was} → ${is}`}`];
  });
}
