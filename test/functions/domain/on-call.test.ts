import { describe, expect, it } from 'vitest';
import type { OnCall } from '../../../functions/domain/case.ts';
import { completeOnCall, setNotOurs } from '../../../functions/domain/commands/on-call.ts';
import { send, sendingBlocksOf } from '../../../functions/domain/commands/sending.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import { missingOnCall, onCallAt, onCallOf } from '../../../functions/domain/on-call.ts';
import type { Register } from '../../../functions/domain/register.ts';
import type { Routine } from '../../../functions/domain/routine.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';
import { context, ready } from './outgoing-case.ts';

const everyField = ['nurseOnDuty', 'doctorConsulted', 'acuteAction', 'handoverConfirmed'] as const;
const ruled: Routine = { ...vaxjo, onCall: { requiredFields: everyField } };
const register: Register['onCall'] = {
  suppliers: [
    { id: 's1', organisationId: 'trygga-jouren', coversUnitIds: ['hemsjukvard-norr'], from: '2026-01-01', to: '2026-12-31' },
    { id: 's2', organisationId: 'linden', from: '2026-07-01' },
  ],
  calendar: [
    { id: 'nights', weekdays: [1, 2, 3, 4, 5], from: '17:00', to: '07:00', holidays: false },
    { id: 'weekend', weekdays: [6, 7], from: '00:00', to: '00:00', holidays: true },
    { id: 'lunch', weekdays: [3], from: '12:00', to: '13:00', holidays: false },
  ],
};

describe('what is on call (H1)', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a Monday at nine', '2026-03-02T08:00:00Z', 'hemsjukvard-norr', []],
    ['a minute before it begins', '2026-03-02T15:59:00Z', 'hemsjukvard-norr', []],
    ['the minute it begins', '2026-03-02T16:00:00Z', 'hemsjukvard-norr', ['nights']],
    ['past midnight, the evening before decides', '2026-03-03T01:10:00Z', 'hemsjukvard-norr', ['nights']],
    ['the minute it ends', '2026-03-03T06:00:00Z', 'hemsjukvard-norr', []],
    ['a Saturday night: Friday’s shift, and the weekend', '2026-11-28T01:10:00Z', 'hemsjukvard-norr', ['nights', 'weekend']],
    ['a Monday before dawn: no shift begins on a Sunday, the weekend ended at midnight', '2026-03-02T01:00:00Z', 'hemsjukvard-norr', []],
    ['a Sunday at noon', '2026-03-01T11:00:00Z', 'hemsjukvard-norr', ['weekend']],
    ['a Wednesday within a short time of the day', '2026-03-04T11:30:00Z', 'hemsjukvard-norr', ['lunch']],
    ['Good Friday at noon', '2026-04-03T10:00:00Z', 'hemsjukvard-norr', ['weekend']],
    ['Christmas Eve, a Thursday', '2026-12-24T11:00:00Z', 'hemsjukvard-norr', ['weekend']],
    // 29 March 2026: 02:00 becomes 03:00; 25 October: 03:00 becomes 02:00.
    ['the hour after summer time begins', '2026-03-29T01:30:00Z', 'hemsjukvard-norr', ['weekend']],
    ['the hour that comes twice in October, first', '2026-10-25T00:30:00Z', 'hemsjukvard-norr', ['weekend']],
    ['the hour that comes twice in October, again', '2026-10-25T01:30:00Z', 'hemsjukvard-norr', ['weekend']],
    ['an evening in summer is two hours before UTC', '2026-07-06T15:00:00Z', 'hemsjukvard-norr', ['nights']],
    ['a year that no table of holidays reaches', '1999-12-24T10:00:00Z', 'hemsjukvard-norr', []],
  ])('%s', (_, at, unit, calendarIds) => {
    expect(onCallAt(at, unit, register).calendarIds).toEqual(calendarIds);
  });
  it.each<[string, string, string, readonly string[]]>([
    ['a unit that is covered', '2026-03-02T20:00:00Z', 'hemsjukvard-norr', ['trygga-jouren']],
    ['a unit that is not', '2026-03-02T20:00:00Z', 'rehab', []],
    ['every unit, from July', '2026-07-06T20:00:00Z', 'rehab', ['linden']],
    ['both', '2026-07-06T20:00:00Z', 'hemsjukvard-norr', ['trygga-jouren', 'linden']],
    ['the last day', '2026-12-31T20:00:00Z', 'hemsjukvard-norr', ['trygga-jouren', 'linden']],
    ['the day after, which is the next year here', '2026-12-31T23:30:00Z', 'hemsjukvard-norr', ['linden']],
  ])('who is: %s', (_, at, unit, suppliers) => {
    const finding = onCallAt(at, unit, register);
    expect(finding.supplierIds).toEqual(suppliers);
    expect(finding.automatic).toBe(suppliers.length > 0 && finding.calendarIds.length > 0);
  });
});

