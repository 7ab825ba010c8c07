import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readReport } from '../use-cases/read-report.ts';

export const handler = defineHandler('read-report', ({ caller, parameters }) => readReport(reportPorts(), { caller, reportId: parameters.reportId }));
