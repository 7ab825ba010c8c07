import { descriptionReminderPorts } from '../adapters/description-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { remindOfApprovals } from '../use-cases/remind-of-approvals.ts';

export const handler = (event: unknown) => remindOfApprovals(descriptionReminderPorts(), scheduledEvent.parse(event).time);
