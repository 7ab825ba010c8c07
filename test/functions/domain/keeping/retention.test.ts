import { describe, expect, it } from 'vitest';
import { keeps, seesKeeping, signsOff } from '../../../../functions/domain/keeping/access.ts';
import { covers, holdsOn, releaseHold, type LegalHold } from '../../../../functions/domain/keeping/legal-hold.ts';
import { dueOn, retentionFault, type RetentionRoutine, type RetentionRule } from '../../../../functions/domain/keeping/retention.ts';
import { exempt, isToBeCarriedOut, newRun, reported, signOffRun, tallied, withdrawSignOff, type RetentionRun, type RunItem } from '../../../../functions/domain/keeping/retention-run.ts';
import { staffMember } from '../../../../functions/domain/access.ts';
import { routineFaults } from '../../../../functions/domain/routine/faults.ts';
import { ekdala, vaxjo } from '../../ekdala.ts';

const now = '2031-04-01T04:00:00.000Z';
const rule = (more: Partial<RetentionRule> = {}): RetentionRule => ({ documentType: 'outgoingCase', from: 'closing', keepMonths: 60, ending: 'erase', ground: 'x', ...more });
const retention = (more: Partial<RetentionRoutine> = {}): RetentionRoutine => ({ told: 'systemAdministrator', signOff: 'mas', graceDays: 30, rules: [rule()], ...more });

describe('when what is kept goes', () => {
  it.each([
    ['2026-03-31', rule(), '2031-03-31'], ['2024-02-29', rule({ keepMonths: 12 }), '2025-02-28'], ['2026-08-31', rule({ keepMonths: 1 }), '2026-09-30'],
    // The law's five years, whatever a rule says (L5).
    ['2026-03-31', rule({ documentType: 'accessLog', from: 'entry', keepMonths: 12 }), '2031-03-31'], ['2026-03-31', rule({ documentType: 'accessLog', from: 'entry', keepMonths: 120 }), '2036-03-31'],
  ])('from %s', (since, of, expected) => expect(dueOn(since, of)).toBe(expected));
  it.each([
    [rule(), null], [rule({ from: 'registration' }), null], [rule({ ending: 'archiveThenErase' }), null], [rule({ from: 'entry' }), 'retention-start-wrong'],
    [rule({ documentType: 'accessLog', from: 'closing', keepMonths: 60 }), 'retention-start-wrong'], [rule({ documentType: 'accessLog', from: 'entry', keepMonths: 59 }), 'access-log-too-short'],
    [rule({ documentType: 'accessLog', from: 'entry' }), null], [rule({ documentType: 'attachment', ending: 'archiveThenErase' }), 'archive-cases-alone'],
  ])('%o', (of, expected) => expect(retentionFault(of)).toBe(expected));
  it('is refused in a routine, with its place', () => {
    const faults = (of: RetentionRoutine | null) => routineFaults({ ...vaxjo, retention: of }, { register: ekdala, today: '2026-03-02' }).filter(({ pointer }) => pointer.startsWith('/retention')).map(({ pointer, code }) => [pointer, code]);
    expect(faults(null)).toEqual([]);
    expect(faults(vaxjo.retention)).toEqual([]);
    expect(faults(retention({ signOff: 'convener', rules: [rule({ documentType: 'accessLog', from: 'entry', keepMonths: 12 }), rule(), rule({ documentType: 'attachment', keepMonths: 120 })] }))).toEqual([
      ['/retention/signOff', 'role-unheld'], ['/retention/rules/0/keepMonths', 'access-log-too-short'], ['/retention/rules/2/keepMonths', 'part-outlives-case'],
    ]);
  });
});

