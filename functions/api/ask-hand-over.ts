import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { askHandOver } from '../use-cases/ask-hand-over.ts';

export const handler = defineHandler('ask-hand-over', ({ caller, body, idempotency }) => askHandOver(replyPorts(), { caller, body, idempotency }));
