import type { AttachmentDownload, AttachmentList, AttachmentUpload } from '../../../../functions/contracts/attachment.ts';
import type { AttachmentPart } from '../../../../functions/contracts/attachment-types.ts';
import { call } from '../../api/call.ts';

/** Whose files: those of a case for staff, or those of whoever came through a link. */
export interface AttachmentPlace {
  readonly key: string;
  list(): Promise<AttachmentList>;
  add(attachmentId: string, part: AttachmentPart, file: { readonly fileName: string; readonly bytes: number }): Promise<AttachmentUpload>;
  download(attachmentId: string): Promise<AttachmentDownload>;
}

export const filesOfCase = (caseId: string): AttachmentPlace => ({
  key: caseId,
  list: () => call('list-attachments', { path: { caseId } }),
  add: (attachmentId, part, file) => call('add-attachment', { path: { caseId, attachmentId }, body: { part, ...file } }),
  download: (attachmentId) => call('download-attachment', { path: { caseId, attachmentId } }),
});

/** The part follows from the link. */
export const filesOfReply: AttachmentPlace = {
  key: 'reply',
  list: () => call('list-reply-attachments'),
  add: (attachmentId, _part, file) => call('add-reply-attachment', { path: { attachmentId }, body: file }),
  download: (attachmentId) => call('download-reply-attachment', { path: { attachmentId } }),
};
