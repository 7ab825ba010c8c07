import { InvalidInput, WrongStatus } from '../errors.ts';
import type { Group } from '../register.ts';
import { builtAgenda, type AgendaItem, type Candidate, type Forwarded, type RecordedOutcome } from './agenda.ts';
import { demandPlanned, itemOf, nextMeeting, type Meeting, type MeetingContext, type MeetingOutcome } from './meeting.ts';
import type { ItemOutcome } from './words.ts';

const withItem = ({ items }: Meeting, changed: AgendaItem): readonly AgendaItem[] => items.map((item) => (item.id === changed.id ? changed : item));

/** Builds the rest of the agenda by rule once more: what stands stays. @throws WrongStatus */
export const rebuildAgenda = (meeting: Meeting, candidates: readonly Candidate[], context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'rebuild-agenda');
  const { items, left, added } = builtAgenda(meeting.items, candidates);
  return nextMeeting(meeting, { items, left }, context, [{ type: 'agendaBuilt', detail: { added } }]);
};

/** @throws WrongStatus, InvalidInput (it is there already, or there is no room) */
export const addItem = (meeting: Meeting, candidate: Pick<Candidate, 'subject'> & { readonly reason: string }, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'add-item');
  const { items, added } = builtAgenda(meeting.items, [{ ...candidate, source: 'added', by: context.actor }]);
  if (added === 0) throw new InvalidInput({ pointer: '/change', code: 'already-there' });
  return nextMeeting(meeting, { items }, context, [{ type: 'itemAdded', detail: { item: items.at(-1)?.id ?? '', reason: candidate.reason } }]);
};

/** It stays to be seen, with the reason. @throws WrongStatus, NotFound, InvalidInput (it has an outcome, or is removed) */
export const removeItem = (meeting: Meeting, itemId: string, reason: string, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'remove-item');
  const item = itemOf(meeting, itemId);
  if (item.outcome !== undefined || item.removed !== undefined) throw new InvalidInput({ pointer: '/change', code: 'already-there' });
  return nextMeeting(meeting, { items: withItem(meeting, { ...item, removed: { by: context.actor, at: context.now, reason } }) }, context, [{ type: 'itemRemoved', detail: { item: itemId, reason } }]);
};
/** @throws WrongStatus, NotFound, InvalidInput */
export const restoreItem = (meeting: Meeting, itemId: string, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'restore-item');
  const { removed, ...item } = itemOf(meeting, itemId);
  if (removed === undefined) throw new InvalidInput({ pointer: '/change', code: 'already-there' });
  return nextMeeting(meeting, { items: withItem(meeting, item) }, context, [{ type: 'itemRestored', detail: { item: itemId } }]);
};

export interface NewOutcome {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  readonly note: string;
  /** `forwarded`: to which group. */
  readonly toGroup?: Group | undefined;
  /** `notWantedResult`: of the case. */
  readonly actionId?: string | undefined;
  readonly reviewDueAt?: string | undefined;
}
/** What has begun something elsewhere stays; other outcomes may be said anew until the notes are approved. */
const isFinal = ({ outcome }: RecordedOutcome): boolean => outcome === 'wantedResult' || outcome === 'notWantedResult' || outcome === 'forwarded' || outcome === 'upTheLadder';

/** @throws WrongStatus (the notes are approved, or the day has not come), NotFound, InvalidInput */
export const demandOutcome = (meeting: Meeting, { itemId, outcome, note, toGroup }: NewOutcome, today: string): AgendaItem => {
  demandPlanned(meeting, 'record-meeting-outcome');
  if (today < meeting.date) throw new WrongStatus('record-meeting-outcome', 'not-held');
  const item = itemOf(meeting, itemId);
  if (item.removed !== undefined || (item.outcome !== undefined && isFinal(item.outcome))) throw new InvalidInput({ pointer: '/itemId', code: 'already-there' });
  if ((outcome === 'wantedResult' || outcome === 'notWantedResult' || outcome === 'upTheLadder') && item.subject.kind !== 'case') throw new InvalidInput({ pointer: '/outcome', code: 'already-there' });
  if ((outcome === 'forwarded' || outcome === 'upTheLadder') && note === '') throw new InvalidInput({ pointer: '/note', code: 'reason-missing' });
  if (outcome === 'forwarded' && (toGroup === undefined || toGroup.id === meeting.groupId)) throw new InvalidInput({ pointer: '/toGroupId', code: 'unit-unknown' });
  return item;
};

/** H8: what the meeting said of an item; forwarded, it waits for the other group's next agenda. @throws WrongStatus, NotFound, InvalidInput */
export const recordOutcome = (meeting: Meeting, command: NewOutcome, context: MeetingContext): MeetingOutcome & { readonly forwarded: Forwarded | null } => {
  const item = demandOutcome(meeting, command, context.today);
  const { itemId, outcome, note, toGroup, actionId, reviewDueAt } = command;
  const recorded: RecordedOutcome = {
    outcome, note, by: context.actor, at: context.now,
    ...(outcome === 'forwarded' && toGroup && { toGroupId: toGroup.id }), ...(actionId !== undefined && { actionId }), ...(reviewDueAt !== undefined && { reviewDueAt }),
  };
  return {
    ...nextMeeting(meeting, { items: withItem(meeting, { ...item, outcome: recorded }) }, context, [{ type: 'outcomeRecorded', detail: { item: itemId, outcome, ...(recorded.toGroupId !== undefined && { toGroup: recorded.toGroupId }) } }]),
    forwarded: outcome === 'forwarded' && toGroup
      ? { groupId: toGroup.id, meetingId: meeting.id, itemId, subject: item.subject, fromGroupId: meeting.groupId, reason: note, by: context.actor, at: context.now } : null,
  };
};
