import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { forwardCase } from '../use-cases/forward-case.ts';

export const handler = defineHandler('forward-case', ({ caller, parameters, body, idempotency }) =>
  forwardCase(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
