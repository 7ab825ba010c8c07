import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordReportFeedback } from '../use-cases/change-report.ts';

export const handler = defineHandler('record-report-feedback', ({ caller, idempotency, parameters, body }) => recordReportFeedback(reportPorts(), { caller, idempotency, body, reportId: parameters.reportId }));
