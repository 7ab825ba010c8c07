import { useEffect, useState } from 'preact/hooks';
import { findPersonNames } from '../../../../functions/contracts/person-name.ts';
import { type PersonalNumberFinding, remainingPersonalNumbers } from '../../../../functions/contracts/personal-number.ts';
import { Button } from '../button/button.tsx';
import type { Form } from '../form/use-form.ts';
import { componentTexts } from '../texts.ts';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

export interface Marking {
  /** The ten digits of findings that somebody has said are no personal numbers. */
  readonly dismissed: readonly string[];
  /** Absent where the text leaves as it is sent: there the server refuses every finding. */
  readonly dismiss?: (digits: string) => void;
  /** Absent where there is nowhere to move it. */
  readonly move?: (finding: string, rest: string) => void;
}
export const markedOnly: Marking = { dismissed: [] };
interface TextAreaProps<Name extends string> extends FieldTexts {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly most: number;
  readonly rows?: number;
  /** Marks personal identity numbers as they are typed (L8), and warns of names (N2). */
  readonly marking?: Marking;
}
/** Grows with its text. The counter is our own: the design system's clears the error state. */
export function TextArea<Name extends string>({ form, name, most, rows = 4, marking, ...texts }: TextAreaProps<Name>) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  const value = form.text(name);
  const found = marking ? remainingPersonalNumbers(value, marking.dismissed) : [];
  const left = most - value.length;
  const near = left < Math.max(100, most / 10);
  return (
    <FieldFrame id={id} error={error} {...texts} after={<>
      {near && <Counter id={`${id}-counter`} left={left} />}
      {marking && <Findings value={value} found={found} marking={marking} />}
    </>}>
      <div class="growing" data-rows={rows}>
        <div class="growing-mirror" aria-hidden="true"><Marked value={value} found={found} />{'\n'}</div>
        <textarea
          class="ds-input" id={id} rows={rows} value={value} autocomplete="off"
          aria-invalid={error ? 'true' : undefined} aria-describedby={describedBy(id, texts.description && 'description', near && 'counter', error && 'error')}
          onInput={(event) => form.set(name, event.currentTarget.value)}
        />
      </div>
    </FieldFrame>
  );
}

/** Seen at once, said aloud only when the typing rests. */
function Counter({ id, left }: { readonly id: string; readonly left: number }) {
  const text = left >= 0 ? componentTexts().charactersLeft(left) : componentTexts().charactersOver(-left);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 1200);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class={left < 0 ? 'counter counter-over' : 'counter'}>
      <span id={id}>{text}</span>
      <span class="ds-sr-only" role="status">{said}</span>
    </p>
  );
}

type Span = { readonly start: number; readonly end: number };
export function Marked({ value, found }: { readonly value: string; readonly found: readonly Span[] }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of found) {
    pieces.push(value.slice(at, start), <mark key={start}>{value.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(value.slice(at));
  return <>{pieces}</>;
}

function Findings({ value, found, marking }: { readonly value: string; readonly found: readonly PersonalNumberFinding[]; readonly marking: Marking }) {
  const text = componentTexts();
  const names = [...new Set(findPersonNames(value).map(({ name }) => name))];
  return (
    <div class="findings" role="status">
      {found.map(({ start, end, digits }) => {
        const finding = value.slice(start, end);
        return (
          <div class="finding" key={start}>
            <p>{text.personalNumberFound} <strong>{finding}</strong></p>
            <div class="buttons">
              {marking.move && <Button kind="secondary" onClick={() => marking.move?.(finding, (value.slice(0, start) + value.slice(end)).replace(/ {2,}/g, ' '))}>{text.toPatientReference}</Button>}
              {marking.dismiss && <Button kind="tertiary" onClick={() => marking.dismiss?.(digits)}>{text.notPersonalNumber}</Button>}
            </div>
          </div>
        );
      })}
      {names.length > 0 && <p class="finding">{text.nameFound(names.join(', '))}</p>}
    </div>
  );
}
