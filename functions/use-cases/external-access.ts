import type { Instant } from '../domain/case.ts';
import type { AccessEntry, LoadedCase } from './ports.ts';
import { accessedCase } from './staff-access.ts';

/** L5, of whoever is behind a link: no person, but the unit that the link was sent to; none of the public. */
export const externalAccess = (
  { at, unitId, operation, kind }: { readonly at: Instant; readonly unitId: string | null; readonly operation: string; readonly kind: AccessEntry['kind'] },
  { case: concerned, patientKey }: Pick<LoadedCase, 'case' | 'patientKey'>,
): AccessEntry => ({
  at, userId: 'external', principal: null, unitId: unitId === '' ? null : unitId, operation, kind, caseId: concerned.id, patientKey, ...accessedCase(concerned),
});
