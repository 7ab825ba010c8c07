export type { AttachmentPart } from '../domain/attachment.ts';

/** What may be attached, as plain data: the pages carry it without the shapes. */
const byEnding = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain',
} as const;
export type MediaType = (typeof byEnding)[keyof typeof byEnding];
export const mediaTypes = [
  'application/pdf', 'image/png', 'image/jpeg', 'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text', 'text/plain',
] as const satisfies readonly MediaType[];

export const attachmentLimit = {
  /** 25 MB. */
  bytes: 25 * 1024 * 1024,
  nameLength: 160,
  endings: Object.keys(byEnding),
} as const;

/** By the name's ending: browsers do not agree on what a HEIC picture or an ODT is. Undefined: not allowed. */
export const mediaTypeOf = (fileName: string): MediaType | undefined => {
  const ending = /\.([A-Za-z]{3,4})$/.exec(fileName.trim())?.[1]?.toLowerCase();
  for (const [known, type] of Object.entries(byEnding)) if (known === ending) return type;
  return undefined;
};
