import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { rejectCase } from '../use-cases/reject-case.ts';

export const handler = defineHandler('reject-case', ({ caller, parameters, body, idempotency }) =>
  rejectCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
