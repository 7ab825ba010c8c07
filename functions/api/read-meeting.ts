import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readMeeting } from '../use-cases/read-meeting.ts';

export const handler = defineHandler('read-meeting', ({ caller, parameters }) => readMeeting(meetingPorts(), { caller, meetingId: parameters.meetingId }));
