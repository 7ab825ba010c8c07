import { useState } from 'preact/hooks';
import type { RoutineChangeView, RoutineList } from '../../../../../functions/contracts/routine-administration.ts';
import { part } from '../../../components/page/part.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { routineTexts } from './texts.ts';

const Changes = part(() => import('./changes.tsx'));

/** What was done to the routine: who, when, from what to what. */
export function Log({ list }: { readonly list: RoutineList }) {
  const text = routineTexts();
  const said = ({ kind, version, validFrom }: RoutineList['log'][number]): string => {
    if (kind === 'published') return text.published(version, longDate(validFrom ?? list.today));
    return kind === 'withdrawn' ? text.wasWithdrawn(version) : text.reviewed(version);
  };
  return (
    <section class="stack">
      <h2>{text.log}</h2>
      {list.log.length === 0 && <p>{text.noLog}</p>}
      <ul class="routine-changes">
        {list.log.map((entry) => (
          <li key={`${entry.at} ${entry.kind} ${entry.version}`}>
            <p><strong>{entry.by.name}</strong> {said(entry)} <span class="small">{dateAndTime(entry.at)}</span></p>
            {entry.review && <p>{text.outcomes[entry.review.outcome]}. {entry.review.note}</p>}
            {entry.changes.length > 0 && <LoggedChanges changes={entry.changes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The differences bring every name and word of the routine with them: they come when somebody opens one. */
function LoggedChanges({ changes }: { readonly changes: readonly RoutineChangeView[] }) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="more" onToggle={() => setOpened(true)}>
      <summary>{routineTexts().changesShown(changes.length)}</summary>
      {opened && <Changes changes={changes} />}
    </details>
  );
}
