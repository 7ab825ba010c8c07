import type { AttachmentList } from '../contracts/attachment.ts';
import { partsToAddTo, seesAttachment } from '../domain/attachment.ts';
import { isOpen } from '../domain/transitions.ts';
import { attachmentViewOf, isShown } from './attachment-view.ts';
import { openCase } from './case-attachments.ts';
import { namesOf } from './names.ts';
import type { CaseQuery } from './ports.ts';
import type { AttachmentPorts } from './ports-attachment.ts';
import { accessEntry } from './staff-access.ts';

/** The files of a case that this user sees, and where it may add more; the reading is logged (L5). @throws UnknownUser, NotFound */
export const listAttachments = async (ports: AttachmentPorts, { caller, caseId }: CaseQuery): Promise<AttachmentList> => {
  const opened = await openCase(ports, { caller, caseId });
  await ports.accessLog.record(accessEntry(caller, opened.signedIn, 'list-attachments', 'read', opened, opened.reason));
  const names = namesOf(opened.signedIn.register);
  const attachments = (await ports.attachments.list(caseId))
    .filter((attachment) => isShown(attachment, caller.now) && seesAttachment(attachment, caller.userId, opened));
  return {
    attachments: attachments.map((attachment) => attachmentViewOf(attachment, names)),
    addTo: opened.reason === undefined ? [...partsToAddTo(opened.insight, opened.reported, isOpen(opened.case.status))] : [],
  };
};
