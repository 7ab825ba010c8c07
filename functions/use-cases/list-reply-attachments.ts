import type { AttachmentList } from '../contracts/attachment.ts';
import { ofExternalUnit } from '../domain/attachment.ts';
import { isUnderway } from '../domain/transitions.ts';
import { attachmentViewOf, isShown } from './attachment-view.ts';
import { externalAccess } from './external-access.ts';
import type { LinkAttachmentPorts } from './ports-attachment.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession, requestOf } from './reply-session.ts';

/** The external unit's own files of this reply, and none of the case's others. @throws SessionExpired */
export const listReplyAttachments = async (ports: LinkAttachmentPorts, { caller }: { readonly caller: SessionCaller }): Promise<AttachmentList> => {
  const session = await openSession(ports, caller);
  const { loaded, case: concerned } = await requestOf(ports, session);
  await ports.accessLog.record(externalAccess({ at: caller.now, unitId: session.unitId, operation: 'list-reply-attachments', kind: 'read' }, loaded));
  const own = (await ports.attachments.list(session.caseId)).filter((attachment) => attachment.addedBy === ofExternalUnit(session.unitId) && isShown(attachment, caller.now));
  return { attachments: own.map((attachment) => attachmentViewOf(attachment, null)), addTo: isUnderway(concerned.status) ? ['reply'] : [] };
};
