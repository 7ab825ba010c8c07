import type { MailKind } from '../domain/vocabulary.ts';

/**
 * Who reads a mail. `unit`: the function mailbox of the external unit, which has the reply link;
 * `manager`: a manager's mailbox of a unit, which has no link; `staff`: a user who signs in.
 */
export type MailAudience = 'unit' | 'manager' | 'staff';

/** What the words may name. Never a person, a patient, an event or a text that anybody wrote (L1, ux.md link 6). */
export interface MailFacts {
  readonly number: string;
  /** The organisation that runs this installation. */
  readonly sender: string;
  /** Reply deadline, an ISO date in Europe/Stockholm. */
  readonly replyBy: string | null;
  /** Six digits; in a `code` mail only. */
  readonly code: string | null;
  /** The external unit has no manager's mailbox: reaching the manager is the handler's task (domain.md section 5). */
  readonly managerMailboxMissing: boolean;
  /** What was asked took effect at once: there is nothing to decide. */
  readonly wrongRecipient: boolean;
}

export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The words before the link, when the mail has one. */
  readonly action: string;
}

/** One kind of mail in one language; an audience that never gets it is absent. */
export type MailTexts = Readonly<Record<MailKind, Readonly<Partial<Record<MailAudience, (facts: MailFacts) => MailText>>>>>;

/** Words that stand around every mail of a language. */
export interface MailFrame {
  readonly greeting: string;
  readonly linkIsPersonalToUnit: string;
  readonly signInNeeded: string;
  readonly doNotAnswer: string;
  readonly caseNumber: string;
}
