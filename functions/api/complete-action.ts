import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { completeAction } from '../use-cases/complete-action.ts';

export const handler = defineHandler('complete-action', ({ caller, parameters, body, idempotency }) =>
  completeAction(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
