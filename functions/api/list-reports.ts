import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listReports } from '../use-cases/list-reports.ts';

export const handler = defineHandler('list-reports', ({ caller }) => listReports(reportPorts(), { caller }));
