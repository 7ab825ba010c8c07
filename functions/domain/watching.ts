import type { Case } from './case.ts';

/**
 * Whose watch list a case is in: who investigates it (V3), who was told of its reply (H7), and who was told that it is serious and
 * has a decision to make (L3), whoever handles it.
 */
export const watchersOf = (concerned: Case): readonly string[] => [
  ...(concerned.leadInvestigatorId === null ? [] : [concerned.leadInvestigatorId]),
  ...concerned.coInvestigatorIds,
  ...(concerned.direction === 'outgoing' ? concerned.replyTo ?? [] : []),
  ...(concerned.harmTrack?.told ?? []),
];
