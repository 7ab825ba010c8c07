import type { MailKind } from './vocabulary.ts';

/** Who a mail goes to, by reference: addresses are looked up when it is sent. */
export type MailRecipient =
  | { readonly kind: 'user'; readonly userId: string }
  /** `function`: the unit's function mailbox; `manager`: its manager's mailbox. */
  | { readonly kind: 'unit'; readonly unitId: string; readonly mailbox: 'function' | 'manager' };

/**
 * What a command leaves for the relay, written in the command's own transaction. Delivered at least once,
 * so that each entry is idempotent. Identifiers and instants only: no personal data.
 */
export type OutboxEntry =
  /** Start execution `{caseId}-{generation}`. */
  | { readonly kind: 'start'; readonly executionName: string; readonly caseId: string; readonly generation: number }
  /** Complete the case's registered wait: the clock has changed. */
  | { readonly kind: 'signal'; readonly caseId: string }
  /** Stop the execution; one that has ended is left as it is. */
  | { readonly kind: 'stop'; readonly executionName: string; readonly caseId: string }
  /** Let it go on where it stopped, once: `clientToken` tells a repeated delivery from a second redrive. */
  | { readonly kind: 'redrive'; readonly executionName: string; readonly caseId: string; readonly clientToken: string }
  | MailEntry;
export interface MailEntry {
  readonly kind: 'mail';
  /** `{caseId}.{mail}.{recipient}.{occasion}`: deterministic, so that a mail is sent once. */
  readonly mailId: string;
  readonly caseId: string;
  readonly mail: MailKind;
  readonly recipient: MailRecipient;
  /** Which of several: `e2` (link epoch), `r1` (reply), `v7` (case version), `remindDue-g1`… */
  readonly occasion: string;
  /** Link epoch the mail's link belongs to; absent where the mail carries no reply link. */
  readonly linkEpoch?: number | undefined;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** An entry as stored: `CASE#id / OUTBOX#<id>`; pending until delivered. `id` sorts in writing order within a case. */
export interface OutboxRow {
  readonly id: string;
  readonly caseId: string;
  readonly at: string;
  readonly entry: OutboxEntry;
}

const recipientKey = (recipient: MailRecipient): string =>
  recipient.kind === 'user' ? recipient.userId : `${recipient.unitId}-${recipient.mailbox}`;

export const mailEntry = (mail: Omit<MailEntry, 'kind' | 'mailId' | 'data'> & { readonly data?: MailEntry['data'] }): MailEntry => ({
  data: {},
  ...mail,
  kind: 'mail',
  mailId: `${mail.caseId}.${mail.mail}.${recipientKey(mail.recipient)}.${mail.occasion}`,
});
export const executionName = (caseId: string, generation: number): string => `${caseId}-${generation}`;
export const startEntry = (caseId: string, generation: number): OutboxEntry =>
  ({ kind: 'start', executionName: executionName(caseId, generation), caseId, generation });
