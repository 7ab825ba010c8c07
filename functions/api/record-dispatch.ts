import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordDispatch } from '../use-cases/record-dispatch.ts';

export const handler = defineHandler('record-dispatch', ({ caller, parameters, body, idempotency }) =>
  recordDispatch(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
