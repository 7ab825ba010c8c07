/** Where a description is. */
export const descriptionStates = ['draft', 'asked', 'changeProposed', 'refused', 'published', 'withdrawn'] as const;
export type DescriptionState = (typeof descriptionStates)[number];
/** What the other party may say. */
export const approvalAnswers = ['approve', 'refuse', 'change', 'withdraw'] as const;
export type ApprovalAnswer = (typeof approvalAnswers)[number];
