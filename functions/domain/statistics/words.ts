import { targetGroups, type Direction, type DisputeStage, type TargetGroup } from '../vocabulary.ts';

/**
 * What figures are told apart by; `all` is every case, once. A case may have several values of one, or none. `shortfall`: of
 * sent outgoing cases alone, counterpart and clause, from which reports are compiled (G2, G4); what is counted is target groups.
 */
export const statisticDimensions = ['all', 'unit', 'counterpart', 'category', 'clause', 'harm', 'causeArea', 'legalBasis', 'circumstance', 'counterpartClause', 'targetGroup', 'shortfall', 'ladder'] as const;
export type StatisticDimension = (typeof statisticDimensions)[number];

/** Values of `circumstance`: on call, not our responsibility, on paper while the system was down, solved already. */
export const circumstances = ['onCall', 'notOurs', 'downtime', 'alreadySolved', 'unclearResponsibility'] as const;
export type Circumstance = (typeof circumstances)[number];

/**
 * What is counted, each in the month in which it happened (Europe/Stockholm). Of an incoming case `acknowledged` is its
 * registration and `answered` our reply. `overdue`: what was due that month and is late and open now.
 */
export const statisticMeasures = ['submitted', 'sent', 'acknowledged', 'acknowledgedInTime', 'answered', 'answeredInTime', 'overdue', 'closed'] as const;
export type StatisticMeasure = (typeof statisticMeasures)[number];

/** What became of actions and of reviews of their effect, each in its month: kept beside the measures, for reports (V13, R8). */
export const followUpMeasures = ['actionsPlanned', 'actionsDone', 'effectWanted', 'effectNotWanted'] as const;
export type FollowUpMeasure = (typeof followUpMeasures)[number];

/** Calendar days that something took; kept as how many cases took how many days, so that medians can be told. */
export const statisticDurations = ['daysToAcknowledge', 'daysToAnswer'] as const;
export type StatisticDuration = (typeof statisticDurations)[number];
/** What took longer counts as this. */
export const longestDuration = 180;

/** Names one row of kept figures. `scope`: every unit, or one of ours. */
export interface FigureKey {
  /** ISO month. */
  readonly month: string;
  readonly scope: string;
  readonly direction: Direction;
  readonly dimension: StatisticDimension;
  readonly value: string;
}
export const everyUnit = 'all';

/** Parts of a value that names several things: counterpart ~ agreement ~ clause. No identifier holds it. */
export const valueSeparator = '~';
export const clauseValue = ({ agreementId, clauseId }: { readonly agreementId?: string | undefined; readonly clauseId?: string | undefined }): string | null =>
  agreementId === undefined || clauseId === undefined ? null : `${agreementId}${valueSeparator}${clauseId}`;

/** Values of `ladder`: the highest level that a case has reached (R6), and the last step of a dispute (G7). A case may have both. */
export const ladderLevels = [2, 3, 4, 5] as const;
export const ladderValue = (level: (typeof ladderLevels)[number]) => `level-${level}` as const;
export const disputeValue = <Stage extends DisputeStage>(stage: Stage) => `dispute-${stage}` as const;
export type LadderValue = ReturnType<typeof ladderValue> | `dispute-${DisputeStage}`;

/** What cases with the same counterpart may have in common besides. `unit`: the other party's. */
export const likenessBys = ['clause', 'category', 'unit'] as const;
export type LikenessBy = (typeof likenessBys)[number];
/** Within which recurrence is counted (G2). */
export const recurrencePeriods = ['month', 'quarter', 'halfYear', 'year'] as const;
export type RecurrencePeriod = (typeof recurrencePeriods)[number];

/** Where nobody knows the target group. */
export const unknownGroup = 'unknown';
export interface Shortfall {
  readonly counterpartId: string;
  readonly agreementId: string;
  readonly clauseId: string;
}
export const shortfallValue = ({ counterpartId, agreementId, clauseId }: Shortfall): string => [counterpartId, agreementId, clauseId].join(valueSeparator);
/** What a sent case counts as in a row of `shortfall`: a row for each group would be five times as many to read for a report. */
export const sentToGroup = (targetGroup: TargetGroup | null): TargetGroup | typeof unknownGroup => targetGroup ?? unknownGroup;
/** null: nobody has said. */
export const groupCounted = (name: string): TargetGroup | null => targetGroups.find((one) => one === name) ?? null;

/** What a page asks for: what is kept, by month, and private contractors alone. */
export const statisticViews = ['month', 'unit', 'counterpart', 'contractor', 'category', 'clause', 'counterpartClause', 'harm', 'causeArea', 'targetGroup', 'legalBasis', 'circumstance', 'ladder'] as const;
export type StatisticViewName = (typeof statisticViews)[number];
/** Whether the rows of each hold every case once, at most once, or any number of times. */
export const viewParts: Readonly<Record<StatisticViewName, 'whole' | 'partly' | 'several'>> = {
  month: 'whole', unit: 'whole', counterpart: 'whole', contractor: 'partly', category: 'whole', clause: 'partly', counterpartClause: 'partly', harm: 'whole',
  causeArea: 'several', targetGroup: 'whole', legalBasis: 'whole', circumstance: 'several', ladder: 'several',
};
/** Months that can be asked for at once. */
export const longestPeriod = 36;
