import { localDate } from '../calendar.ts';
import type { Case, Instant } from '../case.ts';
import { causeAreasOf, targetGroupOf } from '../classification.ts';
import { milliseconds } from '../instant.ts';
import { otherPartyOf, ourUnitOf } from '../parties.ts';
import { disputeStages } from '../vocabulary.ts';
import {
  clauseValue, disputeValue, everyUnit, ladderLevels, ladderValue, longestDuration, sentToGroup, shortfallValue, statisticDimensions, unknownGroup, valueSeparator,
  type Circumstance, type FigureKey, type LadderValue, type FollowUpMeasure, type StatisticDimension, type StatisticDuration, type StatisticMeasure,
} from './words.ts';

/** What one case adds to the figures: by row, by what is counted. The figures are the sum of this over all cases. */
export type Contribution = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** One row of figures as text, and back: `2026-11|all|outgoing|category|medication`. No identifier holds the bar. */
export const figureRow = ({ month, scope, direction, dimension, value }: FigureKey): string => [month, scope, direction, dimension, value].join('|');

const day = 86_400_000;
/** Calendar days in Europe/Stockholm. */
const daysBetween = (from: Instant, to: Instant): number =>
  Math.min(longestDuration, Math.max(0, Math.round((milliseconds(`${localDate(to)}T00:00:00.000Z`) - milliseconds(`${localDate(from)}T00:00:00.000Z`)) / day)));
interface Happened {
  readonly at: Instant;
  /** `daysToAnswer.12`: it took 12 days. */
  readonly what: StatisticMeasure | FollowUpMeasure | `${StatisticDuration}.${number}`;
}
const taking = (duration: StatisticDuration, from: Instant, to: Instant): Happened => ({ at: to, what: `${duration}.${daysBetween(from, to)}` });

/** A step, whether it was taken in time, and how long it took. */
const step = (done: 'acknowledged' | 'answered', duration: StatisticDuration, from: Instant, at: Instant | undefined, by: Instant): readonly Happened[] =>
  at === undefined ? [] : [{ at, what: done }, ...(at <= by ? [{ at, what: `${done}InTime` } as const] : []), taking(duration, from, at)];

/** V13, R8: actions by when they were done, or are to be; reviews of effect by when they were made. */
const followUps = ({ actions, effectReviews }: Case): readonly Happened[] => [
  ...actions.flatMap(({ doneAt, due }): readonly Happened[] => {
    if (doneAt !== null) return [{ at: `${doneAt}T12:00:00.000Z`, what: 'actionsDone' }];
    return due === null ? [] : [{ at: `${due}T12:00:00.000Z`, what: 'actionsPlanned' }];
  }),
  ...effectReviews.flatMap(({ doneAt, wantedResult }): readonly Happened[] => (doneAt === undefined ? [] : [{ at: doneAt, what: wantedResult === true ? 'effectWanted' : 'effectNotWanted' }])),
];

const happenings = (concerned: Case): readonly Happened[] => {
  const ends: readonly Happened[] = concerned.closedAt === undefined ? [] : [{ at: concerned.closedAt, what: 'closed' }];
  const late = (due: Instant): readonly Happened[] => (concerned.overdue ? [{ at: due, what: 'overdue' }] : []);
  if (concerned.direction === 'incoming') {
    const { receivedAt, registeredAt, handleBy, replyBy, answer } = concerned;
    return [
      { at: concerned.createdAt, what: 'submitted' },
      ...step('acknowledged', 'daysToAcknowledge', receivedAt, registeredAt, handleBy), ...step('answered', 'daysToAnswer', receivedAt, answer?.sentAt, replyBy),
      ...late(registeredAt === undefined ? handleBy : replyBy), ...ends, ...followUps(concerned),
    ];
  }
  const { request } = concerned;
  return [
    { at: concerned.createdAt, what: 'submitted' },
    ...(request === null ? [] : [
      { at: request.sentAt, what: 'sent' } as const,
      ...step('acknowledged', 'daysToAcknowledge', request.sentAt, request.acknowledgedAt, request.acknowledgeBy),
      ...step('answered', 'daysToAnswer', request.sentAt, request.answeredAt, request.replyBy),
    ]),
    ...late(request?.replyBy ?? concerned.handleBy), ...ends, ...followUps(concerned),
  ];
};

const circumstancesOf = (concerned: Case): readonly Circumstance[] => {
  const { alreadySolved = false, unclearResponsibility } = concerned.report;
  const [onCall, notOurs, downtime] = concerned.direction === 'outgoing'
    ? [concerned.onCall?.applies === true, concerned.notOurs !== undefined, concerned.paper !== undefined]
    : [false, false, concerned.source.paper?.downtime === true];
  const given = { onCall, notOurs, downtime, alreadySolved, unclearResponsibility: unclearResponsibility !== undefined && unclearResponsibility !== '' };
  return (['onCall', 'notOurs', 'downtime', 'alreadySolved', 'unclearResponsibility'] as const).filter((each) => given[each]);
};

