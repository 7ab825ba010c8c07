import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { returnReply } from '../use-cases/return-reply.ts';

export const handler = defineHandler('return-reply', ({ caller, parameters, body, idempotency }) =>
  returnReply(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
