import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readStatus } from '../use-cases/read-status.ts';

export const handler = defineHandler('read-status', ({ caller }) => readStatus(replyPorts(), { caller }));
