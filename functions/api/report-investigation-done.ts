import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { reportInvestigationDone } from '../use-cases/report-investigation-done.ts';

export const handler = defineHandler('report-investigation-done', ({ caller, parameters, body, idempotency }) =>
  reportInvestigationDone(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
