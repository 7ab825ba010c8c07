import { meetingClockPorts } from '../adapters/meeting-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { remindOfMeetings } from '../use-cases/remind-of-meetings.ts';

export const handler = (event: unknown) => remindOfMeetings(meetingClockPorts(), scheduledEvent.parse(event).time);
