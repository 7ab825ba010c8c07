import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { isApprovalLive } from '../domain/event-description/description.ts';
import { isBefore } from '../domain/instant.ts';
import { introOf } from '../domain/mail-intro.ts';
import type { DescriptionMailEntry } from '../domain/outbox.ts';
import { renderMail } from '../mail/render-mail.ts';
import { noteSeen } from './deliver-mail.ts';
import { senderName } from './mail-recipient.ts';
import { inTheWindow, mayTakeOver } from './mail-rules.ts';
import type { DeliveryPath, LedgerEntry, RelayPorts } from './ports-relay.ts';

/**
 * Sends the other party of an event description its link, a reminder or a code, once: the description's own number, and nothing of a
 * case. A link that has died meanwhile is not sent. @throws Conflict while another delivery is at work; Throttled
 */
export async function deliverDescriptionMail(ports: RelayPorts, { entry, now, path }: { readonly entry: DescriptionMailEntry; readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const description = await ports.descriptions.findDescription(entry.caseId);
  if (description === undefined) return;
  const register = await ports.registers.read();
  const unit = register.units.find(({ id }) => id === entry.unitId);
  const live = isApprovalLive(description, entry.epoch, now) && (entry.expiresAt === undefined || !isBefore(entry.expiresAt, now));
  const secret = entry.mail !== 'approvalCode' && live ? ports.identifiers.newSecret() : null;
  const fresh: LedgerEntry = { caseId: entry.caseId, mailId: entry.mailId, mail: entry.mail, status: 'sending', attempts: 1, startedAt: now, by: path, seenAt: null, secret, reason: null, messageId: null };
  const link = secret === null ? null : { hash: ports.secrets.hash(secret), caseId: entry.caseId, purpose: 'approval' as const, epoch: entry.epoch, unitId: entry.unitId, mailId: entry.mailId };
  const opening = (await ports.ledger.begin(fresh, link)) === 'begun' ? fresh : await takeOver(ports, fresh, now);
  if (opening === 'ended') return;
  const end = async (status: 'sent' | 'dropped' | 'undeliverable', reason: string | null, messageId: string | null = null): Promise<void> => {
    await ports.ledger.replace(opening, { ...opening, status, reason, messageId, secret: null });
    ports.log.info(status === 'sent' ? 'mail-sent' : status === 'dropped' ? 'mail-dropped' : 'mail-undeliverable', { mailId: entry.mailId, mailKind: entry.mail });
  };
  if (unit?.mailbox === undefined) return end('undeliverable', 'no-address');
  if (!live) return end('dropped', 'link-not-live');
  if (opening.reason === 'window' && inTheWindow[entry.mail] === 'drop') return end('dropped', 'window');
  const facts = {
    number: '', description: description.number, sender: senderName(register, ''), replyBy: null, code: entry.code ?? null, managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null,
  };
  const url = opening.secret === null ? null : `${ports.siteOrigin()}/approval#${opening.secret}`;
  const letter = {
    mailId: entry.mailId, caseId: entry.caseId, to: unit.mailbox, language: unit.language, at: now, linkEpoch: entry.epoch,
    ...renderMail(entry.mail, 'unit', unit.language, facts, url, introOf(register, entry.mail, unit.language)),
  };
  const outcome = await ports.mailer.send(letter).catch(async (error: unknown) => {
    if (error instanceof Error && error.name === 'Throttled') await ports.ledger.replace(opening, { ...opening, status: 'retry', reason: null });
    throw error;
  });
  return outcome.kind === 'sent' ? end('sent', opening.reason, outcome.messageId) : end('undeliverable', 'rejected');
}

async function takeOver(ports: RelayPorts, fresh: LedgerEntry, now: Instant): Promise<LedgerEntry | 'ended'> {
  const previous = await ports.ledger.find(fresh.caseId, fresh.mailId);
  if (previous === undefined) throw new Conflict('The ledger row went away');
  if (previous.status !== 'sending' && previous.status !== 'retry') return 'ended';
  if (previous.status === 'sending' && !mayTakeOver(previous, fresh.by, now)) {
    await noteSeen(ports, previous, fresh.by, now);
    throw new Conflict('The mail is being sent');
  }
  // The secret of the first attempt is in the row whose link was written: it stays.
  const next: LedgerEntry = { ...previous, status: 'sending', attempts: previous.attempts + 1, startedAt: now, by: fresh.by, seenAt: null, reason: previous.status === 'sending' ? 'window' : null };
  if ((await ports.ledger.replace(previous, next)) === 'moved-on') throw new Conflict('The mail is being sent');
  return next;
}
