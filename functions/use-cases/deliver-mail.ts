import { localDate } from '../domain/calendar.ts';
import type { Case, CaseEvent, Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { filledIntro, introOf } from '../domain/mail-intro.ts';
import type { MailEntry } from '../domain/outbox.ts';
import { executionName } from '../domain/outbox.ts';
import { machines } from '../domain/vocabulary.ts';
import { renderMail } from '../mail/render-mail.ts';
import { inTheWindow, linkIsLive, mayTakeOver, obsoleteBecause } from './mail-rules.ts';
import { addressOf, senderName, type MailAddress } from './mail-recipient.ts';
import type { LoadedCase } from './ports.ts';
import type { DeliveryPath, LedgerEntry, MailPorts } from './ports-relay.ts';
import type { Link } from './ports-reply.ts';

/**
 * Sends one mail once: the ledger is written before and after (design.md 1.7). Returns when the mail needs no further
 * delivery: sent, dropped by a rule, or without an address; each is a ledger row and an event of the timeline.
 * @throws Conflict while another delivery of the same mail is at work; Throttled when the mail service asks to wait
 */
export async function deliverMail(ports: MailPorts, delivery: { readonly entry: MailEntry; readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const { entry, now, path } = delivery;
  const loaded = await ports.cases.load(entry.caseId);
  if (loaded === undefined) return;
  const concerned = loaded.case;
  const register = await ports.registers.read();
  const address = addressOf(register, entry.recipient, concerned);

  const opening = await open(ports, entry, concerned, address, now, path);
  if (opening === 'ended') return;
  if (address === undefined) return end(ports, loaded, opening, entry, now, 'undeliverable', 'no-address');
  const obsolete = obsoleteBecause(entry, concerned, address.audience, now);
  if (obsolete !== null) return end(ports, loaded, opening, entry, now, 'dropped', obsolete);
  if (opening.reason === 'window' && inTheWindow[entry.mail] === 'drop') return end(ports, loaded, opening, entry, now, 'dropped', 'window');

  const facts = {
    number: concerned.number,
    sender: senderName(register, concerned.direction === 'outgoing' ? concerned.report.unitId : concerned.owningUnitId),
    replyBy: replyByOf(concerned),
    code: typeof entry.data['code'] === 'string' ? entry.data['code'] : null,
    managerMailboxMissing: entry.data['managerMailboxMissing'] === true,
    wrongRecipient: entry.data['askKind'] === 'wrongRecipient',
    incoming: concerned.direction === 'incoming',
    lead: typeof entry.data['lead'] === 'boolean' ? entry.data['lead'] : null,
    due: typeof entry.data['due'] === 'string' ? entry.data['due'] : null,
  };
  const kind = kindOf(entry);
  const letter = {
    mailId: entry.mailId, caseId: entry.caseId, to: address.to, language: address.language, at: now, linkEpoch: entry.linkEpoch ?? null,
    ...renderMail(kind, address.audience, address.language, facts, linkOf(ports, entry, opening, address), filledIntro(introOf(register, kind, address.language), facts.number)),
  };
  const outcome = await ports.mailer.send(letter).catch(async (error: unknown) => {
    // The service refused for the moment: it is certain that nothing went out.
    if (error instanceof Error && error.name === 'Throttled') await ports.ledger.replace(opening, { ...opening, status: 'retry', reason: null });
    throw error;
  });
  if (outcome.kind === 'rejected') return end(ports, loaded, opening, entry, now, 'undeliverable', 'rejected');
  await end(ports, loaded, opening, entry, now, 'sent', opening.reason === 'window' ? 'repeated' : null, outcome.messageId);
}

/** The reminder to a unit that has not opened the request says that, not that the reply is missing. */
const kindOf = (entry: MailEntry): MailEntry['mail'] => (entry.mail === 'reminder' && entry.data['step'] === 'notAcknowledged' ? 'notAcknowledged' : entry.mail);

/** The ledger row before sending: a new one, or the one of an attempt that did not end. */
async function open(ports: MailPorts, entry: MailEntry, concerned: Case, address: MailAddress | undefined, now: Instant, path: DeliveryPath): Promise<LedgerEntry | 'ended'> {
  const carriesLink = (address?.audience === 'unit' || address?.audience === 'filer') && entry.linkEpoch !== undefined && entry.mail !== 'code' && linkIsLive(concerned, entry.linkEpoch, now);
  const secret = carriesLink ? ports.identifiers.newSecret() : null;
  const fresh: LedgerEntry = {
    caseId: entry.caseId, mailId: entry.mailId, mail: entry.mail, status: 'sending', attempts: 1, startedAt: now, by: path, seenAt: null,
    secret, reason: null, messageId: null,
  };
  const link = secret === null || entry.linkEpoch === undefined ? null
    : { hash: ports.secrets.hash(secret), caseId: entry.caseId, epoch: entry.linkEpoch, mailId: entry.mailId, ...holderOf(entry, concerned) };
  if ((await ports.ledger.begin(fresh, link)) === 'begun') return fresh;

  const previous = await ports.ledger.find(entry.caseId, entry.mailId);
  if (previous === undefined) throw new Conflict('The ledger row went away');
  if (previous.status !== 'sending' && previous.status !== 'retry') return 'ended';
  if (previous.status === 'sending' && !mayTakeOver(previous, path, now)) {
    await noteSeen(ports, previous, path, now);
    throw new Conflict('The mail is being sent');
  }
  const next: LedgerEntry = { ...previous, status: 'sending', attempts: previous.attempts + 1, startedAt: now, by: path, seenAt: null, reason: previous.status === 'sending' ? 'window' : null };
  if ((await ports.ledger.replace(previous, next)) === 'moved-on') throw new Conflict('The mail is being sent');
  return next;
}

/** Whoever ended it meanwhile has the last word: the note is written only on the entry as it was found. */
export async function noteSeen(ports: Pick<MailPorts, 'ledger'>, found: LedgerEntry, path: DeliveryPath, now: Instant): Promise<void> {
  if (path === 'sweep' && found.by === 'stream' && found.seenAt === null) await ports.ledger.replace(found, { ...found, seenAt: now });
}

/** The secret is in the fragment, which no server sees (ux.md, link 2). Managers get no link; the code mail needs none. */
function linkOf(ports: MailPorts, entry: MailEntry, opening: LedgerEntry, address: MailAddress): string | null {
  // System administrators watch over executions; the case itself is not theirs to read.
  if (entry.mail === 'stopped') return `${ports.siteOrigin()}/console/${executionName(entry.caseId, Number(entry.data['generation']), machines.find((machine) => machine === entry.data['machine']))}`;
  // A dispute's owner need not know the case (G7).
  if (entry.mail.startsWith('dispute')) return `${ports.siteOrigin()}/collaboration/disputes/${entry.caseId}`;
  // Who stands in a group does not read the case (R9).
  if (entry.data['place'] === 'folder') return `${ports.siteOrigin()}/collaboration/folders/${entry.caseId}`;
  if (entry.data['place'] === 'console') return `${ports.siteOrigin()}/console`;
  if (entry.data['place'] === 'groups') return `${ports.siteOrigin()}/collaboration/groups`;
  if (address.audience === 'staff') return `${ports.siteOrigin()}/cases/${entry.caseId}`;
  return opening.secret === null ? null : `${ports.siteOrigin()}/${address.audience === 'filer' ? 'status' : 'reply'}#${opening.secret}`;
}

const replyByOf = (concerned: Case): string | null => {
  if (concerned.direction === 'incoming') return localDate(concerned.replyBy);
  return concerned.request && localDate(concerned.request.replyBy);
};
const holderOf = ({ recipient }: MailEntry, concerned: Case): Pick<Link, 'purpose' | 'unitId'> => {
  if (recipient.kind === 'unit') return { purpose: 'reply', unitId: recipient.unitId };
  return { purpose: 'status', unitId: (concerned.direction === 'incoming' ? concerned.report.partyUnitId : null) ?? '' };
};

async function end(ports: MailPorts, seen: LoadedCase, opening: LedgerEntry, entry: MailEntry, now: Instant, status: 'sent' | 'dropped' | 'undeliverable', reason: string | null, messageId: string | null = null): Promise<void> {
  const ended: LedgerEntry = { ...opening, status, reason, messageId, secret: null };
  // The request for a code is on the timeline already.
  if (entry.mail === 'code') await ports.ledger.replace(opening, ended);
  else await ports.cases.record({ caseId: entry.caseId, at: now, expected: {}, events: [mailEvent(entry, now, status, reason)], outbox: [], alongside: [ports.ledger.endedRow(ended)] }, seen);
  const message = status === 'sent' ? (reason === 'repeated' ? 'mail-repeated' : 'mail-sent') : status === 'dropped' ? 'mail-dropped' : 'mail-undeliverable';
  ports.log.info(message, { mailId: entry.mailId, mailKind: entry.mail, caseId: entry.caseId, ...(reason !== null && { reason }) });
}

function mailEvent(entry: MailEntry, at: Instant, outcome: string, reason: string | null): CaseEvent {
  const { recipient } = entry;
  const to = recipient.kind === 'user' ? { userId: recipient.userId } : recipient.kind === 'filer' ? { to: 'filer' } : { unitId: recipient.unitId, mailbox: recipient.mailbox };
  // Events of one instant go by their ids: a mail comes after what it tells of.
  return { id: `w-mail-${entry.mailId}`, caseId: entry.caseId, at, type: 'mailSent', actor: 'clock', detail: { mail: entry.mail, outcome, reason, ...to } };
}
