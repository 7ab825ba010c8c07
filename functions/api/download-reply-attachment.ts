import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { downloadReplyAttachment } from '../use-cases/download-reply-attachment.ts';

export const handler = defineHandler('download-reply-attachment', ({ caller, parameters }) => downloadReplyAttachment(attachmentPorts(), { caller, attachmentId: parameters.attachmentId }));
