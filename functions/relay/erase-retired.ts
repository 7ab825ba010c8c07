import { erasePorts } from '../adapters/retention-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { eraseRetired } from '../use-cases/erase-retired.ts';

export const handler = (event: unknown) => eraseRetired(erasePorts(), scheduledEvent.parse(event).time);
