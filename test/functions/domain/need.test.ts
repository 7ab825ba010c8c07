import { describe, expect, it } from 'vitest';
import { caseActions } from '../../../functions/contracts/case.ts';
import { insightInto, staffMember } from '../../../functions/domain/access.ts';
import type { Case } from '../../../functions/domain/case.ts';
import { decideOpening, grantOf, type Opening } from '../../../functions/domain/need.ts';
import { permit } from '../../../functions/domain/permission.ts';
import type { Routine } from '../../../functions/domain/routine.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { incomingInStatus } from './incoming-case.ts';
import { inStatus } from './outgoing-case.ts';

/* Role × need × routine: who must know, who may open by stating why, and for whom the case does not exist. */

const routines = (['refused', 'with-reason'] as const).map((withoutNeed): [string, Routine] => [withoutNeed, { ...vaxjo, access: { ...vaxjo.access, withoutNeed } }]);
const protectedCase = (concerned: Case) => ({ ...concerned, protectedIdentity: true });
const cases = { outgoing: inStatus('sent'), incoming: incomingInStatus('investigating') } as const;

/** Without a need: what the routine that lets reasons be stated gives them. */
const without: Record<keyof typeof cases, Record<string, Opening>> = {
  outgoing: { marta: 'with-reason', saga: 'with-reason', ulla: 'with-reason', rut: 'with-reason', sixten: 'refused', nils: 'refused', nobody: 'refused' },
  incoming: { marta: 'with-reason', saga: 'with-reason', ulla: 'with-reason', sixten: 'refused', nobody: 'refused' },
};
const withNeed: Record<keyof typeof cases, readonly string[]> = { outgoing: ['maj', 'hanna', 'siri'], incoming: ['maj', 'hanna'] };

describe.each(['outgoing', 'incoming'] as const)('%s', (direction) => {
  const concerned = cases[direction];
  describe.each(routines)('%s', (withoutNeed, routine) => {
    it.each(withNeed[direction])('%s needs no reason', (userId) => {
      expect(decideOpening(staffMember(ekdala, userId, monday), concerned, routine)).toBe('has-need');
    });
    it.each(Object.entries(without[direction]))('%s without a need: %s', (userId, opening) => {
      const member = staffMember(ekdala, userId, monday);
      expect(decideOpening(member, concerned, routine)).toBe(withoutNeed === 'refused' ? 'refused' : opening);
      expect(decideOpening(member, protectedCase(concerned), routine)).toBe('refused');
      // Nothing that is opened counts as a need to know it.
      expect(decideOpening({ ...member, openedCases: [concerned.id] }, concerned, routine)).toBe(withoutNeed === 'refused' ? 'refused' : opening);
    });
  });
  it('once opened is to be read, as a unit’s manager reads it, and nothing else', () => {
    const opened = { ...staffMember(ekdala, 'marta', monday), openedCases: [concerned.id] };
    expect(insightInto(opened, concerned, vaxjo)).toBe('unit');
    expect(caseActions.filter((action) => permit(opened, action, concerned, vaxjo).allowed)).toEqual(['read-case']);
    expect(permit({ ...opened, openedCases: ['another'] }, 'read-case', concerned, vaxjo)).toEqual({ allowed: false, reason: 'no-need-to-know' });
  });
});
it('is open for a day', () => {
  expect(grantOf('case-1', 'marta', '2026-03-02T09:00:00.000Z', 'r')).toMatchObject({ at: '2026-03-02T09:00:00.000Z', until: '2026-03-03T09:00:00.000Z' });
});
