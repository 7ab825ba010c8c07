import { afterEach, describe, expect, it } from 'vitest';
import { clockTime, dateAndTime, daysUntil, instantOf, localParts, longDate, relativeDay } from '../../web/src/language/dates.ts';
import { language } from '../../web/src/language/language.ts';
import { readMoment, typedMoment } from '../../web/src/components/field/moment.ts';

afterEach(() => {
  language.value = 'sv';
});

describe('dates', () => {
  it('are Stockholm’s in both languages, with twenty-four hours', () => {
    expect(dateAndTime('2026-11-21T23:30:00Z')).toBe('22 november 2026 kl. 00:30');
    language.value = 'en';
    expect(dateAndTime('2026-11-21T23:30:00Z')).toBe('22 November 2026 at 00:30');
    expect(clockTime('2026-07-01T22:05:00Z')).toBe('00:05');
    expect(longDate('2026-12-24')).toBe('24 December 2026');
  });

  it.each([
    // The instant just before midnight in Stockholm is today, just after is tomorrow, whatever the hours between.
    ['2026-11-22T22:59:00Z', '2026-11-22T08:00:00Z', 0, 'i dag', 'today'],
    ['2026-11-22T23:01:00Z', '2026-11-22T22:59:00Z', 1, 'i morgon', 'tomorrow'],
    ['2026-11-20T08:00:00Z', '2026-11-22T08:00:00Z', -2, 'i förrgår', '2 days ago'],
    ['2026-12-22T08:00:00Z', '2026-11-22T08:00:00Z', 30, 'om 30 dagar', 'in 30 days'],
    // Over both changes of summer time a day is a day.
    ['2026-03-30T08:00:00Z', '2026-03-28T23:30:00Z', 1, 'i morgon', 'tomorrow'],
    ['2026-10-26T08:00:00Z', '2026-10-24T21:30:00Z', 2, 'i övermorgon', 'in 2 days'],
  ])('%s seen from %s is %i days away', (at, now, days, swedish, english) => {
    expect(daysUntil(at, now)).toBe(days);
    expect(relativeDay(at, now)).toBe(swedish);
    language.value = 'en';
    expect(relativeDay(at, now)).toBe(english);
  });

  it('reads back what Stockholm’s clocks show', () => {
    for (const at of ['2026-01-15T10:20:00.000Z', '2026-07-15T10:20:00.000Z', '2026-03-28T23:59:00.000Z', '2026-10-25T02:00:00.000Z']) {
      expect(instantOf(localParts(at))).toBe(at);
    }
  });

  it('knows no hour that summer time skips, takes the first of the one that comes twice, and no 30 February', () => {
    expect(instantOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 })).toBeNull();
    expect(instantOf({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 })).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf({ year: 2026, month: 2, day: 30, hour: 2, minute: 30 })).toBeNull();
  });
});

describe('a typed moment', () => {
  const typed = { day: '21', month: '11', year: '2026' };
  it.each([
    ['14:05', '2026-11-21T13:05:00.000Z'], ['14.05', '2026-11-21T13:05:00.000Z'], ['1405', '2026-11-21T13:05:00.000Z'], ['2', '2026-11-21T01:00:00.000Z'], ['02:10', '2026-11-21T01:10:00.000Z'],
  ])('takes the time as %s', (time, at) => expect(readMoment({ ...typed, time })).toEqual({ at }));
  it.each([
    [{ ...typed, time: '25:00' }, 'timeWrong'], [{ ...typed, time: '' }, 'timeWrong'], [{ ...typed, time: '14:5' }, 'timeWrong'], [{ ...typed, month: '13', time: '14:05' }, 'dateWrong'],
    [{ ...typed, day: 'x', time: '14:05' }, 'dateWrong'], [{ day: '', month: '', year: '', time: '' }, 'missing'], [{ ...typed, day: '31', time: '10' }, 'dateWrong'],
  ])('says what is wrong with %j', (moment, fault) => expect(readMoment(moment)).toEqual({ fault }));
  it('shows an instant as it would be typed', () => {
    expect(typedMoment('2026-11-21T01:10:00Z')).toEqual({ day: '21', month: '11', year: '2026', time: '02:10' });
    expect(readMoment({ ...typed, year: '26', time: '02:10' })).toEqual({ at: '2026-11-21T01:10:00.000Z' });
  });
});
