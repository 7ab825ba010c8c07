import type { Direction, Machine, MailKind, Track } from './vocabulary.ts';

/** Who a mail goes to, by reference: addresses are looked up when it is sent. */
export type MailRecipient =
  | { readonly kind: 'user'; readonly userId: string }
  /** `function`: the unit's function mailbox; `manager`: its manager's mailbox. */
  | { readonly kind: 'unit'; readonly unitId: string; readonly mailbox: 'function' | 'manager' }
  /** Whoever filed an incoming report: the party unit's function mailbox, else the mailbox in the case's `source`. */
  | { readonly kind: 'filer' };

/**
 * What a command leaves for the relay, written in the command's own transaction. Delivered at least once,
 * so that each entry is idempotent. Identifiers and instants only: no personal data.
 */
export type OutboxEntry =
  /**
   * Start an execution: `{caseId}-{generation}` of a lifecycle, `{caseId}-pharmacy-{n}` and `{caseId}-effect-{n}` of a
   * track, whose `generation` is its number. Rows from before there were tracks name no machine: `outgoing-deviation`.
   */
  | { readonly kind: 'start'; readonly executionName: string; readonly caseId: string; readonly generation: number; readonly machine?: Machine }
  /** Complete the wait that this machine has registered on the case (absent: the lifecycle's): the clock has changed. */
  | { readonly kind: 'signal'; readonly caseId: string; readonly machine?: Machine }
  | MailEntry
  | IntakeCodeEntry;
/** A code for whoever wants to file: there is no case yet; `caseId` is the intake's id, the mailbox is the intake's own. */
export interface IntakeCodeEntry {
  readonly kind: 'intakeCode';
  readonly caseId: string;
  readonly code: string;
  readonly expiresAt: string;
}
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

const recipientKey = (recipient: MailRecipient): string => {
  switch (recipient.kind) {
    case 'user': return recipient.userId;
    case 'unit': return `${recipient.unitId}-${recipient.mailbox}`;
    case 'filer': return 'filer';
  }
};

export const mailEntry = (mail: Omit<MailEntry, 'kind' | 'mailId' | 'data'> & { readonly data?: MailEntry['data'] }): MailEntry => ({
  data: {},
  ...mail,
  kind: 'mail',
  mailId: `${mail.caseId}.${mail.mail}.${recipientKey(mail.recipient)}.${mail.occasion}`,
});

export const lifecycleMachines: Readonly<Record<Direction, Machine>> = { outgoing: 'outgoing-deviation', incoming: 'incoming-deviation' };
export const trackMachines: Readonly<Record<Track, Machine>> = { pharmacy: 'dose-pharmacy', effect: 'effect-review' };
export const executionName = (caseId: string, generation: number): string => `${caseId}-${generation}`;
/** `number`: which of the case's; a pharmacy track has the generation that started it, an effect review its own number. */
export const trackName = (caseId: string, track: Track, number: number): string => `${caseId}-${track}-${number}`;
export const startEntry = (caseId: string, generation: number, direction: Direction = 'outgoing'): OutboxEntry =>
  ({ kind: 'start', machine: lifecycleMachines[direction], executionName: executionName(caseId, generation), caseId, generation });
export const startTrack = (caseId: string, track: Track, number: number): OutboxEntry =>
  ({ kind: 'start', machine: trackMachines[track], executionName: trackName(caseId, track, number), caseId, generation: number });
export const signalTrack = (caseId: string, track: Track): OutboxEntry => ({ kind: 'signal', caseId, machine: trackMachines[track] });
