import type { EffectiveRole } from '../role-holders.ts';
import type { DeepAnalysisRule } from '../routine.ts';
import type { GroupKind } from '../vocabulary.ts';
import { decidesAs, type DeepAnalysis } from './deep-analysis.ts';

/** Somebody who asks for deep analyses. */
export interface AnalysisReader {
  readonly userId: string;
  readonly roles: readonly EffectiveRole[];
  /** Kinds of the groups it stands in today. */
  readonly groups: readonly GroupKind[];
  readonly readsCase: boolean;
}

/**
 * Who sees a deep analysis: those who decide, whoever proposed it, makes it or may read its case; the analysis group once it is
 * to be made. Its texts say nothing of who somebody is.
 */
export const seesAnalysis = ({ userId, roles, groups, readsCase }: AnalysisReader, { rule, proposedBy, ownerUserId, state }: Pick<DeepAnalysis, 'proposedBy' | 'ownerUserId' | 'state'> & { readonly rule: DeepAnalysisRule }): boolean =>
  readsCase || decidesAs(rule, roles).length > 0 || proposedBy === userId || ownerUserId === userId || (groups.includes('analysisGroup') && (state === 'accepted' || state === 'done'));
