import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeMeeting } from '../use-cases/change-meeting.ts';

export const handler = defineHandler('change-meeting', ({ caller, idempotency, parameters, body }) => changeMeeting(meetingPorts(), { caller, idempotency, body, meetingId: parameters.meetingId }));
