import type { Archive, ArchivedCase } from '../domain/releasing/archive.ts';
import type { CopiedCase, Release, ReleaseCopy } from '../domain/releasing/release.ts';
import type { Case, CaseEvent, Instant } from '../domain/case.ts';
import type { ChainHead } from '../domain/event-chain.ts';
import type { AttachmentStore } from './ports-attachment.ts';
import type { Log } from './ports-log.ts';
import type { RetentionStore } from './ports-retention.ts';
import type { Executions } from './ports-relay.ts';
import type { AccessLog, CaseStore, IdempotentAnswer, PatientReferenceStore, RegisterStore } from './ports.ts';

export interface ArchiveStore {
  find(id: string): Promise<Archive | undefined>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Archive[]>;
  /** A new one with its execution in the outbox, once. */
  start(archive: Archive, idempotency: IdempotentAnswer): Promise<'started' | 'exists'>;
  /** The next state of a running one, on condition that nobody else has written it. `moved-on`: somebody has. */
  step(next: Archive): Promise<'written' | 'moved-on'>;
  /** Remembers ids that come into the package, as the row with this number. */
  choose(id: string, row: number, caseIds: readonly string[]): Promise<void>;
  chosen(id: string, row: number): Promise<readonly string[]>;
  /** The cases of a volume, for the access log of whoever fetches it. */
  putCases(id: string, volume: number, cases: readonly ArchivedCase[]): Promise<void>;
  cases(id: string, volume: number): Promise<readonly ArchivedCase[]>;
  /** Remembers with each case that it has left for an archive as it stood then; retention waits for it (L9a). */
  archived(cases: readonly ArchivedCase[], by: { readonly id: string; readonly at: Instant }): Promise<void>;
  /** Ids of cases of every state, some at a time. `cursor` null: from the beginning; no more: the end. */
  someCases(cursor: string | null): Promise<{ readonly caseIds: readonly string[]; readonly cursor: string | null }>;
}

/** Finished files of packages. */
export interface PackageStore {
  put(key: string, bytes: Uint8Array, mediaType: string, now: Instant): Promise<void>;
  read(key: string, now: Instant): Promise<Uint8Array>;
  /** An address for one file, for some minutes, as a download under this name. */
  address(key: string, fileName: string, now: Instant): { readonly url: string; readonly expiresAt: Instant };
}
/** Contents of attachments. */
export interface AttachmentContents {
  read(attachment: { readonly caseId: string; readonly id: string; readonly versionId: string }, now: Instant): Promise<Uint8Array>;
}
export interface PackagedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** False: what is compressed already. */
  readonly compress: boolean;
}
export interface Packing {
  /** A zip file of these, the same bytes for the same files. */
  zip(files: readonly PackagedFile[], at: Instant): Uint8Array;
  /** SHA-256, hex. */
  digest(bytes: Uint8Array): string;
  /** The shapes of a package's documents as JSON Schema. */
  schemas(): Readonly<Record<string, unknown>>;
}

export interface ArchivePorts {
  readonly registers: RegisterStore;
  readonly cases: Pick<CaseStore, 'findAnswer'>;
  readonly archives: ArchiveStore;
  readonly packages: PackageStore;
  readonly accessLog: AccessLog;
  readonly executions: Pick<Executions, 'describe'>;
  readonly hash: (text: string) => string;
}
export interface ArchiveTaskPorts {
  readonly registers: RegisterStore;
  readonly cases: Pick<CaseStore, 'load' | 'events'>;
  readonly archives: ArchiveStore;
  readonly packages: PackageStore;
  readonly attachments: Pick<AttachmentStore, 'list'>;
  readonly contents: AttachmentContents;
  readonly patientReferences: Pick<PatientReferenceStore, 'read'>;
  readonly accessLog: AccessLog;
  readonly packing: Packing;
  readonly runs: Pick<RetentionStore, 'items'>;
  readonly log: Log;
}

export interface ReleaseStore {
  find(id: string): Promise<Release | undefined>;
  copies(release: Pick<Release, 'id' | 'cases'>): Promise<readonly ReleaseCopy[]>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Release[]>;
  start(release: Release, copies: readonly ReleaseCopy[], idempotency: IdempotentAnswer): Promise<'started' | 'exists'>;
  /** The next version with the copies that changed. @throws StaleVersion */
  change(next: Release, copies: readonly ReleaseCopy[], idempotency: IdempotentAnswer): Promise<void>;
}
export interface ReleasePorts {
  readonly registers: RegisterStore;
  readonly cases: Pick<CaseStore, 'load' | 'events' | 'findByNumber' | 'findAnswer'>;
  readonly releases: ReleaseStore;
  readonly accessLog: AccessLog;
  readonly hash: (text: string) => string;
}

/** A case with its story, as it is put into words. */
export interface CaseToTell {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly chain: ChainHead | null;
}
export type { ArchivedCase, CopiedCase };
