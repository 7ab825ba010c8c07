import type { InboxScope } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { isUnitBound } from '../domain/role-holders.ts';

/** Whose inbox a case is in: a role's, or that of a role bound to units for the unit that owns the case. */
export const inboxKey = ({ responsible, owningUnitId }: Pick<Case, 'responsible' | 'owningUnitId'>): string =>
  isUnitBound(responsible) ? `${responsible}@${owningUnitId}` : responsible;
export const inboxPartitions = (scopes: readonly InboxScope[]): readonly string[] =>
  scopes.flatMap(({ role, unitIds }) => (unitIds === null ? [role] : unitIds.map((owningUnitId) => inboxKey({ responsible: role, owningUnitId }))));
