import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { raiseCase } from '../use-cases/raise-case.ts';

export const handler = defineHandler('raise-case', ({ caller, parameters, body, idempotency }) =>
  raiseCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
