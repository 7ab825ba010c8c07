import type { StaffMember } from './access.ts';
import { managedUnits } from './access.ts';
import type { Role } from './vocabulary.ts';

/**
 * Whose cases each of those who answer for a field follows (domain.md section 1); under routines that let managers,
 * coordinators or Utredare handle cases, MAS follows these too.
 */
const fieldsOf: Readonly<Partial<Record<Role, readonly Role[]>>> = { mas: ['mas', 'unitManager', 'caseCoordinator', 'investigator'], mar: ['mar'], sas: ['sas'] };

/** Which entries of the access log a user may read (L5): its field's, its units', or all, but then without contents. */
export interface LogScope {
  readonly everything: boolean;
  readonly fields: readonly Role[];
  readonly unitIds: readonly string[];
}
export const logScopeOf = (member: StaffMember): LogScope => ({
  everything: member.roles.some(({ role }) => role === 'systemAdministrator'),
  fields: [...new Set(member.roles.flatMap(({ role }) => fieldsOf[role] ?? []))],
  unitIds: managedUnits(member),
});
export const mayReadLog = ({ everything, fields, unitIds }: LogScope): boolean => everything || fields.length > 0 || unitIds.length > 0;

/** `unitId`: of whoever looked; `caseUnitId`, `field`: of the case, absent where the entry is about none. */
export interface LoggedAccess {
  readonly unitId: string | null;
  readonly caseUnitId?: string | undefined;
  readonly field?: Role | undefined;
}
/** Whether reasons and links to cases are shown: to those who have a need to know them, never for the system's sake alone. */
export const seesContentsOf = ({ fields, unitIds }: LogScope, entry: LoggedAccess): boolean =>
  (entry.field !== undefined && fields.includes(entry.field))
  || (entry.unitId !== null && unitIds.includes(entry.unitId))
  || (entry.caseUnitId !== undefined && unitIds.includes(entry.caseUnitId));
export const seesEntry = (scope: LogScope, entry: LoggedAccess): boolean => scope.everything || seesContentsOf(scope, entry);

/** L5: the extract per patient is given out by those who answer for a field; it needs the patient's own reference. */
export const mayExtract = (scope: LogScope): boolean => scope.fields.length > 0;
