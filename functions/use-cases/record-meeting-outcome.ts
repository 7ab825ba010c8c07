import type { output } from 'zod/mini';
import { meetingReceipt, type MeetingReceipt, type recordMeetingOutcome as bodyShape } from '../contracts/meeting.ts';
import type { CaseEvent } from '../domain/case.ts';
import type { Outcome } from '../domain/command.ts';
import { decideAccess, staffMember } from '../domain/access.ts';
import { Conflict, InvalidInput, NotAllowed, NotFound, StaleVersion } from '../domain/errors.ts';
import { openReviewOf } from '../domain/follow-up/effect-review.ts';
import { demandOutcome, recordOutcome, type NewOutcome } from '../domain/meeting/agenda-changes.ts';
import { isLadderKind, isOnLadderAt } from '../domain/meeting/folder.ts';
import { climbAtMeeting, followUpAtMeeting, mayBeFollowedUp, meetingDetail } from '../domain/meeting/follow-up.ts';
import { demandNothingIdentifying } from '../domain/outgoing-text.ts';
import { openMeeting, type OpenMeeting } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { StaffCommand } from './ports.ts';
import { writeOf } from './run-case-command.ts';
import { accessEntry, demand, routineOf } from './staff-access.ts';

type Request = StaffCommand<output<typeof bodyShape>> & { readonly meetingId: string };
/** The workflow may write in the moment between reading and writing; more often than this is no coincidence. */
const attempts = 5;

/**
 * H8: what the meeting says of an item. Of a case it is written with the case in one transaction: without the wanted result a
 * new action and a review of its effect, by the case's own rules. A case stands on the agenda because a rule or somebody with
 * a need to know put it there: the convener says what the meeting said of it, and nothing else.
 * @throws UnknownUser, NotFound, NotAllowed, StaleVersion, WrongStatus, InvalidInput, SendingBlocked, Conflict
 */
export const recordMeetingOutcome = async (ports: MeetingPorts, request: Request): Promise<MeetingReceipt> => {
  const { caller, idempotency, body, meetingId } = request;
  const open = await openMeeting(ports, caller, meetingId, 'record-meeting-outcome');
  const earlier = await ports.cases.findAnswer(caller.userId, idempotency, caller.now);
  if (earlier !== undefined) return meetingReceipt.parse(earlier);
  const { meeting, context, signedIn } = open;
  if (meeting.version !== body.version) throw new StaleVersion(meeting.version);
  demandNothingIdentifying({ text: body.note, notIdentifying: body.notIdentifying }, context.register);
  const command: NewOutcome = {
    itemId: body.itemId, outcome: body.outcome, note: body.note,
    ...(body.outcome === 'forwarded' && { toGroup: context.register.groups.find(({ id, active }) => id === body.toGroupId && active !== false) }),
  };
  const { subject } = demandOutcome(meeting, command, context.today);
  const answer = { id: meetingId, version: meeting.version + 1 };
  const answering = { ...idempotency, scope: caller.userId, answer };
  if (subject.kind === 'case') return recordOnCase(ports, request, open, command, subject.caseId);
  const { forwarded, ...outcome } = recordOutcome(meeting, command, context);
  await ports.accessLog.record(accessEntry(caller, signedIn, 'record-meeting-outcome', 'write', null));
  await ports.meetings.write({ ...outcome, at: caller.now, ...(forwarded && { forwarded: [forwarded] }), idempotency: answering });
  return answer;
};

const recordOnCase = async (ports: MeetingPorts, { caller, idempotency, body }: Request, { meeting, context, signedIn }: OpenMeeting, command: NewOutcome, caseId: string): Promise<MeetingReceipt> => {
  const answer = { id: meeting.id, version: meeting.version + 1 };
  const answering = { ...idempotency, scope: caller.userId, answer };
  const said = { meetingId: meeting.id, groupId: meeting.groupId, date: meeting.date, outcome: command.outcome, note: command.note, ...(command.toGroup && { toGroupId: command.toGroup.id }) };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = await ports.cases.load(caseId);
    if (!loaded) throw new NotFound('case');
    const access = accessEntry(caller, signedIn, 'record-meeting-outcome', 'write', { loaded, principal: 'convener' });
    const routine = await routineOf(ports, loaded.case);
    if (command.toGroup && isLadderKind(routine.escalation, command.toGroup.kind)) throw new NotAllowed('by-the-ladder');
    const caseContext = { now: caller.now, actor: caller.userId, principal: 'convener', routine, register: context.register } as const;
    const { case: concerned } = loaded;
    const outcomeOnCase = (): Outcome | null => {
      switch (command.outcome) {
        case 'wantedResult':
        case 'notWantedResult':
          if (!mayBeFollowedUp(concerned)) throw new InvalidInput({ pointer: '/outcome', code: 'already-there' });
          // An action lets its owner read the case: at a meeting it is given to nobody who may not (R9).
          if (body.action && !decideAccess(staffMember(context.register, body.action.responsibleUserId, caller.now), 'read-case', concerned, routine).allowed) {
            throw new InvalidInput({ pointer: '/action/responsibleUserId', code: 'user-unknown' });
          }
          return followUpAtMeeting(concerned, { wantedResult: command.outcome === 'wantedResult', action: body.action }, said, caseContext);
        case 'upTheLadder': {
          const principal = demand(signedIn.member, 'forward-case', concerned, routine);
          if (!isOnLadderAt(concerned, meeting.groupId)) throw new NotAllowed('other-group');
          return climbAtMeeting(concerned, { because: body.because ?? 'unsolved', notIdentifying: body.notIdentifying }, said, { ...caseContext, principal });
        }
        default:
          return null;
      }
    };
    const outcome = outcomeOnCase();
    const { forwarded, ...ofMeeting } = recordOutcome(meeting, {
      ...command,
      ...(outcome && command.outcome === 'notWantedResult' && { actionId: outcome.case.actions.at(-1)?.id, reviewDueAt: openReviewOf(outcome.case)?.dueAt }),
    }, context);
    const alongside = ports.meetings.rows({ ...ofMeeting, ...(forwarded && { forwarded: [forwarded] }) });
    if (outcome === null) {
      const event: CaseEvent = { id: `meeting-${meeting.id}-${command.itemId}-${answer.version}`, caseId, at: caller.now, type: 'meetingHeld', actor: caller.userId, principal: 'convener', detail: meetingDetail(said) };
      await ports.cases.record({ caseId, at: caller.now, expected: {}, events: [event], outbox: [], access, idempotency: answering, alongside }, loaded);
      return answer;
    }
    const committed = await ports.cases.commit(writeOf(loaded, outcome, { access, idempotency: answering, alongside }));
    if (committed.kind === 'written') return answer;
    if (committed.kind === 'replayed') return meetingReceipt.parse(committed.answer);
  }
  throw new Conflict();
};
