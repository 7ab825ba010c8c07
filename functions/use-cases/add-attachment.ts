import type { AddAttachment, AttachmentUpload } from '../contracts/attachment.ts';
import { partsToAddTo } from '../domain/attachment.ts';
import { NotAllowed, WrongStatus } from '../domain/errors.ts';
import { isOpen } from '../domain/transitions.ts';
import { announceAttachment } from './announce-attachment.ts';
import { openCase, type AttachmentQuery } from './case-attachments.ts';
import type { AttachmentPorts } from './ports-attachment.ts';
import { accessEntry } from './staff-access.ts';

/** @throws UnknownUser, NotFound, NotAllowed, WrongStatus, InvalidInput, IdempotencyKeyReused, AttachmentNotReleased, Conflict, Throttled */
export const addAttachment = async (
  ports: AttachmentPorts, { caller, caseId, attachmentId, body }: AttachmentQuery & { readonly body: AddAttachment },
): Promise<AttachmentUpload> => {
  const opened = await openCase(ports, { caller, caseId });
  const { status } = opened.case;
  if (!isOpen(status)) throw new WrongStatus('add-attachment', status);
  if (opened.reason !== undefined || !partsToAddTo(opened.insight, opened.reported, true).includes(body.part)) throw new NotAllowed('no-need-to-know');
  await ports.accessLog.record(accessEntry(caller, opened.signedIn, 'add-attachment', 'write', opened));
  return announceAttachment(ports, { caseId, attachmentId, part: body.part, file: body, addedBy: caller.userId, principal: opened.principal, now: caller.now });
};
