import type { Instant } from '../domain/case.ts';

/** Who comes through a link; the address is for rate limits only. */
export interface LinkCaller {
  readonly now: Instant;
  readonly correlationId: string;
  readonly clientAddress: string;
}
/** With the token of the session cookie. */
export interface SessionCaller extends LinkCaller {
  readonly sessionToken: string;
}
