import type { Instant } from '../domain/case.ts';
import type { Register, RegisterEntry } from '../domain/register.ts';
import type { RegisterName } from '../domain/vocabulary.ts';

/** A row of a register with what administration must know of it. */
export interface RegisterRow {
  /** `registerKey` of its entry. */
  readonly key: string;
  readonly entry: RegisterEntry;
  /** 1, 2, 3…: a change names the version it was made from. */
  readonly version: number;
  /** null: as the organisation document had it. */
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
}

/** All registers at one moment. */
export interface RegisterSnapshot {
  /** Opaque; a write that names it is refused when anything was written meanwhile. */
  readonly revision: string;
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
}

export const registerChangeKinds = ['put', 'end', 'import'] as const;
/** A line of a row's change log. */
export interface RegisterChange {
  readonly kind: (typeof registerChangeKinds)[number];
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** null: the row was new. */
  readonly before: RegisterEntry | null;
  readonly after: RegisterEntry;
}

export interface RegisterWrite {
  /** Of the snapshot that the change was decided on. */
  readonly revision: string;
  readonly at: Instant;
  readonly by: string;
  readonly kind: RegisterChange['kind'];
  /** New and changed rows; at most 40. `before`: the row as the snapshot has it. */
  readonly rows: readonly { readonly before: RegisterRow | null; readonly after: RegisterEntry }[];
}
export interface RegisterAdministration {
  snapshot(): Promise<RegisterSnapshot>;
  /** Oldest first. */
  changes(register: RegisterName, key: string): Promise<readonly RegisterChange[]>;
  /** Rows and their log in one transaction. `superseded`: something was written since the snapshot; take another and decide again. @throws Throttled */
  commit(write: RegisterWrite): Promise<'written' | 'superseded'>;
}
