import { reportLinkPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { giveReportFeedback } from '../use-cases/submitted-report-link.ts';

export const handler = defineHandler('give-report-feedback', ({ caller, idempotency, body }) => giveReportFeedback(reportLinkPorts(), { caller, idempotency, body }));
