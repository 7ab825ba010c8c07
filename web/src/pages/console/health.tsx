import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Health, Tally } from '../../../../functions/contracts/health.ts';
import { useReading } from '../../api/use-reading.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { Failed } from '../../components/page/page.tsx';
import { clockTime, dateAndTime } from '../../language/dates.ts';
import { healthTexts } from './health-texts.ts';
import { timelineTexts } from '../case/timeline-texts.ts';
import { consoleTexts } from './texts.ts';

const refreshEvery = 15_000;
/** A row is delivered within a second; the sweep comes every five minutes. */
const outboxLate = 2 * 60_000;

/** Outbox, mails, dead letters and timers, each in one line when well. */
export function HealthPanel() {
  const text = healthTexts();
  const reading = useReading('read-health', {});
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void reading.reload(), refreshEvery);
    return () => clearInterval(timer);
  }, []);
  if (reading.data === null && reading.failure !== null) return <Failed failure={reading.failure} again={() => void reading.reload()} />;
  const tiles = reading.data === null ? [] : tilesOf(reading.data);
  const well = tiles.every((tile) => tile.well);
  // One line as long as all is well, and as high while it is being read: the list below stays where it is.
  return (
    <details class={`more health-all ${well ? 'health-well' : 'health-ill'}`} open={!well}>
      <summary>{text.title} <span class="small">{reading.data === null ? '…' : `${well ? text.well : text.ill} ${text.read(clockTime(reading.data.now))}.`}</span>{reading.data !== null && <Icon name={well ? 'check' : 'warning'} />}</summary>
      <ul class="health">
        {tiles.map(({ title, well, state, more }) => (
          <li key={title} class={well ? 'health-well' : 'health-ill'}>
            <h2>{title}</h2>
            <p class="health-state"><Icon name={well ? 'check' : 'warning'} />{state}</p>
            {more}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Tile {
  readonly title: string;
  readonly well: boolean;
  readonly state: string;
  readonly more: ComponentChildren;
}
const counted = ({ count, more }: Pick<Tally, 'count' | 'more'>): string => (more ? `${count}+` : String(count));

function tilesOf({ now, outbox, mails, deadLetters, timers }: Health): readonly Tile[] {
  const text = healthTexts();
  const outboxWell = outbox.oldestAt === null || Date.parse(now) - Date.parse(outbox.oldestAt) < outboxLate;
  const stuck = [mails.uncertain, mails.failed, mails.bounced];
  const letters = deadLetters.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const silent = deadLetters.some(({ count }) => count === null);
  const kind = (what: string) => Object.entries(timelineTexts().mail).find(([name]) => name === what)?.[1] ?? what;
  const wait = (what: string) => consoleTexts().waits[what] ?? what;
  return [
    {
      title: text.outbox, well: outboxWell, state: outbox.pending === 0 ? text.delivered : text.waiting(counted({ count: outbox.pending, more: outbox.more })),
      more: outbox.oldestAt !== null && <p class="small">{text.oldest(dateAndTime(outbox.oldestAt))}</p>,
    },
    {
      title: text.mails, well: stuck.every(({ count }) => count === 0), state: mails.waiting > 0 ? text.mailsWaiting(mails.waiting) : stuck.every(({ count }) => count === 0) ? text.mailsWell : counted({ count: stuck.reduce((sum, { count }) => sum + count, 0), more: stuck.some(({ more }) => more) }),
      more: <>{([['uncertain', text.uncertain], ['failed', text.failed], ['bounced', text.bounced]] as const).map(([name, words]) => mails[name].count > 0 && (
        <div key={name}><p class="small">{words(counted(mails[name]))}</p><Newest tally={mails[name]} word={kind} /></div>
      ))}</>,
    },
    {
      title: text.letters, well: letters === 0 && !silent, state: letters === 0 ? (silent ? text.unknown : text.noLetters) : text.lettersLie(letters),
      more: (letters > 0 || silent) && <ul>{deadLetters.filter(({ count }) => count !== 0).map(({ queue, count }) => <li key={queue}>{queueName(queue)}: {count ?? text.unknown}</li>)}</ul>,
    },
    {
      title: text.timers, well: timers.overdue.count === 0, state: timers.overdue.count === 0 ? text.onTime : text.late(counted(timers.overdue)),
      more: <><p class="small">{timers.nextAt === null ? text.noTimer : text.next(dateAndTime(timers.nextAt))}</p>{timers.overdue.count > 0 && <Newest tally={timers.overdue} word={wait} />}</>,
    },
  ];
}

/** A queue is named by the stage and by what it is for. */
const queueName = (queue: string): string => Object.entries(healthTexts().queue).find(([name]) => queue.includes(name))?.[1] ?? queue;

function Newest({ tally, word }: { readonly tally: Tally; readonly word: (what: string) => string }) {
  return (
    <ul>
      {tally.newest.map(({ executionId, number, what, at }) => (
        <li key={`${executionId} ${what} ${at}`}><a class="ds-link" href={`/console/${executionId}`}>{number}</a> {word(what)}, {dateAndTime(at)}</li>
      ))}
    </ul>
  );
}
