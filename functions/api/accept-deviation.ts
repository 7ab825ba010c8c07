import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { acceptDeviation } from '../use-cases/accept-deviation.ts';

export const handler = defineHandler('accept-deviation', ({ caller, parameters, body, idempotency }) =>
  acceptDeviation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
