/** What a report holds: shortfalls by counterpart and clause (G2), or figures by section (V13, R8, L11). */
export const reportContents = ['shortfalls', 'figures'] as const;
export type ReportContent = (typeof reportContents)[number];
export const reportIntervals = ['quarter', 'halfYear', 'year'] as const;
export type ReportInterval = (typeof reportIntervals)[number];

/** Parts of a report of figures. `totals` and `actions` and `followUp` count what happened; the others say of which cases. */
export const reportSections = ['totals', 'actions', 'followUp', 'category', 'counterpart', 'clause', 'harm', 'causeArea', 'legalBasis', 'circumstance'] as const;
export type ReportSection = (typeof reportSections)[number];

/**
 * `waiting`: for the day on which it is drafted. `submitted`: locked, and waits for feedback or follow-up. `done`: it has come,
 * or none is asked for.
 */
export const reportStatuses = ['waiting', 'draft', 'submitted', 'done'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const reportEvents = [
  'reportOpened', 'reportDrafted', 'reportEdited', 'reportReminded', 'reportEscalated', 'reportSubmitted', 'reportReopened', 'reportFeedbackReminded', 'reportFeedbackOverdue',
  'reportFeedbackRecorded', 'systemFaultForwarded', 'reportLinkOpened', 'reportStopped', 'reportRestarted',
] as const;
export type ReportEventType = (typeof reportEvents)[number];

export { reportSteps, reportWaits, type ReportStep, type ReportWait } from '../vocabulary.ts';
