import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { reportWrongRecipient } from '../use-cases/report-wrong-recipient.ts';

export const handler = defineHandler('report-wrong-recipient', ({ caller, body, idempotency }) => reportWrongRecipient(replyPorts(), { caller, body, idempotency }));