/** The clause that was not followed (G1), where a clause was named. */
export const clauseOf = (concerned: Case): string | null => clauseValue((concerned.direction === 'outgoing' ? concerned.breach : concerned.report.breach) ?? {});

/** How far the case went up, and its disputes; ended ones count as well. */
const laddersOf = ({ disputes = [], escalation }: Case): readonly LadderValue[] => {
  const reached = Math.max(0, ...(escalation?.stations ?? []).map(({ level }) => level));
  const level = ladderLevels.findLast((each) => each <= reached);
  const stages = disputes.flatMap(({ visits }) => visits.map(({ stage }) => stage));
  const last = disputeStages.findLast((stage) => stages.includes(stage));
  return [...(level === undefined ? [] : [ladderValue(level)]), ...(last === undefined ? [] : [disputeValue(last)])];
};

/** G2: what was sent and stands; a case that was taken back is no shortfall. */
const shortfallsOf = (concerned: Case): readonly string[] => {
  if (concerned.direction === 'incoming' || concerned.request === null || concerned.status === 'withdrawn') return [];
  const { agreementId, clauseId } = concerned.breach ?? {};
  return agreementId === undefined || clauseId === undefined ? [] : [shortfallValue({ counterpartId: concerned.counterpartId, agreementId, clauseId })];
};

/** Values of a case by dimension. */
export const valuesOf = (concerned: Case): Readonly<Record<StatisticDimension, readonly string[]>> => {
  const counterpart = otherPartyOf(concerned) ?? 'public';
  const clause = clauseOf(concerned);
  const targetGroup = targetGroupOf(concerned);
  return {
    all: [''],
    unit: [ourUnitOf(concerned)],
    counterpart: [counterpart],
    category: [concerned.report.category],
    clause: clause === null ? [] : [clause],
    // What was found, where somebody has assessed it; else as it was reported.
    harm: [concerned.harmAssessment?.harm ?? concerned.report.harm],
    causeArea: causeAreasOf(concerned),
    legalBasis: [concerned.report.legalBasis],
    circumstance: circumstancesOf(concerned),
    counterpartClause: clause === null ? [] : [`${counterpart}${valueSeparator}${clause}`],
    targetGroup: [targetGroup ?? unknownGroup],
    shortfall: shortfallsOf(concerned),
    ladder: laddersOf(concerned),
  };
};

/** Pure: of the case as it is now, whatever happened to it before. */
export const contributionOf = (concerned: Case): Contribution => {
  const rows = new Map<string, Record<string, number>>();
  const values = valuesOf(concerned);
  for (const { at, what } of happenings(concerned)) {
    const month = localDate(at).slice(0, 7);
    for (const scope of [everyUnit, ourUnitOf(concerned)]) {
      for (const dimension of statisticDimensions) {
        // A unit's own figures need not say which unit, and no report is of one unit.
        if (scope !== everyUnit && (dimension === 'unit' || dimension === 'shortfall')) continue;
        if (dimension === 'shortfall' && what !== 'sent') continue;
        const name = dimension === 'shortfall' ? sentToGroup(targetGroupOf(concerned)) : what;
        for (const value of values[dimension]) {
          const row = figureRow({ month, scope, direction: concerned.direction, dimension, value });
          const counts = rows.get(row) ?? {};
          counts[name] = (counts[name] ?? 0) + 1;
          rows.set(row, counts);
        }
      }
    }
  }
  return rows;
};

/** What must be added to the figures so that they hold `after` instead of `before`; rows that stay are not in it. */
export const contributionChanges = (before: Contribution, after: Contribution): Contribution => {
  const changes = new Map<string, Readonly<Record<string, number>>>();
  for (const row of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(row) ?? {}, after.get(row) ?? {}];
    const counts = Object.fromEntries([...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
      const change = (now[name] ?? 0) - (old[name] ?? 0);
      return change === 0 ? [] : [[name, change]];
    }));
    if (Object.keys(counts).length > 0) changes.set(row, counts);
  }
  return changes;
};

/** `before` with these rows changed: what stands when so much of a difference is written. */
export const withChanges = (before: Contribution, changes: Contribution): Contribution => {
  const rows = new Map(before);
  for (const [row, changed] of changes) {
    const counts = Object.entries(changed).reduce<Record<string, number>>((sum, [name, change]) => ({ ...sum, [name]: (sum[name] ?? 0) + change }), { ...before.get(row) });
    const left = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
    if (Object.keys(left).length === 0) rows.delete(row);
    else rows.set(row, left);
  }
  return rows;
};
