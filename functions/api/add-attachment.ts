import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { addAttachment } from '../use-cases/add-attachment.ts';

export const handler = defineHandler('add-attachment', ({ caller, parameters, body }) => addAttachment(attachmentPorts(), { caller, caseId: parameters.caseId, attachmentId: parameters.attachmentId, body }));
