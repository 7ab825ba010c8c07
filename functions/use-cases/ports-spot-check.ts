import type { LocalDate } from '../domain/calendar.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { SpotCheck } from '../domain/spot-check.ts';
import type { Log } from './ports-log.ts';
import type { AccessLogPorts } from './ports-access-log.ts';
import type { IdempotentAnswer, Page, StaffPorts } from './ports.ts';

export interface SpotCheckStore {
  find(id: string): Promise<SpotCheck | undefined>;
  /** Open ones by their date, done ones newest first. @throws CursorInvalid */
  list(state: 'open' | 'done', page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<SpotCheck>>;
  /** Writes a new check with its mails, once. */
  draw(check: SpotCheck, outbox: readonly OutboxEntry[]): Promise<'drawn' | 'exists'>;
  /** The next version, on condition that it follows the one that stands. @throws StaleVersion, Conflict */
  change(next: SpotCheck, more: { readonly at: string; readonly outbox?: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer }): Promise<void>;
  /** Last day that has been drawn; null before the first time. */
  drawnTo(): Promise<LocalDate | null>;
  setDrawnTo(date: LocalDate): Promise<void>;
}
export interface SpotCheckPorts extends AccessLogPorts {
  readonly spotChecks: SpotCheckStore;
}
export interface DrawPorts extends Pick<StaffPorts, 'registers'>, Pick<AccessLogPorts, 'accessReader'> {
  readonly spotChecks: SpotCheckStore;
  readonly log: Log;
}
