import type { Instant } from '../domain/case.ts';
import type { ReplyDraft } from '../contracts/reply.ts';
import type { DescriptionStore } from './ports-description.ts';
import type { AccessLog, CaseStore, Identifiers, RegisterStore, RowWrite } from './ports.ts';

/*
 * What the reply link needs of the world (ux.md, "The link in the mail"). Rows live in the Cases table; the methods that
 * end in `Row` give rows to be written in a command's own transaction.
 */

/**
 * What a link opens. `reply`: an external unit's request; it lives as long as the request has this epoch and says so.
 * `report`: a submitted edition of a periodic report, until the next one is submitted.
 * `status`: to whoever filed an incoming case, where it is; it lives as long as the case says.
 * `approval`: to the other party of an event description (N4), whose id is then `caseId`; it lives as the description says.
 */
export type LinkPurpose = 'reply' | 'status' | 'approval' | 'report';
/** A secret of a mail, known by its hash only. */
export interface Link {
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly caseId: string;
  readonly purpose: LinkPurpose;
  readonly epoch: number;
  /** Empty where the public filed. */
  readonly unitId: string;
  readonly mailId: string;
}
export interface LinkStore {
  find(hash: string): Promise<Link | undefined>;
}

/** A code waiting to be typed: of one case and epoch, six digits, known by a hash keyed with the link's secret. */
export interface SentCode {
  readonly caseId: string;
  readonly epoch: number;
  /** HMAC-SHA-256 of the code under the link's secret, hex. */
  readonly hash: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly tries: number;
}
export interface CodeStore {
  find(caseId: string, epoch: number): Promise<SentCode | undefined>;
  /** Counts a try before it is compared, so that parallel guesses cannot slip by. `exhausted`: none was left. */
  countTry(code: SentCode, atMost: number): Promise<number | 'exhausted'>;
  putRow(code: SentCode): RowWrite;
  deleteRow(code: Pick<SentCode, 'caseId' | 'epoch'>): RowWrite;
}

export interface ReplySession {
  /** SHA-256 of the cookie's token, hex. */
  readonly hash: string;
  readonly caseId: string;
  readonly purpose: LinkPurpose;
  readonly epoch: number;
  /** Empty where the public filed. */
  readonly unitId: string;
  readonly startedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly opened: boolean;
}
export interface SessionStore {
  find(hash: string): Promise<ReplySession | undefined>;
  /** Moves `lastUsedAt`. */
  touch(hash: string, at: Instant): Promise<void>;
  end(hash: string): Promise<void>;
  putRow(session: ReplySession): RowWrite;
  /** The same session as opened; for the transaction that writes the event. */
  openedRow(session: ReplySession): RowWrite;
}

/** One per case and unit. */
export interface ReplyDraftStore {
  find(caseId: string, unitId: string, now: Instant): Promise<ReplyDraft | undefined>;
  save(caseId: string, unitId: string, draft: ReplyDraft, at: Instant): Promise<void>;
  deleteRow(caseId: string, unitId: string): RowWrite;
}

/** A counter per key and window of time. */
export interface RateLimiter {
  /** Counts one and gives the count of the window that `now` lies in, with the seconds left of it. `key` is hashed before it is stored. */
  count(scope: string, key: string, windowSeconds: number, now: Instant): Promise<{ readonly count: number; readonly secondsLeft: number }>;
}

/** Hashing of secrets; the only place where the reply link meets cryptography. */
export interface SecretHasher {
  /** SHA-256, hex. */
  hash(secret: string): string;
  /** HMAC-SHA-256 of `text` under `secret`, hex. */
  keyed(secret: string, text: string): string;
  /** In constant time. */
  same(one: string, other: string): boolean;
}

export interface ReplyPorts {
  readonly cases: CaseStore;
  readonly accessLog: AccessLog;
  readonly registers: RegisterStore;
  readonly links: LinkStore;
  readonly descriptions: DescriptionStore;
  readonly codes: CodeStore;
  readonly sessions: SessionStore;
  readonly replyDrafts: ReplyDraftStore;
  readonly rates: RateLimiter;
  readonly secrets: SecretHasher;
  readonly identifiers: Identifiers;
}
