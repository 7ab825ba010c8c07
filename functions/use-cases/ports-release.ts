import type { Release } from '../domain/statistics/release-history.ts';
import type { RowWrite } from './ports.ts';

/** What figures have left the organisation, in order: nothing that leaves later may give away more beside it (L11). */
export interface ReleaseLedger {
  /** `next`: the number of the one to come. */
  read(): Promise<{ readonly releases: readonly Release[]; readonly next: number }>;
  /** Of a release that leaves, for the transaction that lets it: fails where another has taken its number. */
  row(release: Release, number: number): RowWrite;
  /** By itself. `taken`: another has its number; read and decide again. */
  record(release: Release, number: number): Promise<'recorded' | 'taken'>;
}
