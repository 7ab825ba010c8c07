import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { informOfDecision } from '../use-cases/inform-of-decision.ts';

export const handler = defineHandler('inform-of-decision', ({ caller, parameters, body, idempotency }) =>
  informOfDecision(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
