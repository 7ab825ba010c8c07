import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { returnCase } from '../use-cases/return-case.ts';

export const handler = defineHandler('return-case', ({ caller, parameters, body, idempotency }) =>
  returnCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
