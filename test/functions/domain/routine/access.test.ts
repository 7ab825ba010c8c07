import { describe, expect, it } from 'vitest';
import { staffMember } from '../../../../functions/domain/access.ts';
import { decideRoutineAccess, routineActions, type RoutineAction } from '../../../../functions/domain/routine/access.ts';
import { ekdala, monday, vaxjo } from '../../ekdala.ts';

/** Role × action: who may do what with the routine; reviewing follows the routine itself. */
const people = { systemAdministrator: 'sixten', mas: 'maj', mar: 'marta', sas: 'saga', investigator: 'ulla', administrator: 'hanna', manager: 'enok', reporter: 'siri', substituteToCome: 'moa', stranger: 'nobody' } as const;
const table: Readonly<Record<RoutineAction, readonly (keyof typeof people)[]>> = {
  'read-routines': ['systemAdministrator', 'mas', 'mar', 'sas'],
  'change-routine': ['systemAdministrator'],
  'review-routine': ['systemAdministrator', 'mas'],
};

describe('access to the routine', () => {
  const may = (person: keyof typeof people, action: RoutineAction, role = vaxjo.review.role, at = monday) =>
    decideRoutineAccess(staffMember(ekdala, people[person], at), action, { review: { ...vaxjo.review, role } }).allowed;
  it.each(routineActions)('%s', (action) => {
    for (const person of Object.keys(people) as (keyof typeof people)[]) expect([person, may(person, action)]).toEqual([person, table[action].includes(person)]);
  });
  it('lets the role that the routine names read and review it, and nobody else', () => {
    expect([may('manager', 'read-routines', 'unitManager'), may('manager', 'review-routine', 'unitManager'), may('mas', 'review-routine', 'unitManager')]).toEqual([true, true, false]);
  });
  it('lets a substitute act in its time', () => {
    expect(may('substituteToCome', 'review-routine', 'mas', '2027-07-10T08:00:00.000Z')).toBe(true);
  });
});
