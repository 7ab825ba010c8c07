import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, endOfDay, isWorkingDay, localDate, morning } from '../../../functions/domain/calendar.ts';
import { acknowledgeBy, handleBy, linkExpiresAt, prolonged, replyBy, requestSteps } from '../../../functions/domain/deadlines.ts';
import { holidayTable } from '../../../infra/generate-holidays.ts';
import { vaxjo } from '../ekdala.ts';

const { deadlines } = vaxjo.outgoing;

describe('Swedish working days', () => {
  it('agree with the library for every day of 2024–2040', () => {
    const library = new Holidays('SE');
    for (let year = 2024; year <= 2040; year += 1) {
      const free = new Set(library.getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank').map(({ date }) => date.slice(0, 10)));
      for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
        const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
        expect(`${date} ${isWorkingDay(date)}`).toBe(`${date} ${!weekend && !free.has(date)}`);
      }
    }
  });
  it('come from a table that the script would write again', () => {
    expect(readFileSync(new URL('../../../functions/domain/swedish-holidays.ts', import.meta.url), 'utf8')).toBe(holidayTable());
  });
  it.each([
    ['2026-06-19', 'Midsummer Eve'], ['2026-12-24', 'Christmas Eve'], ['2026-12-31', 'New Year’s Eve'], ['2026-05-14', 'Ascension Day'], ['2026-04-06', 'Easter Monday'],
  ])('%s (%s) is none', (date) => expect(isWorkingDay(date)).toBe(false));
  it.each([['2026-04-02', 'Maundy Thursday'], ['2026-04-30', 'Walpurgis Eve'], ['2026-06-18', 'the day before']])('%s (%s) is one', (date) => expect(isWorkingDay(date)).toBe(true));
  it.each([
    ['2026-03-02', 5, '2026-03-09'], ['2026-04-01', 2, '2026-04-07'], ['2026-06-17', 2, '2026-06-22'], ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 1, '2027-01-04'], ['2026-03-07', 1, '2026-03-09'], ['2026-03-06', 0, '2026-03-06'],
  ])('%s plus %i: %s', (from, days, to) => expect(addWorkingDays(from, days)).toBe(to));
  it('say so when the table does not reach', () => expect(() => isWorkingDay('2199-01-01')).toThrow(RangeError));
});

describe('days in Stockholm', () => {
  it.each([
    ['2026-01-15T22:59:59Z', '2026-01-15'], ['2026-01-15T23:00:00Z', '2026-01-16'], ['2026-07-15T21:59:59Z', '2026-07-15'], ['2026-07-15T22:00:00.000Z', '2026-07-16'],
  ])('%s is %s', (instant, date) => expect(localDate(instant)).toBe(date));
  it.each([
    ['2026-03-28', '2026-03-28T22:59:59.000Z', '2026-03-28T07:00:00.000Z'], ['2026-03-29', '2026-03-29T21:59:59.000Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24', '2026-10-24T21:59:59.000Z', '2026-10-24T06:00:00.000Z'], ['2026-10-25', '2026-10-25T22:59:59.000Z', '2026-10-25T07:00:00.000Z'],
  ])('%s ends %s, its morning is %s', (date, end, eight) => {
    expect(endOfDay(date)).toBe(end);
    expect(morning(date)).toBe(eight);
  });
});

describe('deadlines of a case', () => {
  it.each([
    // sent, acknowledge by, reply by: over summer time both ways, Easter, the year's end, late at night
    ['2026-03-02T09:00:00.000Z', '2026-03-09T22:59:59.000Z', '2026-04-01T21:59:59.000Z'],
    ['2026-10-01T09:00:00.000Z', '2026-10-08T21:59:59.000Z', '2026-10-31T22:59:59.000Z'],
    ['2026-03-31T09:00:00.000Z', '2026-04-09T21:59:59.000Z', '2026-04-30T21:59:59.000Z'],
    ['2026-12-18T09:00:00.000Z', '2026-12-29T22:59:59.000Z', '2027-01-17T22:59:59.000Z'],
    ['2026-06-10T22:30:00.000Z', '2026-06-18T21:59:59.000Z', '2026-07-11T21:59:59.000Z'],
  ])('sent %s', (sentAt, acknowledge, reply) => {
    expect(acknowledgeBy(sentAt, deadlines)).toBe(acknowledge);
    expect(replyBy(sentAt, deadlines)).toBe(reply);
    expect(handleBy(sentAt, deadlines)).toBe(acknowledge);
  });
  it('puts the steps around T, in the morning', () => {
    const sentAt = '2026-03-02T09:00:00.000Z';
    const due = replyBy(sentAt, deadlines);
    expect(prolonged(due, 10)).toBe('2026-04-11T21:59:59.000Z');
    expect(requestSteps({
      epoch: 1, unitId: 'u', snapshot: '', sentAt, acknowledgeBy: acknowledgeBy(sentAt, deadlines), replyBy: due, linkExpiresAt: linkExpiresAt(due, deadlines), grantedExtraDays: 0,
    }, deadlines)).toEqual({
      notAcknowledged: '2026-03-09T22:59:59.000Z', remindBefore: '2026-03-25T07:00:00.000Z', remindDue: '2026-04-01T06:00:00.000Z',
      remindAfter: '2026-04-08T06:00:00.000Z', escalate: '2026-04-15T06:00:00.000Z', expireLink: '2026-05-01T21:59:59.000Z',
    });
  });
});
