import type { FirstHourNotes } from '../domain/first-hour.ts';
import type { MailLedger } from './ports-relay.ts';
import type { CaseStore, RegisterStore } from './ports.ts';

export interface FirstHourStore {
  read(): Promise<FirstHourNotes>;
  /** Writes these and leaves the others. */
  note(notes: Partial<FirstHourNotes>): Promise<void>;
  /** Notes a test mail, with its sending in the outbox, in one transaction; one of the same id that was noted before changes nothing. */
  askTestMail(mail: NonNullable<FirstHourNotes['testMail']>): Promise<void>;
}
export interface FirstHourPorts {
  readonly registers: RegisterStore;
  readonly cases: Pick<CaseStore, 'list'>;
  readonly ledger: Pick<MailLedger, 'find'>;
  readonly firstHour: FirstHourStore;
  /** SHA-256 of a text, hex. */
  readonly hash: (text: string) => string;
}
