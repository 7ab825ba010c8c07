import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { completeOnCall } from '../use-cases/complete-on-call.ts';

export const handler = defineHandler('complete-on-call', ({ caller, parameters, body, idempotency }) =>
  completeOnCall(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