const night = { ...missingList, happenedAt: '2026-02-28T01:10:00.000Z' };
const submitted = (report: Partial<typeof missingList>, routine = ruled, holds = register) =>
  submit({ caseId: 'c1', number: 'K7H-4F2K', report: { ...night, ...report }, hasPatientReference: false }, context({ actor: 'siri', principal: null, routine, register: { ...ekdala, onCall: holds } }));

describe('the flag on a case', () => {
  it('is the server’s, whatever the report says, and is on the timeline', () => {
    const { case: concerned, events } = submitted({});
    expect(concerned.onCall).toMatchObject({ automatic: true, applies: true, supplierIds: ['trygga-jouren'], nurseOnDuty: 'unknown' });
    expect(events.map(({ type }) => type)).toContain('onCallFlagged');
  });
  it('is turned by a reason alone, and the reason is kept', () => {
    expect(submitted({ onCallWrong: 'Jouren hade lämnat över.' }).case.onCall).toMatchObject({ automatic: true, applies: false, disputed: { reason: 'Jouren hade lämnat över.', by: 'siri', at: monday } });
    expect(submitted({ happenedAt: '2026-03-02T08:00:00.000Z', discoveredAt: '2026-03-02T08:30:00.000Z', onCallWrong: 'Jouren täckte upp.' }).case.onCall).toMatchObject({ automatic: false, applies: true });
  });
  it('is none in the day, nor where the routine has no rules', () => {
    expect(submitted({ happenedAt: '2026-03-02T08:00:00.000Z', discoveredAt: '2026-03-02T08:30:00.000Z' }).case.onCall).toBeUndefined();
    expect(submitted({}, vaxjo).case.onCall).toBeUndefined();
    expect(submitted({ onCall: { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'yes' } }, vaxjo).case.onCall).toMatchObject({ applies: true, automatic: false });
  });
});

describe('what sending waits for (H2)', () => {
  const onCall: OnCall = { ...onCallOf(night, { automatic: true, calendarIds: ['nights'], supplierIds: ['trygga-jouren'] }, true, 'siri', monday)! };
  it.each<[string, Partial<OnCall>, readonly string[]]>([
    ['nothing known', {}, ['nurseOnDuty', 'doctorConsulted', 'handoverConfirmed']],
    ['no is an answer', { nurseOnDuty: 'no', doctorConsulted: 'no', handoverConfirmed: 'no' }, []],
    ['one left', { nurseOnDuty: 'yes', doctorConsulted: 'yes' }, ['handoverConfirmed']],
    ['it was not on call', { applies: false }, []],
  ])('%s', (_, answers, missing) => {
    const concerned = { report: night, onCall: { ...onCall, ...answers } };
    expect(missingOnCall(concerned, everyField)).toEqual(missing);
    expect(missingOnCall(concerned, undefined)).toEqual([]);
  });
  it('blocks sending until somebody completes it', () => {
    const concerned = { ...ready(), onCall };
    expect(sendingBlocksOf(concerned, context({ routine: ruled }))).toEqual(['on-call-incomplete']);
    expect(() => send(concerned, context({ routine: ruled }))).toThrow('on-call-incomplete');
    const { case: completed } = completeOnCall(concerned, { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'yes' }, context({ routine: ruled }));
    expect(send(completed, context({ routine: ruled })).case.status).toBe('sent');
  });
});

describe('not our responsibility (H3)', () => {
  it('makes the responsible organisation the counterpart; a unit of another is no longer the one', () => {
    const { case: concerned } = setNotOurs(ready(), { description: 'Regionens ansvar.', organisationId: 'linden' }, context());
    expect(concerned).toMatchObject({ counterpartId: 'linden', externalUnitId: null, notOurs: { organisationId: 'linden', by: 'maj' } });
    expect(setNotOurs(ready(), { description: 'd', organisationId: 'sjoland' }, context()).case.externalUnitId).toBe('norrvik-34');
    expect(() => setNotOurs(ready(), { description: 'd', organisationId: 'ekdala' }, context())).toThrow('counterpart-unknown');
  });
});
