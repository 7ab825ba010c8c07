import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { addReplyAttachment } from '../use-cases/add-reply-attachment.ts';

export const handler = defineHandler('add-reply-attachment', ({ caller, parameters, body }) => addReplyAttachment(attachmentPorts(), { caller, attachmentId: parameters.attachmentId, body }));
