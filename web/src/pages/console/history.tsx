import type { ExecutionHistory } from '../../../../functions/contracts/execution.ts';
import { Icon, type IconName } from '../../components/icon/icon.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { stateTitle } from './state-graph.tsx';
import { consoleTexts } from './texts.ts';
import { visitsOf, type Visit } from './visits.ts';

const signs: Record<Visit['outcome'], IconName> = { current: 'play', done: 'check', failed: 'warning', ranOut: 'clock', note: 'arrow' };

/** Newest first: what matters now is at the top. The service's own events are one press away. */
export function History({ events }: { readonly events: ExecutionHistory['events'] }) {
  const text = consoleTexts();
  return (
    <section class="stack">
      <h2>{text.history}</h2>
      <ol class="visits">
        {visitsOf(events).map((visit) => (
          <li key={visit.key} class={`visit visit-${visit.outcome}`}>
            <span class="visit-sign"><Icon name={signs[visit.outcome]} /></span>
            <div>
              <p><strong>{titleOf(visit)}</strong>{visit.outcome !== 'note' && <span class="small"> · {text.outcome[visit.outcome]}{visit.retries > 0 && `, ${text.retries(visit.retries)}`}</span>}</p>
              {visit.error !== null && <p>{text.errorOf[visit.error] ?? <code>{visit.error}</code>}</p>}
              <p class="small"><time dateTime={visit.from}>{dateAndTime(visit.from)}</time>{visit.to !== null && dateAndTime(visit.to) !== dateAndTime(visit.from) && <> – <time dateTime={visit.to}>{dateAndTime(visit.to)}</time></>}</p>
            </div>
            {visit.state !== null && <Events events={visit.events} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf({ state, events }: Visit): string {
  const text = consoleTexts();
  const type = events[0]?.type ?? '';
  return state === null ? text.event[type] ?? type : stateTitle(state);
}

function Events({ events }: { readonly events: Visit['events'] }) {
  const text = consoleTexts();
  return (
    <details class="visit-events">
      <summary>{text.steps(events.length)}</summary>
      <ol>
        {events.map(({ id, type, error }) => <li key={id}><span class="history-id">{id}</span> {text.event[type] ?? type}{error !== null && <> · {text.errorOf[error] ?? <code>{error}</code>}</>}</li>)}
      </ol>
    </details>
  );
}
