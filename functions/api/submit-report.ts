import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { submitReport } from '../use-cases/change-report.ts';

export const handler = defineHandler('submit-report', ({ caller, idempotency, parameters, body }) => submitReport(reportPorts(), { caller, idempotency, body, reportId: parameters.reportId }));
