import type { AttachmentDownload } from '../contracts/attachment.ts';
import type { Attachment } from '../domain/attachment.ts';
import { seesAttachment } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import { AttachmentNotReleased, NotFound } from '../domain/errors.ts';
import { openCase, type AttachmentQuery } from './case-attachments.ts';
import type { AttachmentPorts } from './ports-attachment.ts';
import { accessEntry } from './staff-access.ts';

/** A released file's address, logged before it is given (L5). @throws UnknownUser, NotFound, AttachmentNotReleased */
export const downloadAttachment = async (ports: AttachmentPorts, { caller, caseId, attachmentId }: AttachmentQuery): Promise<AttachmentDownload> => {
  const opened = await openCase(ports, { caller, caseId });
  const attachment = await ports.attachments.find(caseId, attachmentId);
  if (!attachment || !seesAttachment(attachment, caller.userId, opened)) throw new NotFound('attachment');
  await ports.accessLog.record(accessEntry(caller, opened.signedIn, 'download-attachment', 'read', opened, opened.reason));
  return releasedFile(ports, attachment, caller.now);
};

/** @throws AttachmentNotReleased */
export const releasedFile = (ports: Pick<AttachmentPorts, 'files'>, attachment: Attachment, now: Instant): AttachmentDownload => {
  if (attachment.state !== 'clean' || attachment.versionId === undefined) throw new AttachmentNotReleased();
  return ports.files.download(attachment, attachment.versionId, now);
};
