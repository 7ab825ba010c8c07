import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { registerReply } from '../use-cases/register-reply.ts';

export const handler = defineHandler('register-reply', ({ caller, parameters, body, idempotency }) =>
  registerReply(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
