import type { LocalDate } from '../calendar.ts';
import { addDays, laterMonths } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { NotFound, WrongStatus } from '../errors.ts';
import { peopleOf } from '../groups/membership.ts';
import type { OutboxEntry } from '../outbox.ts';
import { noticeEntry } from '../outbox.ts';
import type { Group, Register } from '../register.ts';
import type { MailKind } from '../vocabulary.ts';
import type { AgendaItem, Candidate } from './agenda.ts';
import { builtAgenda } from './agenda.ts';
import type { MeetingEventType, MeetingState } from './words.ts';

/** A meeting of a group (H8, V13, N5). Dates and times of day are local, Europe/Stockholm. */
export interface Meeting {
  readonly id: string;
  readonly groupId: string;
  readonly state: MeetingState;
  readonly date: LocalDate;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string | null;
  readonly place: string;
  readonly videoLink: string | null;
  /** Whose cases it is about; none: everybody's. */
  readonly counterpartIds: readonly string[];
  /** The first day of what the agenda is about. */
  readonly since: LocalDate;
  /** Of the routine it was planned under. */
  readonly inviteDays: number;
  readonly notesDueDays: number;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly items: readonly AgendaItem[];
  /** Candidates that the agenda had no room for. */
  readonly left: number;
  readonly invited: readonly string[];
  readonly invitedAt?: Instant | undefined;
  /** `resolved`: marks of what somebody has said identifies nobody. */
  readonly notes?: { readonly text: string; readonly resolved: readonly string[]; readonly by: string; readonly at: Instant } | undefined;
  readonly notesRemindedAt?: Instant | undefined;
  readonly approved?: { readonly by: string; readonly at: Instant } | undefined;
  readonly cancelled?: { readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
}

export interface MeetingEvent {
  readonly id: string;
  readonly at: Instant;
  readonly type: MeetingEventType;
  /** User id, or `clock`. */
  readonly actor: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}
/** What a command on a meeting leads to, in one transaction. */
export interface MeetingOutcome {
  readonly meeting: Meeting;
  readonly events: readonly MeetingEvent[];
  readonly outbox: readonly OutboxEntry[];
}
export interface MeetingContext {
  readonly now: Instant;
  readonly today: LocalDate;
  /** User id, or `clock`. */
  readonly actor: string;
  readonly register: Register;
  readonly group: Group;
}
export interface EventDraft {
  readonly type: MeetingEventType;
  readonly detail?: MeetingEvent['detail'];
}

/** The next version, with its events. */
export const nextMeeting = (before: Meeting, changes: Partial<Meeting>, { now, actor }: Pick<MeetingContext, 'now' | 'actor'>, events: readonly EventDraft[], outbox: readonly OutboxEntry[] = []): MeetingOutcome => {
  const version = before.version + 1;
  return { meeting: { ...before, ...changes, version }, events: eventsOfVersion(version, { now, actor }, events), outbox };
};
const eventsOfVersion = (version: number, { now, actor }: Pick<MeetingContext, 'now' | 'actor'>, drafts: readonly EventDraft[]): readonly MeetingEvent[] =>
  drafts.map(({ type, detail = {} }, index) => ({ id: `v${String(version).padStart(5, '0')}-${index + 1}`, at: now, type, actor, detail }));

/** @throws WrongStatus */
export const demandPlanned = ({ state }: Meeting, command: string): void => {
  if (state !== 'planned') throw new WrongStatus(command, state);
};
export const itemOf = ({ items }: Meeting, itemId: string): AgendaItem => {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new NotFound('agenda-item');
  return item;
};

const meetingPath = (id: string): string => `/collaboration/meetings/${id}`;
const notices = (meeting: Pick<Meeting, 'id'>, mail: MailKind, userIds: readonly string[], occasion: string): readonly OutboxEntry[] =>
  userIds.map((userId) => noticeEntry({ caseId: meeting.id, mail, userId, occasion, path: meetingPath(meeting.id) }));

/** Who is asked to come: everybody who stands in the group on the day of the meeting, guests of that day among them. */
export const invitees = (meeting: Pick<Meeting, 'date'>, { register, group }: Pick<MeetingContext, 'register' | 'group'>): readonly string[] => peopleOf(register, group, meeting.date);
/** The day from which invitations go out. */
export const invitesFrom = ({ date, inviteDays }: Pick<Meeting, 'date' | 'inviteDays'>): LocalDate => addDays(date, -inviteDays);
/** The last day for the notes. */
export const notesDueOn = ({ date, notesDueDays }: Pick<Meeting, 'date' | 'notesDueDays'>): LocalDate => addDays(date, notesDueDays);

const invitation = (meeting: Meeting, context: MeetingContext): { readonly changes: Partial<Meeting>; readonly events: readonly EventDraft[]; readonly outbox: readonly OutboxEntry[] } => {
  const fresh = invitees(meeting, context).filter((userId) => !meeting.invited.includes(userId));
  if (fresh.length === 0 || meeting.date < context.today) return { changes: {}, events: [], outbox: [] };
  return {
    changes: { invited: [...meeting.invited, ...fresh], invitedAt: meeting.invitedAt ?? context.now },
    events: [{ type: 'invited', detail: { count: fresh.length } }],
    // The convener who plans it knows.
    outbox: notices(meeting, 'meetingInvitation', fresh.filter((userId) => userId !== context.actor), 'invitation'),
  };
};

export interface MeetingPlan {
  readonly date: LocalDate;
  readonly from: string;
  readonly to: string | null;
  readonly place: string;
  readonly videoLink: string | null;
}

export interface NewMeeting extends MeetingPlan {
  readonly id: string;
  readonly counterpartIds: readonly string[];
  readonly since: LocalDate;
  readonly inviteDays: number;
  readonly notesDueDays: number;
}
/** A meeting may be entered after it was held; then nobody is invited. */
export const planMeeting = (command: NewMeeting, candidates: readonly Candidate[], context: MeetingContext): MeetingOutcome => {
  const { items, left } = builtAgenda([], candidates);
  const meeting: Meeting = { ...command, groupId: context.group.id, state: 'planned', version: 1, createdAt: context.now, createdBy: context.actor, items, left, invited: [] };
  const invites = invitesFrom(meeting) <= context.today ? invitation(meeting, context) : { changes: {}, events: [], outbox: [] };
  return {
    meeting: { ...meeting, ...invites.changes },
    events: eventsOfVersion(1, context, [{ type: 'planned', detail: { date: meeting.date, items: items.length } }, ...invites.events]),
    outbox: invites.outbox,
  };
};

/** @throws WrongStatus */
export const rescheduleMeeting = (meeting: Meeting, command: MeetingPlan, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'reschedule-meeting');
  const version = meeting.version + 1;
  const changed = { ...meeting, ...command };
  // Also whoever is a guest on the day that it was to be, and not on the new one.
  const concerned = [...invitees(meeting, context), ...invitees(changed, context)];
  const told = meeting.invited.filter((userId) => userId !== context.actor && concerned.includes(userId));
  return nextMeeting(meeting, command, context, [{ type: 'rescheduled', detail: { date: command.date } }], notices(meeting, 'meetingChanged', told, `v${version}`));
};

