import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readApproval } from '../use-cases/read-approval.ts';

export const handler = defineHandler('read-approval', ({ caller }) => readApproval(replyPorts(), { caller }));
