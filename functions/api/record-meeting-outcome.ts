import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordMeetingOutcome } from '../use-cases/record-meeting-outcome.ts';

export const handler = defineHandler('record-meeting-outcome', ({ caller, idempotency, parameters, body }) => recordMeetingOutcome(meetingPorts(), { caller, idempotency, body, meetingId: parameters.meetingId }));
