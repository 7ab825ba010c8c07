import type { Instant } from '../domain/case.ts';
import type { EventDescription, PublishedDescription } from '../domain/event-description/description.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { Log } from './ports-log.ts';
import type { IdempotentAnswer, Page, RegisterStore, RowWrite, StaffPorts } from './ports.ts';

/** Lists of descriptions: to work on, waiting for the other party, published, withdrawn. */
export const descriptionLists = ['open', 'asked', 'published', 'withdrawn'] as const;
export type DescriptionList = (typeof descriptionLists)[number];
interface PageOf {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** N4: descriptions beside the cases, and what of them is published: rows of its own, which a withdrawal removes. */
export interface DescriptionStore {
  findDescription(id: string): Promise<EventDescription | undefined>;
  /** Whether, and when, somebody of the other party last opened its link. */
  openedAt(id: string): Promise<Instant | null>;
  /** To be written in the transaction of the case that it is drafted from. */
  newRows(description: EventDescription): readonly RowWrite[];
  /** The next version, on condition that it follows the one that stands, with all that the clock has written; what is published follows in the same transaction. @throws StaleVersion, NotFound, Throttled */
  change(before: EventDescription, next: EventDescription, more: { readonly outbox: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer | undefined }): Promise<void>;
  /** What the clock writes: the version stays. */
  remind(before: EventDescription, next: EventDescription, outbox: readonly OutboxEntry[]): Promise<'written' | 'moved-on'>;
  /** Rows beside it, and mails; `opened`: the link was opened. */
  record(id: string, write: { readonly at: Instant; readonly outbox: readonly OutboxEntry[]; readonly alongside: readonly RowWrite[]; readonly opened?: boolean }): Promise<void>;
  /** Newest first. @throws CursorInvalid */
  listDescriptions(list: DescriptionList, page: PageOf): Promise<Page<EventDescription>>;
}
export interface PublishedStore {
  findPublished(number: string): Promise<PublishedDescription | undefined>;
  /** Newest first. @throws CursorInvalid */
  listPublished(page: PageOf): Promise<Page<PublishedDescription>>;
}

export interface DescriptionPorts extends StaffPorts {
  readonly descriptions: DescriptionStore;
}
export interface PublishedPorts {
  readonly published: PublishedStore;
}
export interface DescriptionReminderPorts {
  readonly descriptions: DescriptionStore;
  readonly registers: RegisterStore;
  readonly log: Log;
}
