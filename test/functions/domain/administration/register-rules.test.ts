import { describe, expect, it } from 'vitest';
import { endedByNext } from '../../../../functions/domain/administration/agreement-rules.ts';
import { endedEntry, isEnded } from '../../../../functions/domain/administration/register-ending.ts';
import { entryFaults, withEntry } from '../../../../functions/domain/administration/register-rules.ts';
import { entryWarnings } from '../../../../functions/domain/administration/register-warnings.ts';
import type { Register, RegisterEntry } from '../../../../functions/domain/register.ts';
import { registerKey } from '../../../../functions/domain/register.ts';
import { ekdala } from '../../ekdala.ts';

const today = '2026-03-02';
const register: Register = ekdala;
const unit = register.units.find(({ id }) => id === 'norrvik-34')!;
const rehab = register.units.find(({ id }) => id === 'rehab')!;
const siri = register.users.find(({ id }) => id === 'siri')!;
const sixten = register.roles.find(({ role }) => role === 'systemAdministrator')!;
const mas = register.roles.find(({ role }) => role === 'mas')!;
const hanna = register.roles.find(({ role }) => role === 'administrator')!;
const discharge = register.agreements.find(({ id }) => id === 'utskrivning')!;
const next = { ...discharge, version: 2, validFrom: '2026-06-01' };
const supplier = register.onCall.suppliers[0]!;
const evening = register.onCall.calendar[0]!;
const group = register.groups[0]!;

const entry = <Name extends RegisterEntry['register']>(name: Name, value: Extract<RegisterEntry, { register: Name }>['value']) => ({ register: name, value }) as RegisterEntry;
const beforeOf = (after: RegisterEntry, given: Register): RegisterEntry | null => {
  const all: RegisterEntry[] = [...given.organisations.map((value) => entry('organisations', value)), ...given.units.map((value) => entry('units', value)), ...given.users.map((value) => entry('users', value)), ...given.roles.map((value) => entry('roles', value)), ...given.agreements.map((value) => entry('agreements', value))];
  return all.find((each) => each.register === after.register && registerKey(each) === registerKey(after)) ?? null;
};
const faults = (after: RegisterEntry, given = register) => entryFaults(after, { register: given, before: beforeOf(after, given), today }).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a row stands in the register only if what it says can be', () => {
  it.each<[string, RegisterEntry, string[]]>([
    ['a unit of nobody', entry('units', { ...unit, organisationId: 'nobody' }), ['/organisationId organisation-unknown']],
    ['a unit in an unknown area', entry('units', { ...unit, areas: ['norra-sjoland', 'atlantis'] }), ['/areas/1 area-unknown']],
    ['a user at another organisation’s unit', entry('users', { ...siri, unitId: 'norrvik-34' }), ['/unitId unit-not-ours']],
    ['a role of nobody', entry('roles', { ...mas, userId: 'nobody' }), ['/userId user-unknown']],
    ['a role that ends before it begins', entry('roles', { ...mas, to: '2019-01-01' }), ['/to ends-before-it-begins', '/substituteFrom substitute-outside-role']],
    ['a substitute who is the holder', entry('roles', { ...mas, substituteUserId: 'maj' }), ['/substituteUserId substitute-is-holder']],
    ['a substitute without dates', entry('roles', { ...mas, substituteFrom: undefined, substituteTo: undefined }), ['/substituteFrom substitute-without-dates']],
    ['dates without a substitute', entry('roles', { ...mas, substituteUserId: undefined }), ['/substituteUserId substitute-missing']],
    ['an administrator for nobody', entry('roles', { ...hanna, principalRoles: [] }), ['/principalRoles principals-missing']],
    ['an administrator for a reporter', entry('roles', { ...hanna, principalRoles: ['reporter'] }), ['/principalRoles principal-not-responsible']],
    ['a MAS who acts for others', entry('roles', { ...mas, principalRoles: ['mar'] }), ['/principalRoles principals-of-administrator-only']],
    ['the only system administrator, ended', entry('roles', { ...sixten, to: '2026-02-01' }), ['/to last-system-administrator']],
    ['the only system administrator, ending one day', entry('roles', { ...sixten, to: '2027-01-01' }), ['/to last-system-administrator']],
    ['our only organisation given away', entry('organisations', { ...register.organisations[0]!, own: false }), ['/own last-own-organisation', '/own units-left']],
    ['a party made our own', entry('organisations', { ...register.organisations[1]!, own: true }), ['/own units-left']],
    ['a unit of ours given away with its people', entry('units', { ...rehab, organisationId: register.organisations[1]!.id }), ['/organisationId users-left']],
    ['the same role at the same unit, in the same time', entry('roles', { ...mas, from: '2026-06-01' }), ['/from role-overlaps']],
    ['words for a phone number', entry('settings', { name: 'callBackPhone', value: 'abc <b>' }), ['/value phone-wrong']],
    ['an organisation with units left', entry('organisations', { ...register.organisations[1]!, active: false }), ['/active units-left']],
    ['a unit with people left', entry('units', { ...rehab, active: false }), ['/active users-left']],
    ['a user with roles left', entry('users', { ...siri, active: false }), ['/active roles-left']],
    ['an area in use', entry('areas', { ...register.areas[0]!, active: false }), ['/active area-in-use']],
    ['a changed agreement', entry('agreements', { ...discharge, title: { sv: 'Annan', en: 'Another' } }), ['/version agreement-published']],
    ['a skipped version', entry('agreements', { ...discharge, version: 3, validFrom: '2026-06-01' }), ['/version agreement-version-wrong']],
    ['a version before the last one', entry('agreements', { ...next, validFrom: '2021-01-01' }), ['/validFrom agreement-overlaps']],
    ['the same clause twice', entry('agreements', { ...next, clauses: [next.clauses[0]!, next.clauses[0]!] }), ['/clauses/1/id named-twice']],
    ['a supplier nobody knows', entry('suppliers', { ...supplier, organisationId: 'nobody', to: '2019-01-01' }), ['/organisationId organisation-unknown', '/to ends-before-it-begins']],
    ['a time on no day', entry('onCallTimes', { ...evening, weekdays: [] }), ['/weekdays days-missing']],
    ['a time of no length', entry('onCallTimes', { ...evening, to: evening.from }), ['/to ends-before-it-begins']],
    ['a member twice, a convener who is nobody', entry('groups', { ...group, convenerUserId: 'nobody', members: [...group.members, group.members[0]!] }), ['/convenerUserId user-unknown', `/members/${group.members.length}/userId named-twice`]],
    ['all of it as it stands', entry('units', unit), []],
    ['an ended agreement', entry('agreements', { ...discharge, validTo: '2026-12-31' }), []],
    ['the next version', entry('agreements', next), []],
  ])('%s', (_, after, expected) => {
    expect(faults(after)).toEqual(expected);
  });

  it('names nothing that is out of use, but lets what is on its way out go', () => {
    const without = withEntry(register, entry('users', { ...siri, active: false }));
    const role = register.roles.find(({ userId }) => userId === 'siri')!;
    expect(faults(entry('roles', role), without)).toEqual(['/userId user-ended']);
    expect(faults(entry('roles', { ...role, to: today }), without)).toEqual([]);
  });

  it('lets a second system administrator take over', () => {
    const both = withEntry(register, entry('roles', { ...sixten, userId: 'hanna' }));
    expect(faults(entry('roles', { ...sixten, to: '2026-02-01' }), both)).toEqual([]);
  });
});

