/** `accepted`: it is to be made (V13d). */
export const deepAnalysisStates = ['proposed', 'accepted', 'declined', 'done'] as const;
export type DeepAnalysisState = (typeof deepAnalysisStates)[number];

/** How the voices of those who decide make a decision: the first one does, more than half of the roles, or all of them. */
export const votingRules = ['first', 'majority', 'all'] as const;
export type VotingRule = (typeof votingRules)[number];
