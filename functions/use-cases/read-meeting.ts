import type { MeetingView } from '../contracts/meeting.ts';
import { otherPartyOf, ourUnitOf } from '../domain/parties.ts';
import { meetingViewOf, subjectsOf } from './meeting-view.ts';
import { openMeeting } from './open-meeting.ts';
import type { MeetingPorts } from './ports-meeting.ts';
import type { Caller } from './ports.ts';
import { listEntries } from './staff-access.ts';

/** A meeting, its agenda and what was said, to those of its group (R9: cases by their de-identified texts). @throws UnknownUser, NotFound */
export const readMeeting = async (ports: MeetingPorts, { caller, meetingId }: { readonly caller: Caller; readonly meetingId: string }): Promise<MeetingView> => {
  const open = await openMeeting(ports, caller, meetingId, 'read-meeting');
  const { signedIn, meeting } = open;
  const [subjects, routine] = await Promise.all([subjectsOf(ports, meeting.items, signedIn), ports.registers.activeRoutine(signedIn.register, caller.now)]);
  const shown = [...subjects.cases.values()].map(({ loaded: { case: concerned, patientKey } }) =>
    ({ id: concerned.id, number: concerned.number, patientKey, reportingUnitId: ourUnitOf(concerned), responsible: concerned.responsible, counterpartId: otherPartyOf(concerned) }));
  await ports.accessLog.recordAll(listEntries(caller, signedIn, 'read-meeting', shown));
  return meetingViewOf(ports, open, caller.now, subjects, routine);
};
