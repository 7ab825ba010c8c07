import type { LocalDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { agendaAtMost, type AgendaSource, type ItemOutcome } from './words.ts';

/** What an item is about. Of a case no more than which one: its texts are read from it, by whoever may. */
export type Subject =
  | { readonly kind: 'case'; readonly caseId: string; readonly number: string }
  /** The same clause not followed by the same counterpart (G2). */
  | { readonly kind: 'shortfall'; readonly counterpartId: string; readonly agreementId: string; readonly clauseId: string; readonly count: number }
  | { readonly kind: 'analysis'; readonly analysisId: string; readonly number: string }
  | { readonly kind: 'matter'; readonly title: string };
export interface Candidate {
  readonly source: AgendaSource;
  readonly subject: Subject;
  /** Of what was added or forwarded: why. */
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  /** The group it was forwarded from. */
  readonly fromGroupId?: string | undefined;
}
export interface AgendaItem extends Candidate {
  /** `i1`, `i2`… */
  readonly id: string;
  readonly removed?: { readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
  readonly outcome?: RecordedOutcome | undefined;
}
/** What the meeting said of it (H8). */
export interface RecordedOutcome {
  readonly outcome: ItemOutcome;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
  /** Forwarded to. */
  readonly toGroupId?: string | undefined;
  /** `notWantedResult`: the new action of the case, by its id there, and when its effect is reviewed. */
  readonly actionId?: string | undefined;
  readonly reviewDueAt?: Instant | undefined;
}
/** What another group has forwarded, until a meeting takes it up. */
export interface Forwarded {
  readonly groupId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly subject: Subject;
  readonly fromGroupId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What an item is about, as one word: nothing stands twice on an agenda. */
export const subjectKey = (subject: Subject): string => {
  switch (subject.kind) {
    case 'case': return `case ${subject.caseId}`;
    case 'shortfall': return `shortfall ${subject.counterpartId} ${subject.agreementId} ${subject.clauseId}`;
    case 'analysis': return `analysis ${subject.analysisId}`;
    case 'matter': return `matter ${subject.title}`;
  }
};

/** What stands stays as it is, what was removed among it; new candidates follow, each subject once, as long as there is room. */
export const builtAgenda = (standing: readonly AgendaItem[], candidates: readonly Candidate[]): { readonly items: readonly AgendaItem[]; readonly left: number; readonly added: number } => {
  // What another group forwarded and stands here already: why it came is said there.
  const named = standing.map((item): AgendaItem => {
    const again = item.removed === undefined && item.outcome === undefined && item.fromGroupId === undefined ? candidates.find(({ source, subject }) => source === 'forwarded' && subjectKey(subject) === subjectKey(item.subject)) : undefined;
    return again === undefined ? item : { ...item, reason: again.reason, by: again.by, fromGroupId: again.fromGroupId };
  });
  const known = new Set(standing.map(({ subject }) => subjectKey(subject)));
  const fresh = candidates.filter(({ subject }) => {
    const key = subjectKey(subject);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  const room = Math.max(0, agendaAtMost - standing.length);
  const added = fresh.slice(0, room).map((candidate, index): AgendaItem => ({ ...candidate, id: `i${standing.length + index + 1}` }));
  return { items: [...named, ...added], left: fresh.length - added.length, added: added.length };
};

/** What the last meeting put off, or had no time for, comes back. */
export const carriedFrom = (items: readonly AgendaItem[]): readonly Candidate[] => items
  .filter(({ removed, outcome }) => removed === undefined && (outcome === undefined || outcome.outcome === 'carried'))
  .map(({ subject }) => ({ source: 'carried', subject }));
/** From the group itself: added to a meeting that was cancelled. */
export const forwardedCandidate = ({ subject, reason, by, fromGroupId, groupId }: Forwarded): Candidate => (fromGroupId === groupId ? { source: 'added', subject, reason, by } : { source: 'forwarded', subject, reason, by, fromGroupId });
/** Of what waits, that which stands on the agenda and is to be dealt with there; the rest waits for the next one. */
export const takenUp = (items: readonly AgendaItem[], waiting: readonly Forwarded[]): readonly Forwarded[] => waiting.filter(({ subject }) =>
  items.some((item) => item.removed === undefined && item.outcome === undefined && subjectKey(item.subject) === subjectKey(subject)));
/** What others forwarded and people added to a meeting that is not held waits for the group's next one. */
export const putBack = (meeting: { readonly id: string; readonly groupId: string; readonly items: readonly AgendaItem[] }, at: Instant): readonly Forwarded[] => meeting.items.flatMap((item) =>
  (item.removed === undefined && (item.source === 'added' || item.fromGroupId !== undefined)
    ? [{ groupId: meeting.groupId, meetingId: meeting.id, itemId: item.id, subject: item.subject, fromGroupId: item.fromGroupId ?? meeting.groupId, reason: item.reason ?? '', by: item.by ?? '', at }] : []));

/** ISO months that a meeting's agenda is about, the month of the meeting included. */
export const monthsOfAgenda = (since: LocalDate, date: LocalDate): { readonly from: string; readonly to: string } => ({ from: since.slice(0, 7), to: [since.slice(0, 7), date.slice(0, 7)].toSorted()[1] ?? date.slice(0, 7) });
