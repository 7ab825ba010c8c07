import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { downloadAttachment } from '../use-cases/download-attachment.ts';

export const handler = defineHandler('download-attachment', ({ caller, parameters }) => downloadAttachment(attachmentPorts(), { caller, caseId: parameters.caseId, attachmentId: parameters.attachmentId }));
