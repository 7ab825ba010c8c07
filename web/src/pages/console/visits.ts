import type { ExecutionHistory } from '../../../../functions/contracts/execution.ts';

type Event = ExecutionHistory['events'][number];
/** One stay in a state of the machine; `state` null: something that happened to the execution as a whole. */
export interface Visit {
  readonly key: number;
  readonly state: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly outcome: 'current' | 'done' | 'failed' | 'ranOut' | 'note';
  readonly error: string | null;
  /** Further attempts at the same task. */
  readonly retries: number;
  /** Oldest first. */
  readonly events: readonly Event[];
}

/**
 * The service's events as stays in states, newest first. A redriven execution stays in the state it stopped in a
 * second time, though the service tells no entering. What precedes the oldest page belongs to no known state.
 *
 * @param events in any order
 */
export function visitsOf(events: readonly Event[]): readonly Visit[] {
  const visits: { state: string | null; events: Event[] }[] = [];
  let open: { state: string | null; events: Event[] } | null = null;
  let last: string | null = null;
  for (const event of events.toSorted((a, b) => a.id - b.id)) {
    if (event.type.startsWith('Execution')) {
      visits.push({ state: null, events: [event] });
      // An end ends the stay; after a redrive the same state begins anew.
      open = null;
      continue;
    }
    if (event.type.endsWith('StateEntered') || open === null) {
      open = { state: event.state ?? last, events: [] };
      visits.push(open);
      last = open.state;
    }
    open.events.push(event);
    // A stay whose beginning is on an older page is known by the state it leaves.
    open.state ??= event.state;
    if (event.type.endsWith('StateExited')) open = null;
  }
  const ended = visits.at(-1)?.events.some(({ type }) => type.startsWith('Execution') && type !== 'ExecutionStarted' && type !== 'ExecutionRedriven') ?? false;
  return visits.map((visit, index) => visitOf(visit, index === visits.length - 1 && !ended)).toReversed();
}

function visitOf({ state, events }: { readonly state: string | null; readonly events: readonly Event[] }, newest: boolean): Visit {
  const [first] = events;
  const last = events.at(-1);
  const exited = last?.type.endsWith('StateExited') ?? false;
  const scheduled = events.filter(({ type }) => type === 'TaskScheduled').length;
  const whole = first?.type.startsWith('Execution') ?? false;
  const outcome = whole ? 'note' : exited ? (events.some(({ type }) => type === 'TaskTimedOut') && events.at(-2)?.type === 'TaskTimedOut' ? 'ranOut' : 'done') : newest ? 'current' : 'failed';
  return {
    key: first?.id ?? 0, state, from: first?.at ?? '', to: exited || outcome === 'failed' ? last?.at ?? null : null, outcome,
    error: outcome === 'ranOut' ? null : events.findLast(({ error }) => error !== null)?.error ?? null, retries: Math.max(0, scheduled - 1), events,
  };
}
