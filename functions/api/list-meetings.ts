import { meetingPorts } from '../adapters/meeting-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listMeetings } from '../use-cases/list-meetings.ts';

export const handler = defineHandler('list-meetings', ({ caller }) => listMeetings(meetingPorts(), { caller }));
