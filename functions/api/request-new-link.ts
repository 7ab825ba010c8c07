import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { requestNewLink } from '../use-cases/request-new-link.ts';

export const handler = defineHandler('request-new-link', ({ caller, body }) => requestNewLink(replyPorts(), { caller, body }));
