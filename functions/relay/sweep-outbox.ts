import { sweepPorts } from '../adapters/relay-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { sweepOutbox } from '../use-cases/sweep-outbox.ts';

export const handler = (event: unknown) => sweepOutbox(sweepPorts(), scheduledEvent.parse(event).time);
