import * as z from 'zod/mini';
import { attachmentParts, attachmentRefusals, attachmentStates } from '../domain/attachment.ts';
import { attachmentLimit, mediaTypes } from './attachment-types.ts';
import { freeText, identifier, instant } from './primitives.ts';

/** What is about to be uploaded; the id is the page's own, so that asking again asks for the same. */
export const addAttachment = z.strictObject({
  part: z.enum(attachmentParts),
  /** With its ending, which says what it is: `attachmentLimit.endings`. */
  fileName: freeText(attachmentLimit.nameLength),
  bytes: z.int().check(z.gte(1), z.lte(attachmentLimit.bytes)),
});
export type AddAttachment = z.infer<typeof addAttachment>;
/** Through a link nobody chooses the part: it follows from what the link is for. */
export const addLinkAttachment = z.strictObject({ fileName: addAttachment.shape.fileName, bytes: addAttachment.shape.bytes });
export type AddLinkAttachment = z.infer<typeof addLinkAttachment>;

export const attachmentView = z.object({
  id: identifier,
  part: z.enum(attachmentParts),
  fileName: z.string(),
  mediaType: z.enum(mediaTypes),
  bytes: z.number(),
  addedAt: instant,
  /** Null: an external party. */
  addedBy: z.nullable(z.string()),
  state: z.enum(attachmentStates),
  /** A clean file may be unscanned where there is no scanner: on a machine of one's own. */
  scanned: z.boolean(),
  refusal: z.nullable(z.enum(attachmentRefusals)),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** `addTo`: the parts this user may add files to now. */
export const attachmentList = z.object({ attachments: z.array(attachmentView), addTo: z.array(z.enum(attachmentParts)) });
export type AttachmentList = z.infer<typeof attachmentList>;

/** One request that puts exactly this file there, once: method, headers and size are part of the signature. */
export const attachmentUpload = z.object({
  attachment: attachmentView,
  upload: z.object({ method: z.literal('PUT'), url: z.string(), headers: z.record(z.string(), z.string()), expiresAt: instant }),
});
export type AttachmentUpload = z.infer<typeof attachmentUpload>;

/** An address that gives the file as a download, for a minute. */
export const attachmentDownload = z.object({ url: z.string(), expiresAt: instant });
export type AttachmentDownload = z.infer<typeof attachmentDownload>;
