import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { sendIncomingReply } from '../use-cases/send-incoming-reply.ts';

export const handler = defineHandler('send-incoming-reply', ({ caller, parameters, body, idempotency }) =>
  sendIncomingReply(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
