import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { answerApproval } from '../use-cases/answer-approval.ts';

export const handler = defineHandler('answer-approval', ({ caller, body, idempotency }) => answerApproval(replyPorts(), { caller, body, idempotency }));
