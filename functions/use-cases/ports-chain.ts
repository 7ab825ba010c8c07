import type { HeadsDocument } from '../contracts/chain-heads.ts';
import type { Log } from './ports-log.ts';

export type PendingHead = HeadsDocument['heads'][number];
export interface LastDocument {
  readonly date: string;
  /** SHA-256 of its bytes, base64url. */
  readonly digest: string;
}
/** Heads that have grown since they last stood in a daily document. All of it @throws Throttled. */
export interface PendingHeads {
  list(): Promise<readonly PendingHead[]>;
  /** Forgets those that have not grown since. */
  anchored(heads: readonly PendingHead[]): Promise<void>;
  last(): Promise<LastDocument | null>;
  setLast(last: LastDocument): Promise<void>;
}
/** The bucket that nobody can take anything out of. All of it @throws Throttled. */
export interface HeadVault {
  /** `exists`: a document of that day is there already and stays as it is. */
  put(date: string, text: string): Promise<'written' | 'exists'>;
  read(date: string): Promise<string>;
  digest(text: string): string;
}
export interface AnchorPorts {
  readonly pending: PendingHeads;
  readonly vault: HeadVault;
  readonly log: Log;
}
