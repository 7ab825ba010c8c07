import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRequest } from '../use-cases/read-request.ts';

export const handler = defineHandler('read-request', ({ caller }) => readRequest(replyPorts(), { caller }));
