import { describe, expect, it } from 'vitest';
import { firstHourOf, isFinished, type FirstHourFacts, type FirstHourStep } from '../../../functions/domain/first-hour.ts';
import type { Register } from '../../../functions/domain/register.ts';
import { ekdala, vaxjo } from '../ekdala.ts';

const said = { by: 'sixten', at: '2026-03-02T09:00:00.000Z' };
const substitutes: Register['roles'] = ekdala.roles.map((role) => (['mar', 'sas', 'investigator', 'systemAdministrator', 'mas', 'unitManager', 'caseCoordinator'].includes(role.role) ? { ...role, substituteUserId: 'moa', substituteFrom: '2027-07-01' } : role));
const units: Register['units'] = ekdala.units.map((unit) => ({ ...unit, mailbox: unit.mailbox ?? 'm@x.example', managerMailbox: unit.managerMailbox ?? 'm@x.example' }));
const ready: FirstHourFacts = {
  register: { ...ekdala, roles: substitutes, units }, routine: vaxjo, today: '2026-03-02', testMail: 'sent', caseEnded: true,
  notes: { approved: { id: vaxjo.id, version: vaxjo.version, ...said }, testMail: { id: 't', ...said }, caseSkipped: null },
};
const stateOf = (facts: FirstHourFacts, step: FirstHourStep) => firstHourOf(facts).steps.find((one) => one.step === step)?.state;

describe('the first hour', () => {
  it('is over when everything is in place', () => {
    const view = firstHourOf(ready);
    expect(view.steps.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(isFinished(view)).toBe(true);
  });
  it.each<[FirstHourStep, string, (facts: FirstHourFacts) => FirstHourFacts]>([
    ['organisation', 'todo', (facts) => ({ ...facts, register: { ...facts.register, callBackPhone: undefined } })],
    ['organisation', 'todo', (facts) => ({ ...facts, register: { ...facts.register, organisations: facts.register.organisations.map((one) => ({ ...one, own: false })) } })],
    ['units', 'todo', (facts) => ({ ...facts, register: { ...facts.register, units: facts.register.units.map((unit) => (unit.id === 'rehab' ? { ...unit, managerMailbox: undefined } : unit)) } })],
    ['parties', 'todo', (facts) => ({ ...facts, register: { ...facts.register, units: facts.register.units.filter(({ organisationId }) => organisationId !== 'dosia') } })],
    ['users', 'todo', (facts) => ({ ...facts, register: { ...facts.register, users: facts.register.users.filter(({ id }) => id === 'sixten') } })],
    ['roles', 'todo', (facts) => ({ ...facts, register: { ...facts.register, roles: facts.register.roles.filter(({ role }) => role !== 'mas') } })],
    ['roles', 'todo', (facts) => ({ ...facts, register: { ...facts.register, roles: facts.register.roles.map((role) => (role.role === 'mas' ? { ...role, to: '2026-03-01' } : role)) } })],
    ['substitutes', 'todo', (facts) => ({ ...facts, register: { ...facts.register, roles: facts.register.roles.map((role) => (role.role === 'mar' ? { ...role, substituteUserId: undefined } : role)) } })],
    ['routine', 'todo', (facts) => ({ ...facts, notes: { ...facts.notes, approved: null } })],
    ['routine', 'todo', (facts) => ({ ...facts, routine: { ...vaxjo, version: vaxjo.version + 1 } })],
    ['mail', 'todo', (facts) => ({ ...facts, testMail: 'none' })], ['mail', 'waiting', (facts) => ({ ...facts, testMail: 'waiting' })], ['mail', 'todo', (facts) => ({ ...facts, testMail: 'failed' })],
    ['case', 'todo', (facts) => ({ ...facts, caseEnded: false })], ['case', 'skipped', (facts) => ({ ...facts, caseEnded: false, notes: { ...facts.notes, caseSkipped: said } })],
  ])('shows that %s is %s', (step, state, change) => {
    expect(stateOf(change(ready), step)).toBe(state);
    expect(isFinished(firstHourOf(change(ready)))).toBe(state === 'skipped');
  });
  it('names what is missing', () => {
    const view = firstHourOf({ ...ready, register: { ...ekdala, roles: ekdala.roles.filter(({ role }) => role !== 'sas') } });
    expect(view.missingRoles).toEqual(['sas']);
    expect(view.withoutSubstitute).toContain('mar');
    expect(firstHourOf({ ...ready, register: { ...ready.register, units: ready.register.units.filter(({ organisationId }) => organisationId !== 'dosia') } }).partiesWithoutMailbox).toEqual(['Dosia dosapotek']);
  });
});
