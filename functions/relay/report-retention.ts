import { reportPorts } from '../adapters/retention-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { reportRetention } from '../use-cases/report-retention.ts';

export const handler = (event: unknown) => reportRetention(reportPorts(), scheduledEvent.parse(event).time);
