import { describe, expect, it } from 'vitest';
import { registerFaults } from '../../../../functions/domain/routine/register-faults.ts';
import { demoOf } from '../../demo.ts';
import { ekdala, vaxjo } from '../../ekdala.ts';
import { reko, rekoRegister } from '../escalation/reko.ts';

const today = '2026-11-23';
const codes = (register: typeof ekdala, routine = vaxjo) => registerFaults(routine, register, today).map(([at, code, details]) => [at, code, details]);
const [rule] = vaxjo.outgoing.responsibility;
const routineOf = (responsible: 'unitManager' | 'caseCoordinator') => ({ ...vaxjo, outgoing: { ...vaxjo.outgoing, responsibility: [{ ...rule!, responsible }] } });
const at = '/outgoing/responsibility/0/responsible';
const countOf = (register: typeof ekdala, responsible: 'unitManager' | 'caseCoordinator') =>
  codes(register, routineOf(responsible)).find(([place, code]) => place === at && code !== 'role-unheld')?.[2];

describe('what is out of use is not counted when a routine is checked against the registers', () => {
  const unit = ekdala.units.find(({ organisationId }) => ekdala.organisations.some(({ id, own }) => own && id === organisationId))!;
  const more = (active: boolean) => ({ ...ekdala, units: [...ekdala.units, { ...unit, id: 'spare', part: 'spare', active }] });
  it('units without a manager', () => {
    expect(countOf(more(false), 'unitManager')).toEqual(countOf(ekdala, 'unitManager'));
    expect(countOf(more(true), 'unitManager')).not.toEqual(countOf(ekdala, 'unitManager'));
  });
  it('parts without a coordinator, and one who works for the whole', () => {
    expect(countOf(more(false), 'caseCoordinator')).toEqual(countOf(ekdala, 'caseCoordinator'));
    expect(countOf(more(true), 'caseCoordinator')).not.toEqual(countOf(ekdala, 'caseCoordinator'));
    const whole = { ...more(true), units: [...more(true).units, { ...unit, id: 'office', part: undefined }], roles: [...ekdala.roles, { role: 'caseCoordinator' as const, userId: 'siri', unitId: 'office', from: '2020-01-01' }] };
    expect(countOf(whole, 'caseCoordinator')).toBeUndefined();
  });
  it('areas', () => {
    const routine = { ...vaxjo, eligibility: [{ areas: ['spare'], partyTypes: ['region' as const] }] };
    const withArea = (active: boolean) => codes({ ...ekdala, areas: [...ekdala.areas, { id: 'spare', name: 'Spare', active }] }, routine).map(([, code]) => code);
    expect(withArea(true)).not.toContain('area-unknown');
    expect(withArea(false)).toContain('area-unknown');
  });
  it('groups of a level of the ladder (R6)', () => {
    const withCouncil = (active: boolean) => registerFaults(reko, { ...rekoRegister, groups: rekoRegister.groups.map((group) => (group.kind === 'expertCouncil' ? { ...group, active } : group)) }, today);
    expect(withCouncil(true).map(([, code]) => code)).not.toContain('level-without-group');
    expect(withCouncil(false)).toContainEqual(['/escalation/levels/2/groups', 'level-without-group']);
  });
  it('those who receive reports, and what is kept out of them (G3, G4)', () => {
    const { register, routine } = demoOf('goteborg');
    const of = (changed: Partial<typeof register>) => registerFaults(routine, { ...register, ...changed }, today).filter(([place]) => place.startsWith('/reports')).map(([place, code]) => [place, code]);
    expect(of({})).toEqual([]);
    expect(of({ units: register.units.map((one) => (one.id === 'processledningen' ? { ...one, active: false } : one)) })).toEqual([['/reports/0/receiver', 'receiver-unreachable']]);
    expect(of({ groups: register.groups.filter(({ id }) => id !== 'vastbus') })).toEqual([['/reports/0/exceptions/1/groupId', 'exception-group-missing']]);
    expect(of({ groups: register.groups.filter(({ kind }) => kind !== 'strategyGroup') })).toEqual([['/reports/0/systemFaultsTo', 'group-kind-missing']]);
    expect(of({ roles: register.roles.filter(({ role }) => role !== 'mas' && role !== 'sas') }).map(([, code]) => code)).toContain('list-unheld');
  });
  it('organisations', () => {
    const ended = { ...ekdala, organisations: ekdala.organisations.map((one) => (one.type === 'pharmacy' ? { ...one, active: false } : one)) };
    const routine = { ...vaxjo, eligibility: [{ partyTypes: ['pharmacy' as const] }] };
    const withPharmacy = { ...ekdala, organisations: [...ekdala.organisations, { id: 'spare', name: 'Spare', type: 'pharmacy' as const, own: false, active: true }] };
    expect(codes(withPharmacy, routine).map(([, code]) => code)).not.toContain('nobody-eligible');
    expect(codes(ended, routine).map(([, code]) => code)).toContain('nobody-eligible');
  });
});
