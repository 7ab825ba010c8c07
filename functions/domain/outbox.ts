import type { Direction, Machine, MailKind } from './vocabulary.ts';
import { machines } from './vocabulary.ts';

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
   * track, whose `generation` is its number; `-r{run}` follows where the track began again; `{importId}-import-1` of a register's import, `{archiveId}-archive-1` of a package. Rows from before there were tracks name no machine: `outgoing-deviation`.
   */
  | { readonly kind: 'start'; readonly executionName: string; readonly caseId: string; readonly generation: number; readonly machine?: Machine }
  /** Complete the wait that this machine has registered on the case (absent: the lifecycle's): the clock has changed. */
  | { readonly kind: 'signal'; readonly caseId: string; readonly machine?: Machine }
  /** Stop the execution (of this machine; absent: `outgoing-deviation`); one that has ended is left as it is. */
  | { readonly kind: 'stop'; readonly executionName: string; readonly caseId: string; readonly machine?: Machine }
  /** Let it go on where it stopped, once: `clientToken` tells a repeated delivery from a second redrive. */
  | { readonly kind: 'redrive'; readonly executionName: string; readonly caseId: string; readonly clientToken: string; readonly machine?: Machine }
  | MailEntry
  | IntakeCodeEntry
  | DescriptionMailEntry
  | NoticeEntry
  | PartyMailEntry
  | LettersEntry;
/** Mails to many in one row, since a transaction holds a hundred: a group has more people than that. */
export interface LettersEntry {
  readonly kind: 'letters';
  readonly caseId: string;
  readonly letters: readonly Letter[];
}
/** What may go together: each is sent once, in whatever order. */
export type Letter = MailEntry | NoticeEntry;
/** A code for whoever wants to file: there is no case yet; `caseId` is the intake's id, the mailbox is the intake's own. */
export interface IntakeCodeEntry {
  readonly kind: 'intakeCode';
  readonly caseId: string;
  readonly code: string;
  readonly expiresAt: string;
}
/** Of an event description, to the other party (N4): a link of this epoch, or a code for it. `caseId` is the description's id. */
export interface DescriptionMailEntry {
  readonly kind: 'descriptionMail';
  readonly mailId: string;
  readonly caseId: string;
  readonly mail: 'approvalWanted' | 'approvalReminder' | 'approvalCode';
  readonly unitId: string;
  readonly epoch: number;
  /** Of a code. */
  readonly code?: string | undefined;
  readonly expiresAt?: string | undefined;
}
export const descriptionMailEntry = ({ occasion, ...mail }: Omit<DescriptionMailEntry, 'kind' | 'mailId'> & { readonly occasion: string }): DescriptionMailEntry =>
  ({ ...mail, kind: 'descriptionMail', mailId: `${mail.caseId}.${mail.mail}.${mail.unitId}.${occasion}` });
/** Word to a user of something to do that is no case; `caseId` is the id of what it is, `path` where it is done. */
export interface NoticeEntry {
  readonly kind: 'notice';
  readonly mailId: string;
  readonly caseId: string;
  readonly mail: MailKind;
  readonly userId: string;
  readonly path: string;
  /** What people call it, where that says nothing of anybody: a period. */
  readonly about?: string | undefined;
}
/** Pages that are opened by a link and a code, of what is no case; each is a purpose of the link too. */
export const partyPages = { report: 'submitted-report' } as const;
export type PartyPurpose = keyof typeof partyPages;
/** To the function mailbox of a unit, about what is no case: with a link of its own, or with the code for one. `caseId` is the id of what it is. */
export interface PartyMailEntry {
  readonly kind: 'partyMail';
  readonly mailId: string;
  readonly caseId: string;
  readonly mail: MailKind;
  readonly unitId: string;
  readonly purpose: PartyPurpose;
  /** An older epoch's links are dead. */
  readonly linkEpoch: number;
  readonly about: string;
  readonly code?: { readonly digits: string; readonly expiresAt: string } | undefined;
}
/** `occasion`: which of several; a mail is sent once for each. */
export const partyMailEntry = ({ occasion, ...mail }: Omit<PartyMailEntry, 'kind' | 'mailId'> & { readonly occasion: string }): PartyMailEntry =>
  ({ ...mail, kind: 'partyMail', mailId: `${mail.caseId}.${mail.mail}.${mail.unitId}.${occasion}` });
