import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordEffectReview } from '../use-cases/record-effect-review.ts';

export const handler = defineHandler('record-effect-review', ({ caller, parameters, body, idempotency }) =>
  recordEffectReview(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
