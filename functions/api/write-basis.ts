import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { writeBasis } from '../use-cases/write-basis.ts';

export const handler = defineHandler('write-basis', ({ caller, parameters, body, idempotency }) =>
  writeBasis(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
