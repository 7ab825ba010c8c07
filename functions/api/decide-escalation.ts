import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { decideEscalation } from '../use-cases/decide-escalation.ts';

export const handler = defineHandler('decide-escalation', ({ caller, parameters, body, idempotency }) =>
  decideEscalation(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
