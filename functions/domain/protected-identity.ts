import type { CaseInsight, StaffMember } from './access.ts';
import { inboxScopes, isInScope, personsOf } from './access.ts';
import type { Case } from './case.ts';
import { reviewsHarmAs } from './harm/reviewing.ts';
import type { Routine } from './routine.ts';

/** L8: a protected identity is hidden even in own lists; whoever handles or leads the case sees its row. */
export const isHiddenInLists = (user: StaffMember, row: Pick<Case, 'protectedIdentity' | 'responsible' | 'owningUnitId' | 'leadInvestigatorId'>): boolean =>
  row.protectedIdentity && !isInScope(inboxScopes(user), row) && !personsOf(user).some((userId) => userId === row.leadInvestigatorId);

/** On the case's own page: those who only follow the case do not read what was written; whoever wrote it does, and whoever is to review how its harm was assessed. */
export const isHiddenOnPage = (user: StaffMember, concerned: Case, insight: CaseInsight, routine: Pick<Routine, 'harm'>): boolean =>
  concerned.protectedIdentity && insight !== 'full' && reviewsHarmAs(user, concerned, routine) === undefined && !(concerned.direction === 'outgoing' && concerned.reporterId === user.id);
