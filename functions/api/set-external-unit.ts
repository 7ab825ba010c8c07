import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setExternalUnit } from '../use-cases/set-external-unit.ts';

export const handler = defineHandler('set-external-unit', ({ caller, parameters, body, idempotency }) =>
  setExternalUnit(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
