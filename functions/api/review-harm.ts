import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { reviewHarm } from '../use-cases/review-harm.ts';

export const handler = defineHandler('review-harm', ({ caller, parameters, body, idempotency }) =>
  reviewHarm(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
