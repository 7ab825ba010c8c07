import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { submitReply } from '../use-cases/submit-reply.ts';

export const handler = defineHandler('submit-reply', ({ caller, body, idempotency }) => submitReply(replyPorts(), { caller, body, idempotency }));
