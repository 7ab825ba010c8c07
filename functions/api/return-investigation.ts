import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { returnInvestigation } from '../use-cases/return-investigation.ts';

export const handler = defineHandler('return-investigation', ({ caller, parameters, body, idempotency }) =>
  returnInvestigation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
