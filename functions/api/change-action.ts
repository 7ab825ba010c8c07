import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { changeAction } from '../use-cases/change-action.ts';

export const handler = defineHandler('change-action', ({ caller, parameters, body, idempotency }) =>
  changeAction(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
