import type { RoutineChangeView } from '../../../../../functions/contracts/routine-administration.ts';
import { changeWords } from './value-words.ts';

/** Differences in words: what was, an arrow, what is. */
export default function Changes({ changes }: { readonly changes: readonly RoutineChangeView[] }) {
  return (
    <ul class="routine-changes">
      {changes.map((change) => {
        const { what, from, to } = changeWords(change);
        return <li key={change.pointer}><strong>{what}:</strong> <del>{from}</del> <span aria-hidden="true">→</span> <ins>{to}</ins></li>;
      })}
    </ul>
  );
}
