import type { output } from 'zod/mini';
import { meetingReceipt, type changeMeeting as bodyShape, type MeetingReceipt } from '../contracts/meeting.ts';
import { decideAccess } from '../domain/access.ts';
import { parseCaseNumber } from '../domain/case-number.ts';
import { InvalidInput, NotAllowed, StaleVersion } from '../domain/errors.ts';
import { addItem, rebuildAgenda, removeItem, restoreItem } from '../domain/meeting/agenda-changes.ts';
import { putBack, takenUp, type Subject } from '../domain/meeting/agenda.ts';
import { hasFolder, isLadderKind } from '../domain/meeting/folder.ts';
import { cancelMeeting, inviteToMeeting, meetingBefore, rescheduleMeeting } from '../domain/meeting/meeting.ts';
import { approveNotes, saveNotes } from '../domain/meeting/notes.ts';
import { demandNothingIdentifying } from '../domain/outgoing-text.ts';
import { buildAgenda } from './build-agenda.ts';
import { openMeeting, type OpenMeeting } from './open-meeting.ts';
import type { MeetingPorts, MeetingWrite } from './ports-meeting.ts';
import type { StaffCommand } from './ports.ts';
import { accessEntry, routineOf } from './staff-access.ts';

type Change = output<typeof bodyShape>['change'];
type Changed = Pick<MeetingWrite, 'meeting' | 'events' | 'outbox' | 'taken' | 'forwarded'>;
const meetingsAtMost = 50;

/** What a convener does with a meeting before it is over. @throws UnknownUser, NotFound, NotAllowed, StaleVersion, WrongStatus, InvalidInput, SendingBlocked */
export const changeMeeting = async (ports: MeetingPorts, { caller, idempotency, body, meetingId }: StaffCommand<output<typeof bodyShape>> & { readonly meetingId: string }): Promise<MeetingReceipt> => {
  const open = await openMeeting(ports, caller, meetingId, 'change-meeting');
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return meetingReceipt.parse(earlier);
  if (open.meeting.version !== body.version) throw new StaleVersion(open.meeting.version);
  const changed = await decide(ports, open, body.change);
  const answer = { id: meetingId, version: changed.meeting.version };
  await ports.accessLog.record(accessEntry(caller, open.signedIn, 'change-meeting', 'write', null));
  // Nobody is left to invite: it is as it was.
  if (changed.meeting.version !== body.version) await ports.meetings.write({ ...changed, at: caller.now, idempotency: { ...idempotency, scope: caller.userId, answer } });
  return answer;
};

/** Texts that the group reads as they are written say nothing of who somebody is. */
const decide = async (ports: MeetingPorts, open: OpenMeeting, change: Change): Promise<Changed> => {
  const { meeting, context } = open;
  const checked = (text: string, notIdentifying: readonly string[] | undefined): void => void demandNothingIdentifying({ text, notIdentifying }, context.register);
  switch (change.kind) {
    case 'reschedule': {
      const { kind: _kind, ...plan } = change;
      return rescheduleMeeting(meeting, plan, context);
    }
    case 'cancel':
      checked(change.reason, change.notIdentifying);
      return { ...cancelMeeting(meeting, change.reason, context), forwarded: putBack(meeting, context.now) };
    case 'invite':
      return inviteToMeeting(meeting, context) ?? { meeting, events: [], outbox: [] };
    case 'rebuildAgenda': {
      const { group, signedIn: { register } } = open;
      const routine = await ports.registers.activeRoutine(register, context.now);
      const [meetings, waiting] = await Promise.all([ports.meetings.ofGroup(group.id, meetingsAtMost), ports.meetings.waitingFor(group.id)]);
      const candidates = await buildAgenda(ports, { group, routine, counterpartIds: meeting.counterpartIds, since: meeting.since, date: meeting.date, today: context.today, previous: meetingBefore(meetings, meeting.date), waiting });
      const rebuilt = rebuildAgenda(meeting, candidates, context);
      return { ...rebuilt, taken: takenUp(rebuilt.meeting.items, waiting) };
    }
    case 'addItem':
      checked(`${change.title}\n${change.reason}`, change.notIdentifying);
      return addItem(meeting, { subject: await subjectOf(ports, open, change), reason: change.reason }, context);
    case 'removeItem':
      checked(change.reason, change.notIdentifying);
      return removeItem(meeting, change.itemId, change.reason, context);
    case 'restoreItem':
      return restoreItem(meeting, change.itemId, context);
    case 'saveNotes':
      return saveNotes(meeting, change, context);
    case 'approveNotes':
      return approveNotes(meeting, context);
  }
};

/** A case that whoever adds it may read; a number that is none, or another's case, gets the same answer. */
const subjectOf = async (ports: MeetingPorts, { group, signedIn: { member } }: OpenMeeting, { caseNumber, title }: Extract<Change, { kind: 'addItem' }>): Promise<Subject> => {
  if (caseNumber === null) return { kind: 'matter', title };
  const number = parseCaseNumber(caseNumber);
  const caseId = number === undefined ? undefined : await ports.cases.findByNumber(number);
  const loaded = caseId === undefined ? undefined : await ports.cases.load(caseId);
  if (!loaded || !decideAccess(member, 'read-case', loaded.case, await routineOf(ports, loaded.case)).allowed) throw new InvalidInput({ pointer: '/change/caseNumber', code: 'finding-unknown' });
  // R7, R9: a group of the ladder has what came to it by the ladder, and nothing else.
  if (isLadderKind((await routineOf(ports, loaded.case)).escalation, group.kind) && !hasFolder(loaded.case, group.id)) throw new NotAllowed('by-the-ladder');
  return { kind: 'case', caseId: loaded.case.id, number: loaded.case.number };
};