/** @throws WrongStatus, also of one that has been held: something is recorded of it */
export const cancelMeeting = (meeting: Meeting, reason: string, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'cancel-meeting');
  if (meeting.items.some(({ outcome }) => outcome !== undefined)) throw new WrongStatus('cancel-meeting', 'held');
  return nextMeeting(meeting, { state: 'cancelled', cancelled: { by: context.actor, at: context.now, reason } }, context, [{ type: 'cancelled', detail: { reason } }],
    notices(meeting, 'meetingCancelled', meeting.invited.filter((userId) => userId !== context.actor), 'cancelled'));
};

/** Those who have not been invited yet; nobody left: nothing to write. @throws WrongStatus */
export const inviteToMeeting = (meeting: Meeting, context: MeetingContext): MeetingOutcome | null => {
  demandPlanned(meeting, 'invite-to-meeting');
  const { changes, events, outbox } = invitation(meeting, context);
  return events.length === 0 ? null : nextMeeting(meeting, changes, context, events, outbox);
};

/** What time does to a meeting on a day: invitations, once its day is near, and one reminder of notes that are late; null: nothing. */
export const meetingOnDay = (meeting: Meeting, context: MeetingContext): MeetingOutcome | null => {
  if (meeting.state !== 'planned') return null;
  if (invitesFrom(meeting) <= context.today && context.today <= meeting.date) return inviteToMeeting(meeting, context);
  if (context.today <= notesDueOn(meeting) || meeting.notesRemindedAt !== undefined) return null;
  const [convener] = peopleOf(context.register, context.group, context.today);
  return nextMeeting(meeting, { notesRemindedAt: context.now }, context, [{ type: 'notesReminded' }], convener === undefined ? [] : notices(meeting, 'meetingNotesDue', [convener], 'notes-due'));
};

/** By when the routine asks for the group's next meeting: so many months after the last one; none yet: at once. */
export const nextMeetingBy = (last: Pick<Meeting, 'date'> | undefined, intervalMonths: number, today: LocalDate): LocalDate => (last === undefined ? today : laterMonths(last.date, intervalMonths));
/** Before its day is past nothing of its agenda is left over. */
export const isOver = ({ date, state }: Pick<Meeting, 'date' | 'state'>, today: LocalDate): boolean => date < today || state === 'approved';
/** Of a group's meetings, newest first: the last that is over, and the next that is to come. */
export const lastAndNext = (meetings: readonly Meeting[], today: LocalDate): { readonly last: Meeting | undefined; readonly next: Meeting | undefined } => {
  const real = meetings.filter(({ state }) => state !== 'cancelled');
  return { last: real.find((each) => isOver(each, today)), next: real.findLast(({ date, state }) => date >= today && state === 'planned') };
};
/** The first day of what a meeting on this day is about: the day after the one before it; of a first one, as long back as the routine has between two. */
export const sinceOf = (previous: Pick<Meeting, 'date'> | undefined, date: LocalDate, intervalMonths: number): LocalDate => (previous === undefined ? laterMonths(date, -intervalMonths) : addDays(previous.date, 1));
/** The meeting before one on this day. */
export const meetingBefore = (meetings: readonly Meeting[], date: LocalDate): Meeting | undefined => meetings.find((each) => each.state !== 'cancelled' && each.date < date);
