import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { addInvestigators } from '../use-cases/add-investigators.ts';

export const handler = defineHandler('add-investigators', ({ caller, parameters, body, idempotency }) =>
  addInvestigators(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
