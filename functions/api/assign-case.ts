import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { assignCase } from '../use-cases/assign-case.ts';

export const handler = defineHandler('assign-case', ({ caller, parameters, body, idempotency }) =>
  assignCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
