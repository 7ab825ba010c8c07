import type { AttachmentView } from '../contracts/attachment.ts';
import { mediaTypes } from '../contracts/attachment-types.ts';
import type { Attachment } from '../domain/attachment.ts';
import { isExternal, uploadSeconds } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import { milliseconds } from '../domain/instant.ts';
import type { Names } from './names.ts';

/** `names` null: for an external party, which learns no names of staff. */
export const attachmentViewOf = (attachment: Attachment, names: Names | null): AttachmentView => ({
  id: attachment.id,
  part: attachment.part,
  fileName: attachment.fileName,
  mediaType: mediaTypes.find((type) => type === attachment.mediaType) ?? 'text/plain',
  bytes: attachment.bytes,
  addedAt: attachment.addedAt,
  addedBy: names === null || isExternal(attachment) ? null : names.person(attachment.addedBy).name,
  state: attachment.state,
  scanned: attachment.scanned ?? false,
  refusal: attachment.refusal ?? null,
});

/** An upload that nobody finished in time is none. */
export const isShown = (attachment: Attachment, now: Instant): boolean =>
  attachment.state !== 'uploading' || milliseconds(now) - milliseconds(attachment.addedAt) <= uploadSeconds * 1000;
