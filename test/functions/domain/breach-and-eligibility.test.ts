import { describe, expect, it } from 'vitest';
import { breachFaults, isBreachMissing, type Breach } from '../../../functions/domain/breach.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import { setExternalUnit } from '../../../functions/domain/commands/handling.ts';
import { isEligible } from '../../../functions/domain/eligibility.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

const named: Breach = { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' };
const sjoland = { counterpartId: 'sjoland', happenedAt: monday };
const [first] = ekdala.agreements;
const ended = [{ ...first!, validTo: '2026-01-31' }, { ...first!, version: 2, validFrom: '2026-02-01' }];

describe('G1: a breach names a clause that bound the counterpart when it happened', () => {
  it.each<[string, Breach, Parameters<typeof breachFaults>[1], Parameters<typeof breachFaults>[2], string[]]>([
    ['a clause in force', named, ekdala.agreements, sjoland, []],
    ['words alone', { kind: 'guideline', text: 'Vår egen rutin' }, ekdala.agreements, sjoland, []],
    ['no such clause', { ...named, clauseId: '9.9' }, ekdala.agreements, sjoland, ['clause-unknown']],
    ['no such version', { ...named, agreementVersion: 7 }, ekdala.agreements, sjoland, ['clause-unknown']],
    ['half a clause', { ...named, clauseId: undefined }, ekdala.agreements, sjoland, ['clause-unknown']],
    ['an agreement of another kind', { ...named, kind: 'guideline' }, ekdala.agreements, sjoland, ['clause-unknown']],
    ['an agreement that binds somebody else', named, ekdala.agreements, { ...sjoland, counterpartId: 'linden' }, ['agreement-not-in-force']],
    ['an agreement of the public', named, ekdala.agreements, { ...sjoland, counterpartId: null }, ['agreement-not-in-force']],
    ['a version that had ended', named, ended, sjoland, ['agreement-not-in-force']],
    ['the version that had begun', { ...named, agreementVersion: 2 }, ended, sjoland, []],
    ['the older version of an older event', named, ended, { ...sjoland, happenedAt: '2026-01-10T08:00:00Z' }, []],
  ])('%s', (_, breach, agreements, place, codes) => {
    expect(breachFaults(breach, agreements, place).map(({ code }) => code)).toEqual(codes);
  });
  it.each([
    ['optional', undefined, false], ['agreement-and-clause', undefined, true], ['agreement-and-clause', named, false], ['agreement-and-clause', { kind: 'agreement', text: 'vet inte' } as Breach, true],
  ] as const)('the routine says %s, the case %j: missing %s', (breach, said, missing) => {
    expect(isBreachMissing(said, ekdala.agreements, sjoland, { breach })).toBe(missing);
  });
  it('is not asked for where no agreement binds the counterpart', () => {
    expect(isBreachMissing(undefined, [first!], { ...sjoland, counterpartId: 'linden' }, { breach: 'agreement-and-clause' })).toBe(false);
  });
});

describe('N3: geography × party type', () => {
  const rules = [{ areas: ['norr'], partyTypes: ['municipality', 'region'] as const }, { partyTypes: ['pharmacy'] as const }].map((rule) => ({ ...rule, partyTypes: [...rule.partyTypes] }));
  it.each([
    [null, { type: 'other' }, { areas: ['norr'] }, true],
    [rules, { type: 'region', areas: ['norr', 'syd'] }, { areas: ['norr'] }, true],
    [rules, { type: 'region', areas: ['syd'] }, { areas: ['norr'] }, false],
    [rules, { type: 'region' }, { areas: ['norr'] }, false],
    [rules, { type: 'region', areas: ['norr'] }, { areas: ['syd'] }, false],
    [rules, { type: 'region', areas: ['norr'] }, { areas: [] }, true],
    [rules, { type: 'region', areas: ['norr'] }, null, true],
    [rules, { type: 'pharmacy' }, { areas: ['syd'] }, true],
    [rules, { type: 'transportService', areas: ['norr'] }, { areas: ['norr'] }, false],
  ] as const)('%#', (given, party, ours, expected) => {
    expect(isEligible(given, party, ours)).toBe(expected);
  });
  const context = (eligibility: typeof vaxjo.eligibility) => ({ now: monday, actor: 'siri', principal: null, routine: { ...vaxjo, eligibility }, register: ekdala });
  const submission = { caseId: 'c', number: 'EK1-TEST', report: { ...missingList, externalUnitId: 'norrvik-34' }, hasPatientReference: false } as const;
  it('a report names only a party that the routine covers, and so does whoever sets the unit', () => {
    expect(() => submit(submission, context([{ partyTypes: ['pharmacy'] }]))).toThrow(expect.objectContaining({ faults: [{ pointer: '/report/externalUnitId', code: 'party-not-eligible' }] }));
    expect(() => submit({ ...submission, report: missingList }, context([{ partyTypes: ['pharmacy'] }]))).toThrow(expect.objectContaining({ faults: [{ pointer: '/report/counterpartId', code: 'party-not-eligible' }] }));
    const { case: reported } = submit(submission, context([{ areas: ['norra-sjoland'], partyTypes: ['region'] }]));
    expect(() => setExternalUnit(reported, { externalUnitId: 'dosia-kundservice' }, context([{ partyTypes: ['region'] }]))).toThrow(expect.objectContaining({ code: 'party-not-eligible' }));
  });
  it('what has ended is no choice', () => {
    const register = { ...ekdala, units: ekdala.units.map((unit) => (unit.id === 'norrvik-34' ? { ...unit, active: false } : unit)) };
    expect(() => submit(submission, { ...context(null), register })).toThrow(expect.objectContaining({ code: 'external-unit-unknown' }));
  });
});
