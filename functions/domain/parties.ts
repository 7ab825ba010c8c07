import type { Case } from './case.ts';

/** Our unit: it reported, or is the one that an incoming report concerns most (its owner, while none is named). */
export const ourUnitOf = (concerned: Case): string =>
  concerned.direction === 'outgoing' ? concerned.report.unitId : concerned.report.concernedUnitIds[0] ?? concerned.owningUnitId;
/** Our units that a case is about. */
export const ourUnitsOf = (concerned: Case): readonly string[] => (concerned.direction === 'outgoing' ? [concerned.report.unitId] : concerned.report.concernedUnitIds);
/** The other organisation; null: the public. */
export const otherPartyOf = (concerned: Case): string | null =>
  concerned.direction === 'outgoing' ? concerned.counterpartId : concerned.report.partyOrganisationId;
