import { replyPorts } from '../adapters/reply-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { saveReplyDraft } from '../use-cases/save-reply-draft.ts';

export const handler = defineHandler('save-reply-draft', ({ caller, body }) => saveReplyDraft(replyPorts(), { caller, body }));
