import { describe, expect, test } from 'vitest';
import { groupFaults } from '../../../../functions/domain/administration/register-row-rules.ts';
import { convenerOf, groupsOf, peopleOf } from '../../../../functions/domain/groups/membership.ts';
import type { Group, Register } from '../../../../functions/domain/register.ts';

const user = (id: string, active?: boolean) => ({ id, name: id, title: id, mail: `${id}@ekdala.example`, language: 'sv', unitId: 'unit', ...(active === undefined ? {} : { active }) }) as const;
const group: Group = {
  id: 'rad', name: 'Rådet', kind: 'incidentCouncil', convenerUserId: 'sten',
  members: [{ userId: 'kajsa', from: '2026-01-01' }, { userId: 'enok', from: '2026-01-01', to: '2026-06-30' }, { userId: 'gone', from: '2026-01-01' }],
  guests: [{ userId: 'gunn', from: '2026-03-10', to: '2026-03-20' }],
};
const register: Register = {
  organisations: [], units: [], areas: [], agreements: [], onCall: { suppliers: [], calendar: [] }, mailTexts: [],
  users: [user('sten'), user('kajsa'), user('enok'), user('gunn'), user('saga'), user('gone', false)],
  roles: [{ role: 'convener', userId: 'sten', unitId: 'unit', from: '2026-01-01', substituteUserId: 'saga', substituteFrom: '2026-07-01', substituteTo: '2026-07-31' }],
  groups: [group, { ...group, id: 'ended', active: false }],
};

describe('As what a person stands in a group on a day (R7)', () => {
  test.each([
    ['the convener', 'sten', '2026-03-01', 'convener'],
    ['who stands in for the convener, on its days', 'saga', '2026-07-01', 'convener'],
    ['who stands in for the convener, before', 'saga', '2026-06-30', null],
    ['who stands in for the convener, after', 'saga', '2026-08-01', null],
    ['a member without an end', 'kajsa', '2030-01-01', 'member'],
    ['a member before its first day', 'kajsa', '2025-12-31', null],
    ['a member on its last day', 'enok', '2026-06-30', 'member'],
    ['a member after its last day', 'enok', '2026-07-01', null],
    ['a guest the day before', 'gunn', '2026-03-09', null],
    ['a guest on the first day', 'gunn', '2026-03-10', 'guest'],
    ['a guest on the last day', 'gunn', '2026-03-20', 'guest'],
    ['a guest the day after', 'gunn', '2026-03-21', null],
    ['a user who has left', 'gone', '2026-03-01', null],
    ['nobody known', 'nobody', '2026-03-01', null],
  ] as const)('%s', (_name, userId, day, as) => {
    expect(groupsOf(register, userId, day).map((each) => [each.group.id, each.as])).toEqual(as === null ? [] : [['rad', as]]);
  });

  test('everybody who is there on a day, each once', () => {
    expect(peopleOf(register, group, '2026-03-15')).toEqual(['sten', 'kajsa', 'enok', 'gunn']);
    expect(peopleOf(register, group, '2026-07-15')).toEqual(['saga', 'kajsa']);
    expect(convenerOf(register, group, '2026-07-15')).toBe('saga');
  });
});

describe('Guests of a group in the register (R7)', () => {
  test.each([
    ['again, once the first time is over', [{ userId: 'gunn', from: '2026-03-01', to: '2026-03-10' }, { userId: 'gunn', from: '2026-04-01', to: '2026-04-10' }], []],
    ['twice at the same time', [{ userId: 'gunn', from: '2026-03-01', to: '2026-03-10' }, { userId: 'gunn', from: '2026-03-10', to: '2026-04-10' }], [{ pointer: '/guests/1/userId', code: 'named-twice' }]],
  ])('%s', (_, guests, faults) => expect(groupFaults({ ...group, guests })).toEqual(faults));
});
