import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { setConcernedUnits } from '../use-cases/set-concerned-units.ts';

export const handler = defineHandler('set-concerned-units', ({ caller, parameters, body, idempotency }) =>
  setConcernedUnits(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
