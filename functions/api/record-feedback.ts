import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordFeedback } from '../use-cases/record-feedback.ts';

export const handler = defineHandler('record-feedback', ({ caller, parameters, body, idempotency }) =>
  recordFeedback(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
