import type { MailKind } from '../domain/vocabulary.ts';

/**
 * Who reads a mail. `unit`: the function mailbox of the external unit, which has the reply link;
 * `manager`: a manager's mailbox of a unit, which has no link; `filer`: whoever filed an incoming report, who has the status
 * link; `staff`: a user who signs in.
 */
export const mailAudiences = ['unit', 'manager', 'filer', 'staff'] as const;
export type MailAudience = (typeof mailAudiences)[number];

/** What the words may name. Never a person, a patient, an event or a text that anybody wrote (L1, ux.md link 6). */
export interface MailFacts {
  /** Empty before there is a case. */
  readonly number: string;
  /** The organisation that runs this installation. */
  readonly sender: string;
  /** Reply deadline, theirs or (incoming) ours, an ISO date in Europe/Stockholm. */
  readonly replyBy: string | null;
  /** Six digits; in a `code` mail only. */
  readonly code: string | null;
  /** The external unit has no manager's mailbox: reaching the manager is the handler's task (domain.md section 5). */
  readonly managerMailboxMissing: boolean;
  /** What was asked took effect at once: there is nothing to decide. */
  readonly wrongRecipient: boolean;
  /** The case is one that came in. */
  readonly incoming: boolean;
  /** Of an assignment to an incoming case: to lead the investigation, or to take part in it; null: neither is said. */
  readonly lead: boolean | null;
  /** The own number of an event description, which is no case's. */
  readonly description?: string;
  /** Of an action, an ISO date. */
  readonly due: string | null;
  /** Of what is no case: what people call it, such as a period; absent: nothing is said. */
  readonly about?: string | undefined;
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
  readonly linkIsPersonalToFiler: string;
  readonly signInNeeded: string;
  /** Where the link leads to no case. */
  readonly signInNeededHere: string;
  readonly doNotAnswer: string;
  readonly caseNumber: string;
}
