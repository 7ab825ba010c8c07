import type { Case } from '../case.ts';
import { otherPartyOf } from '../parties.ts';
import type { Direction } from '../vocabulary.ts';
import { clauseOf } from './contribution.ts';
import type { LikenessBy } from './words.ts';

/** What cases towards the same counterpart have in common. */
export interface Likeness {
  readonly direction: Direction;
  readonly counterpartId: string;
  readonly by: LikenessBy;
  readonly value: string;
}
/** A case like it, by when it was created. */
export interface LikeCase extends Likeness {
  readonly createdAt: string;
  readonly caseId: string;
}

/** The clause first: it says more than the category. Nothing of the public, of whom there are many. */
export const likenessesOf = (concerned: Case): readonly Likeness[] => {
  const counterpartId = otherPartyOf(concerned);
  if (counterpartId === null) return [];
  const common = { direction: concerned.direction, counterpartId };
  const clause = clauseOf(concerned);
  const unitId = concerned.direction === 'outgoing' ? concerned.externalUnitId : concerned.report.partyUnitId;
  return [...(clause === null ? [] : [{ ...common, by: 'clause', value: clause } as const]), { ...common, by: 'category', value: concerned.report.category }, ...(unitId === null ? [] : [{ ...common, by: 'unit', value: unitId } as const])];
};
/** Where others find this case: none once it was withdrawn or rejected. */
export const likeCasesOf = (concerned: Case): readonly LikeCase[] =>
  concerned.status === 'withdrawn' || concerned.status === 'rejected' ? [] : likenessesOf(concerned).map((likeness) => ({ ...likeness, createdAt: concerned.createdAt, caseId: concerned.id }));
