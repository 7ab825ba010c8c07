import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordHarmDecision } from '../use-cases/record-harm-decision.ts';

export const handler = defineHandler('record-harm-decision', ({ caller, parameters, body, idempotency }) =>
  recordHarmDecision(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
