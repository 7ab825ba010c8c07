import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { shareReply } from '../use-cases/share-reply.ts';

export const handler = defineHandler('share-reply', ({ caller, parameters, body, idempotency }) =>
  shareReply(staffPorts(), { caller, caseId: parameters.caseId, body, idempotency }));
