import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { provideFilerInformation } from '../use-cases/provide-filer-information.ts';

export const handler = defineHandler('provide-filer-information', ({ caller, body, idempotency }) => provideFilerInformation(replyPorts(), { caller, body, idempotency }));