describe('a run', () => {
  const item = (outcome: RunItem['outcome'], id = 'outgoingCase_c1'): RunItem => ({ id, documentType: 'outgoingCase', caseId: 'c1', number: 'K7H-4F2K', since: '2026-03-01', dueOn: '2031-03-01', ending: 'erase', outcome });
  const drawn = (...items: RunItem[]): RetentionRun => ({ ...newRun({ id: 'vaxjo', version: 1, retention: retention() }, now), tallies: tallied({}, items) });
  const awaiting = reported(drawn(item('due'), item('held', 'other')), false, now);
  const signed = signOffRun(awaiting, 'maj', '', now);
  it.each<[string, () => unknown, string]>([
    ['an exemption of what does not go', () => exempt(awaiting, item('held'), { by: 'maj', at: now, reason: 'r' }), 'exemption-refused'],
    ['an exemption taken back that is none', () => exempt(awaiting, item('due'), null), 'exemption-refused'],
    ['an exemption after the signature', () => exempt(signed, item('due'), { by: 'maj', at: now, reason: 'r' }), 'retention-not-awaiting'],
    ['a signature before the report is whole', () => signOffRun(drawn(item('due')), 'maj', '', now), 'retention-not-awaiting'],
    ['a second signature', () => signOffRun(signed, 'maj', '', now), 'retention-not-awaiting'],
    ['a signature taken back that is none', () => withdrawSignOff(awaiting, now), 'retention-not-awaiting'],
    ['a signature taken back too late', () => withdrawSignOff(signed, '2031-05-02T08:00:00.000Z'), 'retention-not-awaiting'],
    ['a signature taken back when it has begun', () => withdrawSignOff({ ...signed, cursor: 'x' }, now), 'retention-not-awaiting'],
  ])('refuses %s', (_, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
  it('counts, waits for a signature only where something would go, and is carried out after its days of grace', () => {
    expect(awaiting).toMatchObject({ state: 'awaiting', tallies: { outgoingCase: { due: 1, held: 1, oldest: '2026-03-01' } } });
    expect(reported(drawn(item('held')), false, now)).toMatchObject({ state: 'done', finishedAt: now });
    expect(reported(drawn({ ...item('blocked'), obstacle: 'not-archived' }), true, now)).toMatchObject({ state: 'awaiting' });
    expect(exempt(awaiting, item('due'), { by: 'maj', at: now, reason: 'r' })).toMatchObject({ item: { outcome: 'exempted' }, run: { tallies: { outgoingCase: { due: 0, exempted: 1 } }, version: awaiting.version + 1 } });
    expect(signed.signedOff?.eraseFrom).toBe('2031-05-01T06:00:00.000Z');
    expect([awaiting, signed].map((run) => isToBeCarriedOut(run, '2040-01-01T00:00:00.000Z'))).toEqual([false, true]);
    expect(isToBeCarriedOut(signed, '2031-05-01T05:59:59.000Z')).toBe(false);
    expect(withdrawSignOff(signed, now)).toMatchObject({ state: 'awaiting', signedOff: undefined });
  });
});

describe('a legal hold', () => {
  const hold = (more: Partial<LegalHold>): LegalHold => ({ id: 'h', scope: 'case', target: 'c1', caseId: 'c1', caseNumber: 'n', reason: 'r', by: 'maj', at: now, until: null, ...more });
  const concerned = { id: 'c1', patientKey: 'p1', counterpartId: 'sjoland' };
  it.each([
    [hold({}), true], [hold({ target: 'c2' }), false], [hold({ scope: 'patient', target: 'p1' }), true], [hold({ scope: 'patient', target: 'p2' }), false],
    [hold({ scope: 'party', target: 'sjoland' }), true], [hold({ scope: 'party', target: 'linden' }), false],
  ])('%o', (of, expected) => expect(covers(of, concerned)).toBe(expected));
  it('holds through its last day, until it is released, and is released once', () => {
    const until = hold({ until: '2031-04-01' });
    expect(['2031-04-01T21:00:00.000Z', '2031-04-01T22:30:00.000Z'].map((at) => holdsOn([until], concerned, at).length)).toEqual([1, 0]);
    const released = releaseHold(hold({}), 'maj', 'klart', now);
    expect(holdsOn([released], concerned, now)).toEqual([]);
    expect(() => releaseHold(released, 'maj', 'igen', now)).toThrow(expect.objectContaining({ code: 'hold-released' }));
  });
});

describe('who keeps', () => {
  it.each([['maj', true, true, true], ['sixten', true, true, false], ['enok', false, false, false], ['siri', false, false, false], ['hanna', false, false, false]])('%s', (userId, sees, may, signs) => {
    const user = staffMember(ekdala, userId, '2026-03-02T09:00:00.000Z');
    expect([seesKeeping(user, retention()), keeps(user, retention()), signsOff(user, retention())]).toEqual([sees, may, signs]);
    expect(keeps(user, retention({ told: 'convener', signOff: 'convener' }))).toBe(false);
  });
});
