import type { AttachmentDownload } from '../contracts/attachment.ts';
import { ofExternalUnit } from '../domain/attachment.ts';
import { NotFound } from '../domain/errors.ts';
import { externalAccess } from './external-access.ts';
import type { ReplyAttachmentQuery } from './add-reply-attachment.ts';
import { releasedFile } from './download-attachment.ts';
import type { LinkAttachmentPorts } from './ports-attachment.ts';
import { openSession, requestOf } from './reply-session.ts';

/** A file that this very unit has added. @throws SessionExpired, NotFound, AttachmentNotReleased */
export const downloadReplyAttachment = async (ports: LinkAttachmentPorts, { caller, attachmentId }: ReplyAttachmentQuery): Promise<AttachmentDownload> => {
  const session = await openSession(ports, caller);
  const { loaded, case: concerned } = await requestOf(ports, session);
  const attachment = await ports.attachments.find(concerned.id, attachmentId);
  if (attachment?.addedBy !== ofExternalUnit(session.unitId)) throw new NotFound('attachment');
  await ports.accessLog.record(externalAccess({ at: caller.now, unitId: session.unitId, operation: 'download-reply-attachment', kind: 'read' }, loaded));
  return releasedFile(ports, attachment, caller.now);
};
