import { bilingual } from '../../../language/language.ts';
import { type Fault, reasonOf } from './document-form.ts';
import { fieldAt } from './fields.ts';
import { nameOf } from './value-words.ts';

const texts = bilingual({
  none: 'Inget är fel.', faults: (count: number) => (count === 1 ? 'Ett fel att rätta' : `${count} fel att rätta`), warnings: (count: number) => (count === 1 ? 'En sak att tänka på' : `${count} saker att tänka på`), checking: 'Kontrollerar…',
}, {
  none: 'Nothing is wrong.', faults: (count: number) => (count === 1 ? 'One error to correct' : `${count} errors to correct`), warnings: (count: number) => (count === 1 ? 'One thing to consider' : `${count} things to consider`), checking: 'Checking…',
});

/** The element that shows what a fault lies at: its own, or the nearest that holds it. */
function elementFor(idOf: (name: string) => string, pointer: string): HTMLElement | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = document.getElementById(idOf(at));
    if (found) return found;
  }
  return null;
}

/** All that is wrong, as it is now: said as it changes, without taking the focus from whoever types. */
export function FaultList({ faults, checking, idOf }: { readonly faults: readonly Fault[] | null; readonly checking: boolean; readonly idOf?: (name: string) => string }) {
  const text = texts();
  if (faults === null) return <p class="small" role="status">{text.checking}</p>;
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  const other = faults.filter(({ severity }) => severity === 'warning');
  const group = (title: string, list: readonly Fault[]) => list.length > 0 && <>
    <h2>{title}</h2>
    <ul class="ds-list">
      {list.map((fault) => {
        const field = fieldAt(fault.pointer);
        const words = field === undefined ? reasonOf(fault) : `${nameOf(field)}: ${reasonOf(fault)}`;
        return (
          <li key={`${fault.pointer} ${fault.code} ${words}`}>
            {idOf === undefined ? words : <a class="ds-link" href={`#${idOf(fault.pointer)}`} onClick={(event) => {
              event.preventDefault();
              const target = elementFor(idOf, fault.pointer);
              target?.focus();
              target?.scrollIntoView({ block: 'center' });
            }}>{words}</a>}
          </li>
        );
      })}
    </ul>
  </>;
  return (
    <div class="routine-faults" role="status" aria-busy={checking ? 'true' : undefined} data-wrong={wrong.length > 0 ? '' : undefined}>
      {wrong.length === 0 && <p>{text.none}</p>}
      {group(text.faults(wrong.length), wrong)}
      {group(text.warnings(other.length), other)}
    </div>
  );
}
