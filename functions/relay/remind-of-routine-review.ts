import { reviewPorts } from '../adapters/routine-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { remindOfRoutineReview } from '../use-cases/remind-of-routine-review.ts';

export const handler = (event: unknown) => remindOfRoutineReview(reviewPorts(), scheduledEvent.parse(event).time);
