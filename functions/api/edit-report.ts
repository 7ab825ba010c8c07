import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { editReport } from '../use-cases/change-report.ts';

export const handler = defineHandler('edit-report', ({ caller, idempotency, parameters, body }) => editReport(reportPorts(), { caller, idempotency, body, reportId: parameters.reportId }));
