import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { TimeSource } from '../clock-steps.ts';
import { asNumber, asRecord, asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { AsyncInvocations } from './async-invocations.ts';
import { parseSchedule, type ScheduleExpression } from './schedule-expression.ts';

/** A schedule with a shorter period makes no instants of its own while the clock is stepped. */
const frequentMilliseconds = 12 * 3_600_000;
const lateMilliseconds = 60_000;

interface Schedule {
  /** Stable over starts. */
  readonly key: string;
  readonly expression: ScheduleExpression;
  readonly frequent: boolean;
  readonly targets: readonly { readonly functionName: string; readonly input: (at: number) => unknown }[];
}

/**
 * The template's schedules, on the simulated clock. What was missed (a stopped runtime, a step of the clock)
 * runs once, not once per missed time; schedules that run often only at instants that something else visits.
 */
export class Schedules implements TimeSource {
  readonly what = 'schedule';
  readonly isSchedule = true;
  readonly #db: DatabaseSync;
  readonly #invocations: AsyncInvocations;
  readonly #now: () => number;
  readonly #schedules: readonly Schedule[];
  /** Next instant of each schedule; the database has the same, for the next start. */
  readonly #due = new Map<string, number>();

  constructor(db: DatabaseSync, template: ResolvedTemplate, invocations: AsyncInvocations, now: () => number) {
    this.#db = db;
    this.#invocations = invocations;
    this.#now = now;
    this.#schedules = readSchedules(template, now());
    db.exec('CREATE TABLE IF NOT EXISTS events_schedule (key TEXT PRIMARY KEY, due_ms INTEGER NOT NULL) STRICT');
    for (const schedule of this.#schedules) {
      const kept = asNumber(db.prepare('SELECT due_ms FROM events_schedule WHERE key = ?').get(schedule.key)?.['due_ms']);
      if (kept === undefined) this.#plan(schedule);
      else this.#due.set(schedule.key, kept);
    }
  }

  nextDue(): number | undefined {
    const instants = this.#schedules.filter(({ frequent }) => !frequent).flatMap(({ key }) => this.#due.get(key) ?? []);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  runDue(): void {
    this.#run(this.#schedules.filter(({ frequent }) => !frequent));
  }

  runFrequent(): void {
    this.#run(this.#schedules.filter(({ frequent }) => frequent));
  }

  #run(schedules: readonly Schedule[]): void {
    const now = this.#now();
    for (const schedule of schedules) {
      const due = this.#due.get(schedule.key);
      if (due === undefined || due > now) continue;
      // What stands for several missed times says when it runs, not when the first of them was.
      const scheduledTime = now - due < lateMilliseconds ? due : now;
      for (const { functionName, input } of schedule.targets) this.#invocations.put(functionName, input(scheduledTime));
      this.#plan(schedule);
    }
  }

  #plan(schedule: Schedule): void {
    const next = schedule.expression.next(Math.floor(this.#now()));
    if (next === undefined) {
      this.#due.delete(schedule.key);
      this.#db.prepare('DELETE FROM events_schedule WHERE key = ?').run(schedule.key);
      return;
    }
    this.#due.set(schedule.key, next);
    this.#db.prepare('INSERT INTO events_schedule VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET due_ms = excluded.due_ms').run(schedule.key, next);
  }
}

function readSchedules(template: ResolvedTemplate, now: number): readonly Schedule[] {
  const schedules = template.ofType('AWS::Scheduler::Schedule').filter(({ properties }) => properties['State'] !== 'DISABLED');
  const rules = template.ofType('AWS::Events::Rule').filter(({ properties }) => properties['ScheduleExpression'] !== undefined && properties['State'] !== 'DISABLED');
  return [
    ...schedules.map(({ stack, logicalId, properties, arn = '' }) => {
      const target = asRecord(properties['Target']);
      const text = asText(target['Input']);
      const input = (at: number): unknown => (text === undefined ? scheduledEvent(template, 'aws.scheduler', arn, at, '{}') : JSON.parse(fillIn(text, arn, at)));
      return readSchedule(`${stack}/${logicalId}`, properties, [{ functionName: functionArn(logicalId, target), input }], now);
    }),
    ...rules.map(({ stack, logicalId, properties, arn = '' }) => {
      const targets = Array.isArray(properties['Targets']) ? properties['Targets'].map(asRecord) : [];
      return readSchedule(
        `${stack}/${logicalId}`,
        properties,
        targets.map((target) => {
          const input = asText(target['Input']);
          return {
            functionName: functionArn(logicalId, target),
            input: (at: number): unknown => (input === undefined ? scheduledEvent(template, 'aws.events', arn, at, {}) : JSON.parse(input)),
          };
        }),
        now,
      );
    }),
  ];
}

/** What a target without an input of its own gets; Scheduler's `detail` is a text, a rule's an object. */
function scheduledEvent({ accountId, region }: ResolvedTemplate, source: string, arn: string, at: number, detail: unknown): unknown {
  return { version: '0', id: randomUUID(), 'detail-type': 'Scheduled Event', source, account: accountId, time: instantText(at), region, resources: [arn], detail };
}

/** Scheduler's context attributes in an input. */
function fillIn(input: string, arn: string, at: number): string {
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', instantText(at))
    .replaceAll('<aws.scheduler.execution-id>', () => randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function readSchedule(key: string, properties: Record<string, unknown>, targets: Schedule['targets'], now: number): Schedule {
  const expression = parseSchedule(asText(properties['ScheduleExpression']) ?? '', asText(properties['ScheduleExpressionTimezone']) ?? 'UTC');
  const first = expression.next(now);
  const second = first === undefined ? undefined : expression.next(first);
  return { key, expression, targets, frequent: first !== undefined && second !== undefined && second - first < frequentMilliseconds };
}

function functionArn(logicalId: string, target: Record<string, unknown>): string {
  const arn = asText(target['Arn']) ?? '';
  if (!arn.includes(':lambda:') || arn.includes('aws-sdk')) throw new Error(`The schedule ${logicalId} has a target that the local runtime does not serve: ${arn}`);
  return arn;
}
