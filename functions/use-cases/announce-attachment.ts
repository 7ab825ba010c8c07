import type { AddLinkAttachment, AttachmentUpload } from '../contracts/attachment.ts';
import { mediaTypeOf } from '../contracts/attachment-types.ts';
import type { Attachment, AttachmentPart } from '../domain/attachment.ts';
import { attachmentsPerCase, isExternal } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import { withoutIdentity } from '../domain/identifying.ts';
import { AttachmentNotReleased, IdempotencyKeyReused, InvalidInput } from '../domain/errors.ts';
import type { Role } from '../domain/vocabulary.ts';
import { attachmentViewOf, isShown } from './attachment-view.ts';
import type { AttachmentPorts } from './ports-attachment.ts';

export interface Announcement {
  readonly caseId: string;
  readonly attachmentId: string;
  readonly part: AttachmentPart;
  readonly file: AddLinkAttachment;
  /** As in `Attachment`. */
  readonly addedBy: string;
  readonly principal: Role | null;
  readonly now: Instant;
}

/**
 * Puts the attachment on the case and gives the address for its file. The id is the caller's own: announcing the same
 * again, after a broken upload, gives a new address for the same attachment.
 * @throws InvalidInput, IdempotencyKeyReused (the id names another file), AttachmentNotReleased (it is there already)
 */
export const announceAttachment = async (
  ports: Pick<AttachmentPorts, 'cases' | 'attachments' | 'files'>, { caseId, attachmentId, part, file, addedBy, principal, now }: Announcement,
): Promise<AttachmentUpload> => {
  const fileName = namedNeutrally(plainName(file.fileName));
  const mediaType = mediaTypeOf(fileName);
  if (mediaType === undefined) throw new InvalidInput({ pointer: '/fileName', code: 'attachment-type-not-allowed' });
  const given = await ports.attachments.list(caseId);
  const known = given.find(({ id }) => id === attachmentId);
  if (known && (known.addedBy !== addedBy || known.fileName !== fileName || known.bytes !== file.bytes || known.part !== part)) throw new IdempotencyKeyReused();
  if (known && known.state !== 'uploading') throw new AttachmentNotReleased();
  if (!known && given.filter((each) => isShown(each, now)).length >= attachmentsPerCase) throw new InvalidInput({ pointer: '/fileName', code: 'attachments-too-many' });
  const attachment: Attachment = known ?? { id: attachmentId, caseId, part, fileName, mediaType, bytes: file.bytes, addedBy, principal, addedAt: now, state: 'uploading' };
  if (!known) {
    await ports.cases.record({
      caseId, at: now, expected: {}, access: null, outbox: [], alongside: [ports.attachments.newRow(attachment)],
      events: [{ id: `attachment-${attachmentId}`, caseId, at: now, type: 'attachmentAdded', actor: isExternal({ addedBy }) ? 'external' : addedBy, ...(principal !== null && { principal }), detail: { fileName, part } }],
    });
  }
  const { method, url, headers, expiresAt } = ports.files.upload(attachment, now);
  return { attachment: attachmentViewOf(attachment, null), upload: { method, url, headers: { ...headers }, expiresAt } };
};

/** L8: names and numbers leave the file's name, for it stands in lists and timelines; its ending stays. */
const namedNeutrally = (name: string): string => {
  const end = name.lastIndexOf('.');
  return end <= 0 ? withoutIdentity(name) : `${withoutIdentity(name.slice(0, end))}${name.slice(end)}`;
};
/** No folders and no control characters: the name is shown, and becomes that of a downloaded file. */
const plainName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|*?:]/gu, '').trim();
