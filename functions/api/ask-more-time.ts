import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { askMoreTime } from '../use-cases/ask-more-time.ts';

export const handler = defineHandler('ask-more-time', ({ caller, body, idempotency }) => askMoreTime(replyPorts(), { caller, body, idempotency }));
