import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setBreach } from '../use-cases/set-breach.ts';

export const handler = defineHandler('set-breach', ({ caller, parameters, body, idempotency }) =>
  setBreach(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
