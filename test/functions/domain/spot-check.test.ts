import { describe, expect, it } from 'vitest';
import { isOverdueCheck, judgeAccess, drawnCheck, periodsToDraw, remindersDue, reviewersOf, reviewsCheck, Sample, seesCheck, signOffCheck, spotCheckId, type CheckedAccess } from '../../../functions/domain/spot-check.ts';
import { logScopeOf, mayExtract, mayReadLog, seesContentsOf, seesEntry } from '../../../functions/domain/access-log.ts';
import { staffMember } from '../../../functions/domain/access.ts';
import { identifier } from '../../../functions/contracts/primitives.ts';
import { ekdala, monday } from '../ekdala.ts';

const now = '2026-04-02T05:00:00.000Z';
const access = (id: string, more: Partial<CheckedAccess> = {}): CheckedAccess =>
  ({ id, at: monday, userId: 'siri', operation: 'read-case', kind: 'read', principal: null, unitId: 'hemsjukvard-norr', caseId: 'case-1', patientKey: null, ...more });
const quarter = { from: '2026-01-01', to: '2026-03-31' };

describe('periods', () => {
  it.each([
    ['the first time only the newest', 3, null, now, [quarter]],
    ['nothing while it lasts', 3, '2026-03-31', now, []],
    ['what was missed', 3, '2025-06-30', now, [{ from: '2025-07-01', to: '2025-09-30' }, { from: '2025-10-01', to: '2025-12-31' }, quarter]],
    ['every month', 1, '2026-01-31', '2026-03-15T12:00:00.000Z', [{ from: '2026-02-01', to: '2026-02-28' }]],
    ['by the Swedish calendar', 1, '2026-02-28', '2026-03-31T22:30:00.000Z', [{ from: '2026-03-01', to: '2026-03-31' }]],
    ['a year', 12, null, now, [{ from: '2025-01-01', to: '2025-12-31' }]],
    ['what is left of a year after a change to a longer interval', 12, '2026-09-30', '2027-02-01T12:00:00.000Z', [{ from: '2026-10-01', to: '2026-12-31' }]],
    ['that, and the whole year after it', 12, '2026-09-30', '2028-01-02T12:00:00.000Z', [{ from: '2026-10-01', to: '2026-12-31' }, { from: '2027-01-01', to: '2027-12-31' }]],
    ['after a change to a shorter interval', 3, '2026-02-28', '2026-07-02T12:00:00.000Z', [{ from: '2026-03-01', to: '2026-03-31' }, { from: '2026-04-01', to: '2026-06-30' }]],
    ['at most eight after a long silence', 1, '2020-01-31', now, expect.objectContaining({ length: 8 })],
  ])('%s', (_, months, drawnTo, at, periods) => expect(periodsToDraw(months, drawnTo, at)).toEqual(periods));
});
describe('the sample', () => {
  const many = Array.from({ length: 500 }, (_, index) => access(`entry-${index}`));
  const drawn = (checkId: string, accesses: readonly CheckedAccess[], size = 20) => {
    const sample = new Sample(checkId, size);
    for (let start = 0; start < accesses.length; start += 70) sample.add(accesses.slice(start, start + 70));
    return sample;
  };
  it('is the same in whatever order they come, another for another unit, and spread over the period', () => {
    const ids = drawn('one', many).accesses.map(({ id }) => id);
    expect(drawn('one', many.toReversed()).accesses.map(({ id }) => id)).toEqual(ids);
    expect(drawn('other', many).accesses.map(({ id }) => id)).not.toEqual(ids);
    expect(new Set(ids.map((id) => Math.floor(Number(id.slice(6)) / 100))).size).toBeGreaterThan(3);
    expect(drawn('one', many).total).toBe(500);
  });
  it('has what was opened by stating a reason first, and leaves out what shows no case', () => {
    const stated = [access('stated-1', { reason: 'r' }), access('stated-2', { reason: 'r' })];
    const sample = drawn('one', [...many, ...stated, access('list', { kind: 'list', caseId: null })], 3);
    expect(sample.accesses.slice(0, 2).map(({ id }) => id).toSorted()).toEqual(['stated-1', 'stated-2']);
    expect(sample.total).toBe(502);
  });
});
it('has an identifier of its unit and period that fits an address and a mail’s tag, however long the unit’s is', () => {
  const long = ['a', 'b'].map((end) => spotCheckId(`${'u'.repeat(63)}${end}`, quarter));
  for (const id of [...long, spotCheckId('rehab', quarter)]) expect(identifier.safeParse(id).success, id).toBe(true);
  expect(new Set(long).size).toBe(2);
});
describe('going through it', () => {
  const check = drawnCheck('hemsjukvard-norr', quarter, { accesses: [access('a'), access('b', { userId: 'enok' })], total: 9 }, 10, now);
  const judgement = { outcome: 'justified', note: '', by: 'enok', at: now } as const;
  it('is one per unit and period, due after the routine’s days', () => expect(check).toMatchObject({ id: 'hemsjukvard-norr_2026-01-01', dueAt: '2026-04-12T21:59:59.000Z', version: 1, total: 9 }));
  it('ends with every access judged and a signature, and stays as it is', () => {
    expect(() => signOffCheck(check, 'enok', '', now)).toThrow(expect.objectContaining({ code: 'judgements-missing', missing: 2 }));
    const one = judgeAccess(check, 'a', judgement);
    // Nobody judges what it did itself.
    expect(() => judgeAccess(one, 'b', judgement)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
    expect(() => judgeAccess(one, 'x', judgement)).toThrow(expect.objectContaining({ code: 'access-unknown' }));
    const both = judgeAccess(one, 'b', { ...judgement, by: 'maj' });
    const signed = signOffCheck(both, 'enok', 'n', now);
    expect(signed).toMatchObject({ version: 4, signedOff: { by: 'enok', at: now, note: 'n' } });
    expect(() => judgeAccess(signed, 'a', judgement)).toThrow(expect.objectContaining({ code: 'spot-check-signed-off' }));
    expect(() => signOffCheck(signed, 'enok', '', now)).toThrow(expect.objectContaining({ code: 'spot-check-signed-off' }));
  });
  it.each([
    ['2026-04-12T21:00:00.000Z', false, 0], ['2026-04-12T23:00:00.000Z', true, 0], ['2026-04-13T06:30:00.000Z', true, 1], ['2026-04-22T06:30:00.000Z', true, 1],
    ['2026-04-23T06:30:00.000Z', true, 2], ['2026-06-01T06:30:00.000Z', true, 5],
  ])('at %s it is overdue: %s, with %s reminders', (at, overdue, reminders) => {
    expect([isOverdueCheck(check, at), remindersDue(check, at)]).toEqual([overdue, reminders]);
    expect(remindersDue({ ...check, signedOff: { by: 'enok', at: now, note: '' } }, at)).toBe(0);
  });
});
describe('who reads what of the log', () => {
  const home = { unitId: 'hemsjukvard-norr', caseUnitId: 'hemsjukvard-norr', field: 'mas' } as const;
  const other = { unitId: 'rehab', caseUnitId: 'rehab', field: 'mar' } as const;
  it.each([
    // userId, may read, extract, sees home care under MAS, its contents, rehab under MAR, reviews home care's check, sees it
    ['maj', true, true, true, true, false, true, true], ['marta', true, true, false, false, true, true, true], ['enok', true, false, true, true, false, true, true],
    ['rut', true, false, false, false, true, false, false], ['sixten', true, false, true, false, true, false, true],
    ['hanna', false, false, false, false, false, false, false], ['siri', false, false, false, false, false, false, false], ['nobody', false, false, false, false, false, false, false],
  ] as const)('%s', (userId, reads, extracts, entry, contents, otherEntry, reviews, sees) => {
    const scope = logScopeOf(staffMember(ekdala, userId, monday));
    expect([mayReadLog(scope), mayExtract(scope), seesEntry(scope, home), seesContentsOf(scope, home), seesEntry(scope, other)]).toEqual([reads, extracts, entry, contents, otherEntry]);
    expect([reviewsCheck(scope, home), seesCheck(scope, home)]).toEqual([reviews, sees]);
  });
});

describe('whom a check waits for', () => {
  const judged = { judgement: { outcome: 'justified', note: '', by: 'maj', at: monday } } as const;
  it.each([
    ['the manager', 'hemsjukvard-norr', [access('1')], ['enok']],
    ['MAS beside a manager who looked', 'hemsjukvard-norr', [access('1'), access('2', { userId: 'enok' })], ['enok', 'maj']],
    ['MAS alone where the manager’s own are left', 'hemsjukvard-norr', [access('1', judged), access('2', { userId: 'enok' })], ['maj']],
    ['the manager, to sign off', 'hemsjukvard-norr', [access('1', judged), access('2', { userId: 'enok', ...judged })], ['enok']],
    ['MAR for what MAS did herself', 'mas-funktionen', [access('1', { userId: 'maj' })], ['marta']],
    ['MAS where there is no manager', 'mar-funktionen', [access('1', { userId: 'marta' })], ['maj']],
  ])('%s', (_, unitId, accesses, expected) => expect(reviewersOf(ekdala, { unitId, accesses }, '2026-04-02')).toEqual(expected));
});
