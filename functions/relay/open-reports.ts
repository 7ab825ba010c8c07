import { openReportsPorts } from '../adapters/report-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { openReports } from '../use-cases/open-reports.ts';

export const handler = (event: unknown) => openReports(openReportsPorts(), scheduledEvent.parse(event).time);
