import type { Instant, OutgoingText } from '../case.ts';
import type { EscalationRoutine, LadderLevel } from '../routine.ts';
import type { AwaitedEvent } from '../vocabulary.ts';
import type { ClimbReason, EscalationState, StationOutcome } from './words.ts';

/** A case on the ladder (R6–R9): beside its main line, which may end before. Texts but the agreement are seen by groups: each passed the check of what identifies. */
export interface Escalation {
  /** Which climb of this case, from 1. */
  readonly number: number;
  readonly state: EscalationState;
  /** 1: with the staff. */
  readonly level: number;
  readonly ofPrinciple: boolean;
  readonly enteredAt: Instant;
  readonly dueAt: Instant;
  readonly awaits: AwaitedEvent;
  /** Who has it now; empty with the managers and the staff. */
  readonly groupIds: readonly string[];
  /** Every level it has been at, in order; of earlier climbs too. Each has an execution of its own, numbered by its place here. */
  readonly stations: readonly Station[];
  /** R6, level 2: who does what, and how. For the case alone. */
  readonly agreement?: Agreed | undefined;
  /** R9: what groups see of the case. Null until somebody has begun to write it. */
  readonly folder: OutgoingText | null;
  readonly consultations: readonly Consultation[];
  readonly basis?: Basis | undefined;
  readonly decision?: Decision | undefined;
  readonly information?: Information | undefined;
  /** What earlier climbs came to, in order: raising a case again takes nothing from them. */
  readonly earlier?: readonly EarlierClimb[] | undefined;
}
type Written = 'folder' | 'consultations' | 'agreement' | 'basis' | 'decision' | 'information';
export type EarlierClimb = Pick<Escalation, 'number' | 'ofPrinciple' | Written>;
export interface Station {
  readonly climb: number;
  readonly level: number;
  readonly groupIds: readonly string[];
  readonly from: Instant;
  /** Absent: it is there. */
  readonly left?: { readonly at: Instant; readonly by: string; readonly outcome: StationOutcome; readonly to: number; readonly because?: ClimbReason | undefined; readonly reason: string } | undefined;
}
export interface Agreed {
  readonly who: string;
  readonly what: string;
  readonly how: string;
  readonly by: string;
  readonly at: Instant;
}
/** R7: the group that prepares asks the others of its level. */
export interface Consultation {
  readonly id: string;
  readonly question: string;
  readonly by: string;
  readonly at: Instant;
  readonly answer?: { readonly groupId: string; readonly text: string; readonly by: string; readonly at: Instant } | undefined;
}
/** R7: what the deciding group decides on; measures for the whole county. */
export interface Basis {
  readonly groupId: string;
  readonly text: string;
  readonly measures: readonly string[];
  readonly by: string;
  readonly at: Instant;
}
export interface Decision {
  readonly groupId: string;
  readonly text: string;
  readonly measures: readonly string[];
  /** R7. `due`: ISO date. */
  readonly workingGroup?: { readonly name: string; readonly task: string; readonly due: string } | undefined;
  readonly by: string;
  readonly at: Instant;
}
export interface Information {
  readonly text: string;
  readonly unitIds: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

/** Still waited for by somebody. */
export const isClimbing = (escalation: Escalation | undefined): escalation is Escalation => escalation !== undefined && escalation.state !== 'ended';
/** The rule of a level from 2 on. */
export const ruleOf = (ladder: EscalationRoutine | null, level: number): LadderLevel | undefined => ladder?.levels[level - 2];
/** The highest level: it decides. */
export const topLevel = ({ levels }: EscalationRoutine): number => levels.length + 1;
/** The level that prepares what the highest one decides on, and tells of it. */
export const preparingLevel = ({ levels }: EscalationRoutine): number | undefined => {
  const index = levels.findIndex(({ prepares }) => prepares !== undefined);
  return index === -1 ? undefined : index + 2;
};
/** Every group that has, or has had, the folder. */
export const groupsWithFolder = ({ stations }: Pick<Escalation, 'stations'>): readonly string[] => [...new Set(stations.flatMap(({ groupIds }) => groupIds))];
/** What is kept of a climb that is over, once another begins. */
export const climbsBefore = (before: Escalation | undefined): readonly EarlierClimb[] => {
  if (before === undefined) return [];
  const { number, ofPrinciple, folder, consultations, agreement, basis, decision, information } = before;
  return [...(before.earlier ?? []), { number, ofPrinciple, folder, consultations, agreement, basis, decision, information }];
};
/** The ladder as it was when a climb was over: for groups that have no part in what came after. */
export const asOfClimb = (escalation: Escalation, climb: number): Escalation => {
  const kept = escalation.earlier?.find(({ number }) => number === climb);
  if (kept === undefined) return escalation;
  return { ...escalation, ...kept, state: 'ended', level: 1, groupIds: [], stations: escalation.stations.filter((station) => station.climb <= climb), earlier: escalation.earlier?.filter(({ number }) => number < climb) };
};
/** The last climb in which one of these groups had the folder; undefined: in none. */
export const lastClimbOf = ({ stations }: Pick<Escalation, 'stations'>, groupIds: readonly string[]): number | undefined =>
  stations.findLast((station) => station.groupIds.some((id) => groupIds.includes(id)))?.climb;
