import { drawPorts } from '../adapters/spot-check-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { drawSpotChecks } from '../use-cases/draw-spot-checks.ts';

export const handler = (event: unknown) => drawSpotChecks(drawPorts(), scheduledEvent.parse(event).time);
