import type { Attachment, AttachmentRefusal } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import type { AccessLog, CaseStore, RegisterStore, RowWrite } from './ports.ts';
import type { Log } from './ports-log.ts';
import type { ReplyPorts } from './ports-reply.ts';

/** Rows of attachments, under their case. */
export interface AttachmentStore {
  /** In the order they were added; uploads that were never finished among them. */
  list(caseId: string): Promise<readonly Attachment[]>;
  find(caseId: string, id: string): Promise<Attachment | undefined>;
  newRow(attachment: Attachment): RowWrite;
  /** The stored object is there; false when that was known, or when there is no such attachment. */
  uploaded(caseId: string, id: string, versionId: string): Promise<boolean>;
  /** False when it was decided before, or when there is no such attachment. */
  decided(caseId: string, id: string, verdict: AttachmentVerdict): Promise<boolean>;
}
export type AttachmentVerdict = { readonly versionId: string } & (
  | { readonly state: 'clean'; readonly scanned: boolean }
  | { readonly state: 'refused'; readonly refusal: AttachmentRefusal }
);

/** Addresses of the file store, signed for one request each. */
export interface FileAddresses {
  /** One PUT of exactly this size and type, once. */
  upload(attachment: Attachment, now: Instant): { readonly method: 'PUT'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly expiresAt: Instant };
  /** One scanned version, as a download under its name, never shown in a page. */
  download(attachment: Attachment, versionId: string, now: Instant): { readonly url: string; readonly expiresAt: Instant };
}

export interface AttachmentPorts {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly accessLog: AccessLog;
  readonly attachments: AttachmentStore;
  readonly files: FileAddresses;
}
export type LinkAttachmentPorts = AttachmentPorts & Pick<ReplyPorts, 'sessions' | 'secrets'>;
export interface ScanPorts {
  readonly cases: CaseStore;
  readonly attachments: AttachmentStore;
  readonly log: Log;
}