/** `occasion`: which of several; a mail is sent once for each. */
export const noticeEntry = ({ occasion, ...notice }: Omit<NoticeEntry, 'kind' | 'mailId'> & { readonly occasion: string }): NoticeEntry =>
  ({ ...notice, kind: 'notice', mailId: `${notice.caseId}.${notice.mail}.${notice.userId}.${occasion}` });
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

/** So many have a row each; more go together. */
const rowsOfTheirOwn = 20;
const lettersInARow = 25;
const isLetter = (entry: OutboxEntry): entry is Letter => entry.kind === 'mail' || entry.kind === 'notice';
/** Entries as they are written: many mails in few rows, all else as it is and before them. */
export const packedOutbox = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] => {
  const letters = entries.filter(isLetter);
  if (letters.length <= rowsOfTheirOwn) return entries;
  const rows: OutboxEntry[] = entries.filter((entry) => !isLetter(entry));
  for (let from = 0; from < letters.length; from += lettersInARow) {
    const some = letters.slice(from, from + lettersInARow);
    const [first] = some;
    if (first !== undefined) rows.push({ kind: 'letters', caseId: first.caseId, letters: some });
  }
  return rows;
};

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


const trackNames: Readonly<Partial<Record<Machine, string>>> = { 'dose-pharmacy': 'pharmacy', 'effect-review': 'effect', 'register-import': 'import', 'harm-decision': 'harm', dispute: 'dispute', 'archive-export': 'archive', escalation: 'ladder', 'periodic-report': 'report' };
/** Whether a machine is a track's: it has waits and executions of its own, beside the lifecycle's. */
export const isTrack = (machine: Machine | undefined): machine is Machine => machine !== undefined && trackNames[machine] !== undefined;

/** `{caseId}-{generation}`; of a track `{caseId}-pharmacy-{n}` or `{caseId}-effect-{n}`: `generation` is its number; from its second run on `…-r{run}`. */
export const executionName = (caseId: string, generation: number, machine?: Machine, run = 1): string =>
  [caseId, ...(machine !== undefined && trackNames[machine] !== undefined ? [trackNames[machine]] : []), generation, ...(run > 1 ? [`r${run}`] : [])].join('-');
/** What the name of an execution says; `track` absent: a lifecycle. Undefined for what is no name of ours. */
export const parseExecutionName = (name: string): { readonly caseId: string; readonly track?: Machine; readonly generation: number; readonly run: number } | undefined => {
  const lifecycle = /^(.+?)-(\d{1,6})$/.exec(name);
  const track = /^(.+?)-(pharmacy|effect|import|harm|dispute|archive|ladder|report)-(\d{1,6})(?:-r(\d{1,6}))?$/.exec(name);
  const [, caseId, word, generation, run = '1'] = track ?? [undefined, lifecycle?.[1], undefined, lifecycle?.[2]];
  if (caseId === undefined || Number(generation) < 1 || Number(run) < 1) return undefined;
  const machine = machines.find((each) => trackNames[each] === word && word !== undefined);
  return { caseId, generation: Number(generation), run: Number(run), ...(machine !== undefined && { track: machine }) };
};
export const startEntry = (caseId: string, generation: number, machine?: Machine, run?: number): OutboxEntry =>
  ({ kind: 'start', executionName: executionName(caseId, generation, machine, run), caseId, generation, ...(machine !== undefined && { machine }) });
/** Which machine runs a case's main line; absent for outgoing ones, as their rows have always been. */
export const lifecycleOf = ({ direction }: { readonly direction: Direction }): Machine | undefined =>
  direction === 'incoming' ? 'incoming-deviation' : undefined;
/** The same, always by its name. */
export const machineOf = (concerned: { readonly direction: Direction }): Machine => lifecycleOf(concerned) ?? 'outgoing-deviation';
/** Executions of what is no case: a register's import, a package for an archive. */
export const isCaseless = (name: string): boolean => {
  const track = parseExecutionName(name)?.track;
  return track === 'register-import' || track === 'archive-export' || track === 'periodic-report';
};
