import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { withdrawCase } from '../use-cases/withdraw-case.ts';

export const handler = defineHandler('withdraw-case', ({ caller, parameters, body, idempotency }) =>
  withdrawCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
