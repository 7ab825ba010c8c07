import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { closeCase } from '../use-cases/close-case.ts';

export const handler = defineHandler('close-case', ({ caller, parameters, body, idempotency }) =>
  closeCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
