import type { Instant } from '../domain/case.ts';
import type { IntakeCodeEntry } from '../domain/outbox.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { AccessLog, CaseStore, Identifiers, PatientReferenceStore, RegisterStore, RowWrite } from './ports.ts';
import type { RateLimiter, SecretHasher } from './ports-reply.ts';

/*
 * What intake without an account needs of the world. There is no case until somebody has filed: what is known of an
 * intake lies in rows of its own, which time removes.
 */

/** Who wants to file, and where the code goes. */
export interface IntakeParty {
  readonly kind: 'party' | 'public';
  /** null: the public. */
  readonly unitId: string | null;
  readonly mailbox: string;
  readonly language: Language;
}
/** An intake whose code has not been typed yet. */
export interface Intake extends IntakeParty {
  /** SHA-256 of the secret that the page holds, hex. */
  readonly hash: string;
  /** HMAC-SHA-256 of the code under that secret, hex. */
  readonly codeHash: string;
  readonly sentAt: Instant;
  readonly codeExpiresAt: Instant;
  readonly tries: number;
}
/** A session to file one report; `filed`: it has. */
export interface IntakeSession extends IntakeParty {
  /** SHA-256 of the cookie's token, hex. */
  readonly hash: string;
  readonly startedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly filed: boolean;
}
export interface IntakeStore {
  /** Writes the intake and what sends its code, in one transaction. @throws Throttled */
  begin(intake: Intake, code: IntakeCodeEntry): Promise<void>;
  find(hash: string): Promise<Intake | undefined>;
  /** Counts a try before it is compared, so that parallel guesses cannot slip by. `exhausted`: none was left. */
  countTry(intake: Intake, atMost: number): Promise<number | 'exhausted'>;
  /** The code is spent; whether it still was there. */
  open(intake: Intake, session: IntakeSession): Promise<'opened' | 'spent'>;
  findSession(hash: string): Promise<IntakeSession | undefined>;
  touch(hash: string, at: Instant): Promise<void>;
  /** The same session as filed; for the transaction that writes the case. */
  filedRow(session: IntakeSession): RowWrite;
}

/** The id by which outbox and mail know an intake that has no case. */
const prefix = 'intake-';
export const intakeId = (hash: string): string => `${prefix}${hash}`;
export const intakeHash = (id: string): string => id.slice(prefix.length);

export interface IntakePorts {
  readonly intakes: IntakeStore;
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly accessLog: AccessLog;
  readonly patientReferences: PatientReferenceStore;
  readonly rates: RateLimiter;
  readonly secrets: SecretHasher;
  readonly identifiers: Identifiers;
}
