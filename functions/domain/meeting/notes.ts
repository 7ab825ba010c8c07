import { SendingBlocked, WrongStatus } from '../errors.ts';
import { findIdentifying, unresolvedFindings } from '../identifying.ts';
import { noticeEntry } from '../outbox.ts';
import { blockOf, knownNames } from '../outgoing-text.ts';
import type { Register } from '../register.ts';
import { demandPlanned, invitees, nextMeeting, type Meeting, type MeetingContext, type MeetingOutcome } from './meeting.ts';

/** What in the notes may tell whom they are about, and nobody has said that it does not. */
export const leftInNotes = ({ notes }: Pick<Meeting, 'notes'>, register: Register) => (notes === undefined ? [] : unresolvedFindings(notes.text, notes.resolved, knownNames(register)));

/** Saving is never blocked (L8): until they are approved the convener alone sees them. @throws WrongStatus */
export const saveNotes = (meeting: Meeting, command: { readonly text: string; readonly notIdentifying?: readonly string[] | undefined }, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'save-notes');
  const standing = new Set(findIdentifying(command.text, knownNames(context.register)).map(({ mark }) => mark));
  const resolved = [...new Set(command.notIdentifying ?? [])].filter((mark) => standing.has(mark));
  return nextMeeting(meeting, { notes: { text: command.text, resolved, by: context.actor, at: context.now } }, context,
    [{ type: 'notesSaved', detail: { characters: command.text.length, notIdentifying: resolved.join(' ') } }]);
};

/** Approved notes are locked, and read by the group (N5): nothing in them may tell who somebody is. @throws WrongStatus, SendingBlocked */
export const approveNotes = (meeting: Meeting, context: MeetingContext): MeetingOutcome => {
  demandPlanned(meeting, 'approve-notes');
  if (context.today < meeting.date) throw new WrongStatus('approve-notes', 'not-held');
  if (meeting.notes === undefined || meeting.notes.text === '') throw new SendingBlocked('text-not-confirmed');
  const block = blockOf(leftInNotes(meeting, context.register));
  if (block !== null) throw new SendingBlocked(block);
  const readers = invitees(meeting, context).filter((userId) => userId !== context.actor);
  return nextMeeting(meeting, { state: 'approved', approved: { by: context.actor, at: context.now } }, context, [{ type: 'notesApproved' }],
    readers.map((userId) => noticeEntry({ caseId: meeting.id, mail: 'meetingNotesApproved', userId, occasion: 'approved', path: `/collaboration/meetings/${meeting.id}` })));
};
