import type { ImportStatus } from '../contracts/import.ts';
import type { Instant } from '../domain/case.ts';
import type { RowChange } from '../domain/register-file/plan-import.ts';
import type { FileFault } from '../domain/register-file/read-file.ts';
import type { FileRegister } from '../domain/register-file/columns.ts';
import type { FileEntry } from '../domain/register-file/rows.ts';
import type { RegisterAdministration, RegisterRow } from './ports-administration.ts';
import type { Log } from './ports-log.ts';
import type { Executions } from './ports-relay.ts';
import type { RegisterStore } from './ports.ts';

/** A file on its way into a register. */
export interface ImportRecord {
  readonly id: string;
  readonly register: FileRegister;
  readonly fileName: string;
  readonly by: string;
  readonly at: Instant;
  readonly status: ImportStatus;
  readonly endedAt: Instant | null;
  readonly counts: { readonly added: number; readonly changed: number; readonly ended: number; readonly untouched: number; readonly faults: number };
  readonly faults: readonly FileFault[];
  readonly changes: readonly RowChange[];
  /** The register's rows at the preview, as a hash: what was previewed is what is put in force. */
  readonly fingerprint: string;
  /** When it was let run, which is when its changes are logged at; null before. */
  readonly startedAt: Instant | null;
  /** Rows written beside those in force, of all there are to write. */
  readonly written: number;
  readonly total: number;
}

export interface ImportStore {
  /** Keeps the file and what came of reading it. `exists`: the same command was here before. */
  create(record: ImportRecord, content: Uint8Array): Promise<'created' | 'exists'>;
  find(id: string): Promise<ImportRecord | undefined>;
  /** The file's bytes; undefined once the import has ended. */
  content(id: string): Promise<Uint8Array | undefined>;
  /** Newest first. */
  list(): Promise<readonly ImportRecord[]>;
  /** Lets a `ready` one run, with its execution in the outbox, in one transaction. `moved-on`: it is not ready (any more). */
  start(record: ImportRecord, at: Instant): Promise<'started' | 'moved-on'>;
  /** Notes how far a running one has come; nothing when it runs no more. */
  progress(id: string, progress: { readonly written: number; readonly total: number }): Promise<void>;
  /** Ends a running one, once; its file goes. */
  end(id: string, status: 'done' | 'outdated' | 'failed', at: Instant): Promise<void>;
  /** Removes what nobody came back to. */
  prune(before: { readonly unused: Instant; readonly any: Instant }): Promise<void>;
}

/** One register as a whole, on its way to take effect; rows that are not written are not in it. */
export interface NextGeneration {
  readonly register: FileRegister;
  readonly generation: string;
  readonly at: Instant;
  readonly by: string;
}
/** Rows of a register written beside those in force, under a name of their own. */
export interface RegisterGenerations {
  /** Writes these rows; doing it again changes nothing. @throws Throttled */
  stage(next: NextGeneration, rows: readonly { readonly before: RegisterRow | null; readonly after: FileEntry }[]): Promise<void>;
  /** All that was staged takes effect, if the registers still stand as of the revision. @throws Throttled */
  putInForce(next: NextGeneration, at: { readonly revision: string; readonly rows: number; readonly changed: number }): Promise<'written' | 'superseded'>;
  /** Whether this took effect, and nothing has since taken its place. */
  isInForce(register: FileRegister, generation: string): Promise<boolean>;
  /** Removes what was staged and never took effect. @throws Throttled */
  discard(register: FileRegister, generation: string): Promise<void>;
}

export interface ImportPorts {
  readonly registers: RegisterStore;
  readonly imports: ImportStore;
  /** SHA-256 of a text, hex. */
  readonly hash: (text: string) => string;
  readonly executions: Pick<Executions, 'describe'>;
}
export interface ImportTaskPorts {
  readonly administration: Pick<RegisterAdministration, 'snapshot'>;
  readonly generations: RegisterGenerations;
  readonly imports: ImportStore;
  readonly hash: (text: string) => string;
  readonly log: Log;
}
