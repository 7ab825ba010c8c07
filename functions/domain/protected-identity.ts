import type { CaseInsight, StaffMember } from './access.ts';
import { inboxScopes, isInScope, personsOf } from './access.ts';
import type { Case } from './case.ts';

/** L8: a protected identity is hidden even in own lists; whoever handles or leads the case sees its row. */
export const isHiddenInLists = (user: StaffMember, row: Pick<Case, 'protectedIdentity' | 'responsible' | 'owningUnitId' | 'leadInvestigatorId'>): boolean =>
  row.protectedIdentity && !isInScope(inboxScopes(user), row) && !personsOf(user).some((userId) => userId === row.leadInvestigatorId);

/** On the case's own page: those who only follow the case do not read what was written; whoever wrote it does. */
export const isHiddenOnPage = (user: StaffMember, concerned: Case, insight: CaseInsight): boolean =>
  concerned.protectedIdentity && insight !== 'full' && !(concerned.direction === 'outgoing' && concerned.reporterId === user.id);
