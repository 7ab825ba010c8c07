import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../../infra/local/events/schedule-expression.ts';

describe('a schedule', () => {
  test.each<[string, string, string, string | undefined]>([
    ['rate(5 minutes)', 'UTC', '2026-03-02T08:00:00Z', '2026-03-02T08:05:00.000Z'],
    ['rate(1 day)', 'UTC', '2026-03-02T08:00:00Z', '2026-03-03T08:00:00.000Z'],
    ['at(2026-03-02T09:00:00)', 'Europe/Stockholm', '2026-03-01T00:00:00Z', '2026-03-02T08:00:00.000Z'],
    ['at(2026-03-02T09:00:00)', 'UTC', '2026-03-02T09:00:00Z', undefined],
    ['cron(0 6 * * ? *)', 'UTC', '2026-03-02T06:00:00Z', '2026-03-03T06:00:00.000Z'],
    ['cron(30 6 ? * MON-FRI *)', 'Europe/Stockholm', '2026-03-27T12:00:00Z', '2026-03-30T04:30:00.000Z'],
    ['cron(0/15 * * * ? *)', 'UTC', '2026-03-02T08:07:00Z', '2026-03-02T08:15:00.000Z'],
    ['cron(0 8 1 1,4,7,10 ? *)', 'UTC', '2026-02-01T00:00:00Z', '2026-04-01T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T08:00:00.000Z'],
    ['cron(0 8 1W * ? *)', 'UTC', '2026-07-31T09:00:00Z', '2026-08-03T08:00:00.000Z'],
    ['cron(0 8 ? * 2#1 *)', 'UTC', '2026-03-03T00:00:00Z', '2026-04-06T08:00:00.000Z'],
    ['cron(0 8 ? * FRIL *)', 'UTC', '2026-03-03T00:00:00Z', '2026-03-27T08:00:00.000Z'],
    ['cron(0 8 1 1 ? 2020)', 'UTC', '2026-03-03T00:00:00Z', undefined],
  ])('%s in %s after %s', (expression, timeZone, after, expected) => {
    const next = parseSchedule(expression, timeZone).next(Date.parse(after));
    expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(expected);
  });

  test.each(['rate(0 minutes)', 'cron(0 6 * * * *)', 'cron(61 * * * ? *)', 'every day'])('%s is refused', (expression) => {
    expect(() => parseSchedule(expression, 'UTC')).toThrow(/schedule/);
  });
});