describe('ending', () => {
  it.each<[RegisterEntry, boolean]>([
    [entry('units', unit), true], [entry('roles', mas), true], [entry('agreements', discharge), true], [entry('suppliers', supplier), true], [entry('groups', group), true], [entry('settings', { name: 'callBackPhone', value: '1' }), false],
  ])('%#', (row, ends) => {
    const ended = endedEntry(row, '2026-03-01');
    expect(ended !== undefined).toBe(ends);
    expect(isEnded(row, today)).toBe(false);
    if (ended) expect(isEnded(ended, today)).toBe(true);
  });
  it('a new version of an agreement ends the one before it the day before it begins', () => {
    expect(endedByNext(next, register.agreements)).toMatchObject({ version: 1, validTo: '2026-05-31' });
    expect(endedByNext(discharge, register.agreements)).toBeUndefined();
  });
});

describe('what is worth a second look', () => {
  const codes = (after: RegisterEntry) => entryWarnings(after, register, today).map(({ code }) => code);
  it.each<[string, RegisterEntry, string[]]>([
    ['a person’s mailbox', entry('units', { ...unit, mailbox: 'anna.andersson@norrvik.example' }), ['mailbox-of-a-person']],
    ['no mailboxes', entry('units', { ...unit, mailbox: undefined, managerMailbox: undefined }), ['no-mailbox', 'no-manager-mailbox']],
    ['function mailboxes', entry('units', unit), []],
    ['the last MAS', entry('roles', { ...mas, to: '2026-12-31', substituteUserId: undefined, substituteFrom: undefined, substituteTo: undefined }), ['role-without-holder']],
  ])('%s', (_, after, expected) => {
    expect(codes(after)).toEqual(expected);
  });
});

describe('the same role held again', () => {
  const ended = { ...mas, to: '2026-02-28', substituteUserId: undefined, substituteFrom: undefined, substituteTo: undefined };
  const later = { ...ended, from: '2026-05-01', to: undefined };
  const given = { ...register, roles: register.roles.map((role) => (role === mas ? ended : role)) };
  it('is a row of its own, and leaves the first one as it was', () => {
    expect(faults(entry('roles', later), given)).toEqual([]);
    expect(withEntry(given, entry('roles', later)).roles.filter(({ userId, role }) => userId === mas.userId && role === 'mas')).toEqual([ended, later]);
  });
  it('can be withdrawn before it has begun', () => {
    const both = withEntry(given, entry('roles', later));
    const withdrawn = endedEntry(entry('roles', later), today)!;
    expect(faults(withdrawn, both)).toEqual([]);
    expect(isEnded(withdrawn, today)).toBe(true);
    expect(faults(entry('roles', { ...later, from: '2026-04-01' }), withEntry(both, withdrawn))).toEqual([]);
  });
});
