import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { planMeeting } from '../use-cases/plan-meeting.ts';

export const handler = defineHandler('plan-meeting', ({ caller, idempotency, body }) => planMeeting(meetingPorts(), { caller, idempotency, body }));
