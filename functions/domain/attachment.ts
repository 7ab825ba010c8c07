import type { CaseInsight } from './access.ts';
import type { Instant } from './case.ts';
import type { Role } from './vocabulary.ts';

/** The part of a case that a file belongs to. A scan of a paper form belongs to the report. */
export const attachmentParts = ['report', 'investigation', 'reply'] as const;
export type AttachmentPart = (typeof attachmentParts)[number];

/** `uploading`: its address was given out; `scanning`: the file is there; `clean`: released; `refused`: never released. */
export const attachmentStates = ['uploading', 'scanning', 'clean', 'refused'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/** Why a file is never released: it holds something harmful, or what it holds could not be read (a password, damage). */
export const attachmentRefusals = ['threat', 'unreadable'] as const;
export type AttachmentRefusal = (typeof attachmentRefusals)[number];

/** A file on a case. It is no part of what people edit: adding one changes no version. */
export interface Attachment {
  readonly id: string;
  readonly caseId: string;
  readonly part: AttachmentPart;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** User id, or `external:` and whose. */
  readonly addedBy: string;
  readonly principal: Role | null;
  readonly addedAt: Instant;
  readonly state: AttachmentState;
  /** The version of the stored object that was scanned; no other is ever given out. */
  readonly versionId?: string | undefined;
  /** False: released without a scan, where there is no scanner. */
  readonly scanned?: boolean | undefined;
  readonly refusal?: AttachmentRefusal | undefined;
}

/** An upload that nobody finished is shown no longer than this. */
export const uploadSeconds = 600;
/** How long an address to read a file lives: long enough to follow it, too short to pass on. */
export const downloadSeconds = 60;
export const attachmentsPerCase = 50;

/** Files of an external unit are its own: one that the request is handed over to does not see those of the first. */
export const ofExternalUnit = (unitId: string): string => `external:${unitId}`;
export const isExternal = ({ addedBy }: Pick<Attachment, 'addedBy'>): boolean => addedBy.startsWith('external:');

/** Files are no secret between those who handle a case; a reporter sees its own, and those of a reply that was shared. */
export const seesAttachment = (attachment: Pick<Attachment, 'part' | 'addedBy'>, userId: string, { insight, hidden, replyShared }: { readonly insight: CaseInsight; readonly hidden: boolean; readonly replyShared: boolean }): boolean => {
  if (hidden) return attachment.addedBy === userId;
  switch (insight) {
    case 'full':
    case 'unit':
      return true;
    case 'reporter':
      return attachment.addedBy === userId || (attachment.part === 'reply' && replyShared);
    case 'none':
      return false;
  }
};

/** The parts of an open case this insight may add files to. */
export const partsToAddTo = (insight: CaseInsight, reported: boolean, open: boolean): readonly AttachmentPart[] => {
  if (!open) return [];
  switch (insight) {
    case 'full':
      return attachmentParts;
    case 'unit':
      return ['report', 'investigation'];
    case 'reporter':
      return reported ? ['report'] : [];
    case 'none':
      return [];
  }
};

/** Where the file lies in the store, and whose it is. */
export const storedKeyOf = ({ caseId, id }: Pick<Attachment, 'caseId' | 'id'>): string => `cases/${caseId}/${id}`;
export const storedObjectOf = (key: string): { readonly caseId: string; readonly attachmentId: string } | undefined => {
  const [, caseId, attachmentId] = /^cases\/([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{1,64})$/.exec(key) ?? [];
  return caseId === undefined || attachmentId === undefined ? undefined : { caseId, attachmentId };
};
