import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { ClockSteps, type TimeSource } from '../../../infra/local/clock-steps.ts';
import { Clock } from '../../../infra/local/clock.ts';

const start = Date.parse('2026-03-02T08:00:00Z');
const hour = 3_600_000;

/** Timers at given instants; says when each ran. */
class Timers implements TimeSource {
  readonly what = 'timer';
  readonly ran: string[] = [];
  readonly #now: () => number;
  readonly isSchedule: boolean;
  #due: number[];

  constructor(now: () => number, due: number[], isSchedule: boolean) {
    this.#now = now;
    this.#due = due;
    this.isSchedule = isSchedule;
  }

  nextDue(): number | undefined {
    return this.#due.toSorted((one, other) => one - other)[0];
  }

  runDue(): void {
    const now = this.#now();
    for (const due of this.#due.filter((instant) => instant <= now)) this.ran.push(`${new Date(due).toISOString()} at ${new Date(Math.floor(now / 60_000) * 60_000).toISOString()}`);
    this.#due = this.#due.filter((instant) => instant > now);
  }

  add(due: number): void {
    this.#due.push(due);
  }
}

function steps(due: number[], onRest: (timers: Timers) => void = () => undefined, isSchedule = false) {
  const db = new DatabaseSync(':memory:');
  const clock = new Clock(db, start);
  const timers = new Timers(() => clock.now(), due, isSchedule);
  let frequent = 0;
  const steps = new ClockSteps({
    clock,
    sources: [timers],
    runFrequent: () => (frequent += 1),
    rest: async () => {
      await Promise.resolve();
      onRest(timers);
    },
  });
  return { db, clock, timers, steps, frequent: () => frequent };
}

describe('a step of the clock', () => {
  test('goes to each due instant in order and no further than it was told', async () => {
    const { steps: clock, timers, frequent } = steps([start + 3 * hour, start + hour, start + 9 * hour]);
    expect(await clock.advance({ advance: 'PT8H' })).toMatchObject({ status: 200, visited: 2 });
    expect(timers.ran).toEqual(['2026-03-02T09:00:00.000Z at 2026-03-02T09:00:00.000Z', '2026-03-02T11:00:00.000Z at 2026-03-02T11:00:00.000Z']);
    expect(frequent()).toBe(3);
    expect(clock.now() - start - 8 * hour).toBeLessThan(5000);
    expect(clock.nextTimers()).toEqual([{ what: 'timer', due: start + 9 * hour }]);
  });

  test('runs what is frequent where something other than a schedule was due, and at the end', async () => {
    const { steps: clock, timers, frequent } = steps([start + hour, start + 2 * hour], undefined, true);
    await clock.advance({ advance: 'PT8H' });
    expect(timers.ran).toHaveLength(2);
    expect(frequent()).toBe(1);
  });

  test('finds what an instant has set going before the next', async () => {
    let added = false;
    const { steps: clock, timers } = steps([start + hour], (own) => {
      if (own.ran.length === 1 && !added) {
        added = true;
        own.add(start + 2 * hour);
      }
    });
    await clock.advance({ to: '2026-03-02T12:00:00+01:00' });
    expect(timers.ran).toHaveLength(2);
  });

  test('waits for the one before', async () => {
    const { steps: clock } = steps([]);
    const [first, second] = await Promise.all([clock.advance({ advance: 'P1D' }), clock.advance({ advance: 'P1D' })]);
    expect([first, second].map((answer) => (answer.status === 200 ? answer.now.slice(0, 10) : answer))).toEqual(['2026-03-03', '2026-03-04']);
  });

  test('outlives the runtime', async () => {
    const { steps: clock, db } = steps([]);
    await clock.advance({ advance: 'P2W' });
    expect(new Date(new Clock(db, Date.parse('2030-01-01T00:00:00Z')).now()).toISOString().slice(0, 10)).toBe('2026-03-16');
  });

  test.each<[unknown, number]>([
    [{ to: '2026-03-01T00:00:00Z' }, 409],
    [{ advance: '-PT1H' }, 409],
    [{ advance: 'P1M' }, 400],
    [{ advance: 'P' }, 400],
    [{ advance: 'P1DT' }, 400],
    [{ advance: 7 }, 400],
    [{ advance: 'P999999D', to: '2026-03-03T00:00:00Z' }, 400],
    [{ advance: 'P999999W' }, 400],
    [{ to: '2026-03-03' }, 400],
    [{ to: '2026-02-30T00:00:00Z' }, 400],
    [{ to: '2026-03-03T00:00:00' }, 400],
    [{}, 400],
    [{ advance: 'P1D', faster: true }, 400],
    [null, 400],
    ['P1D', 400],
    [[], 400],
  ])('is refused for %j', async (request, status) => {
    const { steps: clock } = steps([]);
    expect(await clock.advance(request)).toMatchObject({ status });
    expect(clock.now() - start).toBeLessThan(5000);
  });
});
