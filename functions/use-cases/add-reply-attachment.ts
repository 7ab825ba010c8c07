import type { AddLinkAttachment, AttachmentUpload } from '../contracts/attachment.ts';
import { ofExternalUnit } from '../domain/attachment.ts';
import { WrongStatus } from '../domain/errors.ts';
import { isUnderway } from '../domain/transitions.ts';
import { externalAccess } from './external-access.ts';
import { announceAttachment } from './announce-attachment.ts';
import type { LinkAttachmentPorts } from './ports-attachment.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession, requestOf } from './reply-session.ts';

export interface ReplyAttachmentQuery {
  readonly caller: SessionCaller;
  readonly attachmentId: string;
}

/** A file of the external unit's reply, until it has answered. @throws SessionExpired, WrongStatus, InvalidInput, IdempotencyKeyReused, AttachmentNotReleased, Conflict, Throttled */
export const addReplyAttachment = async (
  ports: LinkAttachmentPorts, { caller, attachmentId, body }: ReplyAttachmentQuery & { readonly body: AddLinkAttachment },
): Promise<AttachmentUpload> => {
  const session = await openSession(ports, caller);
  const { loaded, case: concerned } = await requestOf(ports, session);
  if (!isUnderway(concerned.status)) throw new WrongStatus('add-reply-attachment', concerned.status);
  await ports.accessLog.record(externalAccess({ at: caller.now, unitId: session.unitId, operation: 'add-reply-attachment', kind: 'write' }, loaded));
  return announceAttachment(ports, { caseId: concerned.id, attachmentId, part: 'reply', file: body, addedBy: ofExternalUnit(session.unitId), principal: null, now: caller.now });
};
