import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listReplyAttachments } from '../use-cases/list-reply-attachments.ts';

export const handler = defineHandler('list-reply-attachments', ({ caller }) => listReplyAttachments(attachmentPorts(), { caller }));
