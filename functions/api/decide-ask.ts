import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { decideAsk } from '../use-cases/decide-ask.ts';

export const handler = defineHandler('decide-ask', ({ caller, parameters, body, idempotency }) =>
  decideAsk(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
