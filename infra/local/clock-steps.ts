import type { Clock } from './clock.ts';

/** Something that becomes due by the clock: a workflow timer, a schedule, a retry. */
export interface TimeSource {
  /** What the console calls it. */
  readonly what: string;
  /** Its instants alone are no reason to run what is frequent. */
  readonly isSchedule?: boolean;
  nextDue(): number | undefined;
  runDue(): void;
}

export interface Timer {
  readonly what: string;
  /** Milliseconds since the epoch, simulated. */
  readonly due: number;
}

/** Answer to a request to move the clock; anything but 200 is for a problem+json with `code` and `detail`. */
export type ClockAnswer =
  | { readonly status: 200; readonly now: string; /** due instants gone through */ readonly visited: number }
  | { readonly status: 400 | 409; readonly code: string; readonly detail: string };

/** How many times one instant may be run again before we say that something never comes to rest. */
const longestStandstill = 10_000;

export interface ClockStepsDependencies {
  readonly clock: Clock;
  /** In the order in which they run at one instant: workflows before schedules that heal what they left. */
  readonly sources: readonly TimeSource[];
  /** Schedules that run so often that they make no instants of their own: once wherever something else than a schedule was due, and at the end. */
  readonly runFrequent: () => void;
  readonly rest: () => Promise<void>;
}

/** Moves the clock from due instant to due instant, one request at a time. */
export class ClockSteps {
  readonly #dependencies: ClockStepsDependencies;
  #turn: Promise<unknown> = Promise.resolve();
  #advancing = 0;

  constructor(dependencies: ClockStepsDependencies) {
    this.#dependencies = dependencies;
  }

  now(): number {
    return this.#dependencies.clock.now();
  }

  nextTimers(): readonly Timer[] {
    return this.#dependencies.sources
      .flatMap((source) => {
        const due = source.nextDue();
        return due === undefined ? [] : [{ what: source.what, due }];
      })
      .sort((one, other) => one.due - other.due);
  }

  /**
   * Goes to each due instant in order and lets everything come to rest there before the next.
   *
   * @param request `{"advance": "P7D" | "PT1H" …}` (ISO 8601 duration of weeks, days, hours, minutes, seconds)
   *   or `{"to": INSTANT}` (ISO 8601 with offset)
   */
  advance(request: unknown): Promise<ClockAnswer> {
    this.#advancing += 1;
    const answer = this.#turn.then(() => this.#advance(request)).finally(() => (this.#advancing -= 1));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Runs what is due now; called as real time passes. While the clock is stepped the steps decide the order. */
  runDue(): void {
    if (this.#advancing > 0) return;
    const now = this.now();
    for (const source of this.#dependencies.sources) {
      const due = source.nextDue();
      if (due !== undefined && due <= now) source.runDue();
    }
    this.#dependencies.runFrequent();
  }

  async #advance(request: unknown): Promise<ClockAnswer> {
    const { clock, sources, rest, runFrequent } = this.#dependencies;
    const target = readTarget(request, clock.now());
    if (typeof target !== 'number') return target;
    await rest();
    let visited = 0;
    let standstill = 0;
    for (;;) {
      const due = this.nextTimers()[0]?.due;
      if (due === undefined || due > target) break;
      if (due > clock.now()) {
        visited += 1;
        standstill = 0;
      } else if ((standstill += 1) > longestStandstill) {
        throw new Error(`The clock stands at ${new Date(due).toISOString()}: what is due there never comes to rest`);
      }
      clock.moveTo(due);
      let stirred = false;
      for (const source of sources) {
        const sourceDue = source.nextDue();
        if (sourceDue === undefined || sourceDue > clock.now()) continue;
        source.runDue();
        stirred ||= source.isSchedule !== true;
        await rest();
      }
      if (!stirred) continue;
      runFrequent();
      await rest();
    }
    clock.moveTo(target);
    runFrequent();
    await rest();
    return { status: 200, now: new Date(clock.now()).toISOString(), visited };
  }
}

function readTarget(request: unknown, now: number): number | ClockAnswer {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return badRequest('The body must be a JSON object with "advance" or "to".');
  const { advance, to, ...rest } = request as { advance?: unknown; to?: unknown };
  if (Object.keys(rest).length > 0 || (advance === undefined) === (to === undefined)) return badRequest('Give exactly one of "advance" (a duration such as P7D or PT1H) and "to" (an instant).');
  if (advance !== undefined) {
    const length = typeof advance === 'string' ? durationMilliseconds(advance) : undefined;
    if (length === undefined) return badRequest('"advance" must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as P7D or PT1H.');
    if (length < 0) return backwards();
    return now + length > latestInstant ? badRequest('The clock does not go past the year 9999.') : now + length;
  }
  const instant = typeof to === 'string' ? instantMilliseconds(to) : undefined;
  if (instant === undefined) return badRequest('"to" must be an instant with a time zone offset, such as 2026-03-02T08:00:00Z.');
  return instant < now ? backwards() : instant;
}

const latestInstant = Date.UTC(9999, 11, 31, 23, 59, 59);
const second = 1000;
const day = 86_400 * second;

function durationMilliseconds(text: string): number | undefined {
  const parts = /^([+-]?)P(?!$)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?!$)(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10}(?:\.\d{1,3})?)S)?)?$/.exec(text);
  if (!parts) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0));
  const length = (weeks ?? 0) * 7 * day + (days ?? 0) * day + (hours ?? 0) * 3600 * second + (minutes ?? 0) * 60 * second + (seconds ?? 0) * second;
  return parts[1] === '-' ? -length : length;
}

/** Milliseconds since the epoch of an ISO 8601 instant with an explicit offset; undefined for anything else. */
export function instantMilliseconds(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = Date.parse(text);
  const sameDay = !Number.isNaN(instant) && Number(text.slice(8, 10)) <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  return sameDay ? instant : undefined;
}

function badRequest(detail: string): ClockAnswer {
  return { status: 400, code: 'bad-clock-request', detail };
}

function backwards(): ClockAnswer {
  return { status: 409, code: 'clock-backwards', detail: 'The clock only goes forwards: what has happened by it cannot be undone.' };
}
