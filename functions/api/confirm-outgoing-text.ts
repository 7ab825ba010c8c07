import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { confirmOutgoingText } from '../use-cases/confirm-outgoing-text.ts';

export const handler = defineHandler('confirm-outgoing-text', ({ caller, parameters, body, idempotency }) =>
  confirmOutgoingText(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
