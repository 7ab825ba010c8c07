import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { addAction } from '../use-cases/add-action.ts';

export const handler = defineHandler('add-action', ({ caller, parameters, body, idempotency }) =>
  addAction(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
