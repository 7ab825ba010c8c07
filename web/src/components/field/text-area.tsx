import { useEffect, useState } from 'preact/hooks';
import { type IdentifyingFinding, isNumber, unresolvedFindings } from '../../../../functions/contracts/identifying.ts';
import { Button } from '../button/button.tsx';
import type { Form } from '../form/use-form.ts';
import { componentTexts } from '../texts.ts';
import { findingTexts } from './finding-texts.ts';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.tsx';

export interface Marking {
  /** Marks of findings that somebody has said identify nobody. */
  readonly dismissed: readonly string[];
  readonly dismiss?: (mark: string) => void;
  /** Of numbers; absent where there is nowhere to move them. */
  readonly move?: (finding: string, rest: string, mark: string) => void;
  /** The text leaves: all that may tell whom it is about is marked, and sending is refused while any is left (R4). */
  readonly leaves?: boolean;
  /** Names of organisations and units, which are no persons'. */
  readonly known?: readonly string[];
}
/** Of a text that stays: numbers are marked, and nothing is asked. */
const markedOnly: Marking = { dismissed: [] };
/** Of a text that leaves as it is written; what its writer says is harmless stands in the form's field `dismissed`. */
export const leaving = <Name extends string>(form: Form<Name | 'dismissed'>, known: readonly string[] = []): Marking => ({
  leaves: true, known, dismissed: saidHarmless(form), dismiss: (mark) => form.set('dismissed', [...saidHarmless(form), mark].join(',')),
});
export const saidHarmless = <Name extends string>(form: Form<Name | 'dismissed'>): string[] => form.text('dismissed').split(',').filter(Boolean);
export const namesIn = ({ organisations, units }: { readonly organisations: readonly { readonly name: string }[]; readonly units: readonly { readonly name: string }[] }): readonly string[] =>
  [...organisations, ...units].map(({ name }) => name);
interface TextAreaProps<Name extends string> extends FieldTexts {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly most: number;
  readonly rows?: number;
  /** Marks what may tell whom the text is about as it is typed (L8, N2, R4); null: a text about no one, such as a rule's. */
  readonly marking?: Marking | null;
}
/** Grows with its text. The counter is our own: the design system's clears the error state. */
export function TextArea<Name extends string>({ form, name, most, rows = 4, marking = markedOnly, ...texts }: TextAreaProps<Name>) {
  const id = form.idOf(name);
  const error = form.errorAt(name);
  const value = form.text(name);
  const all = marking ? unresolvedFindings(value, marking.dismissed, marking.known) : [];
  // A text that stays may say what it must: there personal numbers are marked (L8), and of names there is a warning (N2).
  const found = marking?.leaves === true ? all : all.filter(isNumber);
  const warned = all.filter((finding) => finding.kind === 'name' && !found.includes(finding));
  const left = most - value.length;
  const near = left < Math.max(100, most / 10);
  return (
    <FieldFrame id={id} error={error} {...texts} after={<>
      {near && <Counter id={`${id}-counter`} left={left} />}
      {marking && <Findings value={value} found={found} names={warned} marking={marking} />}
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

function Findings({ value, found, names, marking }: { readonly value: string; readonly found: readonly IdentifyingFinding[]; readonly names: readonly IdentifyingFinding[]; readonly marking: Marking }) {
  const text = findingTexts();
  const warned = [...new Set(names.map(({ start, end }) => value.slice(start, end)))];
  // What stands in several places is asked about once.
  const asked = found.filter(({ mark }, index) => found.findIndex((other) => other.mark === mark) === index);
  return (
    <div class="findings" role="status">
      {asked.map((one) => {
        const finding = value.slice(one.start, one.end);
        return (
          <div class="finding" key={one.mark}>
            <p>{text.found[one.kind]} <strong>{finding}</strong></p>
            <div class="buttons">
              {marking.move && isNumber(one) && <Button kind="secondary" onClick={() => marking.move?.(finding, withoutAll(value, found, one.mark), one.mark)}>{text.toPatientReference}</Button>}
              {marking.dismiss && <Button kind="tertiary" onClick={() => marking.dismiss?.(one.mark)}>{isNumber(one) ? text.notPersonalNumber : text.notIdentifying}<span class="ds-sr-only">: {finding}</span></Button>}
            </div>
          </div>
        );
      })}
      {warned.length > 0 && <p class="finding">{text.nameFound(warned.join(', '))}</p>}
    </div>
  );
}

const withoutAll = (value: string, found: readonly IdentifyingFinding[], mark: string): string =>
  found.filter((one) => one.mark === mark).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), value).replace(/ {2,}/g, ' ');
