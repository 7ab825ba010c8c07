import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { redirectCase } from '../use-cases/redirect-case.ts';

export const handler = defineHandler('redirect-case', ({ caller, parameters, body, idempotency }) =>
  redirectCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
