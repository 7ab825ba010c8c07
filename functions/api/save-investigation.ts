import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { saveInvestigation } from '../use-cases/save-investigation.ts';

export const handler = defineHandler('save-investigation', ({ caller, parameters, body, idempotency }) =>
  saveInvestigation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
