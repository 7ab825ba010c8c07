import type { StaffMember } from '../access.ts';
import type { Routine } from '../routine.ts';
import type { Role } from '../vocabulary.ts';
import { awaitsReview, type HarmFacts } from './serious-harm.ts';

/** Those whose profession it is to review an assessment under its law; nobody does it on their behalf. */
export const reviewingRoles = ({ report: { legalBasis } }: HarmFacts): readonly Role[] => (legalBasis === 'sol' || legalBasis === 'lss' ? ['sas'] : ['mas', 'mar']);

/** The role as which a user reviews the assessment that waits for it: another person than the one who made it, who has so long a need to know. */
export const reviewsHarmAs = (user: StaffMember, facts: HarmFacts, routine: Pick<Routine, 'harm'>): Role | undefined =>
  (awaitsReview(facts, routine) && facts.harmAssessment?.by !== user.id ? reviewingRoles(facts).find((role) => user.roles.some((held) => held.role === role)) : undefined);
