import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setNotOurs } from '../use-cases/set-not-ours.ts';

export const handler = defineHandler('set-not-ours', ({ caller, parameters, body, idempotency }) =>
  setNotOurs(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
