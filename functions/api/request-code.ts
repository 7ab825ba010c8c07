import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { requestCode } from '../use-cases/request-code.ts';

export const handler = defineHandler('request-code', ({ caller, body }) => requestCode(replyPorts(), { caller, body }));
