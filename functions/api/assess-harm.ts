import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { assessHarm } from '../use-cases/assess-harm.ts';

export const handler = defineHandler('assess-harm', ({ caller, parameters, body, idempotency }) =>
  assessHarm(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
