import { attachmentPorts } from '../adapters/attachment-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listAttachments } from '../use-cases/list-attachments.ts';

export const handler = defineHandler('list-attachments', ({ caller, parameters }) => listAttachments(attachmentPorts(), { caller, caseId: parameters.caseId }));
