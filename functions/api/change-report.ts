import { reportPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeReport } from '../use-cases/change-report.ts';

export const handler = defineHandler('change-report', ({ caller, idempotency, parameters, body }) => changeReport(reportPorts(), { caller, idempotency, body, reportId: parameters.reportId }));
