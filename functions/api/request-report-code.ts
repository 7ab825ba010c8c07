import { reportLinkPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { requestReportCode } from '../use-cases/submitted-report-link.ts';

export const handler = defineHandler('request-report-code', ({ caller, body }) => requestReportCode(reportLinkPorts(), { caller, body }));
