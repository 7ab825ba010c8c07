import { reportLinkPorts } from '../adapters/report-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readSubmittedReport } from '../use-cases/submitted-report-link.ts';

export const handler = defineHandler('read-submitted-report', ({ caller }) => readSubmittedReport(reportLinkPorts(), { caller }));
