import type { Instant } from '../domain/case.ts';
import { isBefore } from '../domain/instant.ts';
import { introOf } from '../domain/mail-intro.ts';
import { partyPages, type PartyMailEntry } from '../domain/outbox.ts';
import { renderMail } from '../mail/render-mail.ts';
import { takeOver } from './deliver-notice.ts';
import { senderName } from './mail-recipient.ts';
import { inTheWindow } from './mail-rules.ts';
import type { DeliveryPath, LedgerEntry, RelayPorts } from './ports-relay.ts';
import type { Link } from './ports-reply.ts';

/**
 * Sends a unit's function mailbox word of what is no case, once: neutral words, and a link of its own that a code sent to the
 * same mailbox opens; or that code. @throws Conflict while another delivery is at work; Throttled
 */
export async function deliverPartyMail(ports: RelayPorts, { entry, now, path }: { readonly entry: PartyMailEntry; readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const register = await ports.registers.read();
  const unit = register.units.find(({ id }) => id === entry.unitId);
  const secret = entry.code === undefined ? ports.identifiers.newSecret() : null;
  const fresh: LedgerEntry = { caseId: entry.caseId, mailId: entry.mailId, mail: entry.mail, status: 'sending', attempts: 1, startedAt: now, by: path, seenAt: null, secret, reason: null, messageId: null };
  const link: Link | null = secret === null ? null
    : { hash: ports.secrets.hash(secret), caseId: entry.caseId, epoch: entry.linkEpoch, unitId: entry.unitId, mailId: entry.mailId, purpose: entry.purpose };
  const opening = (await ports.ledger.begin(fresh, link)) === 'begun' ? fresh : await takeOver(ports, fresh, now);
  if (opening === 'ended') return;
  const end = async (status: 'sent' | 'dropped' | 'undeliverable', reason: string | null, messageId: string | null = null): Promise<void> => {
    await ports.ledger.replace(opening, { ...opening, status, reason, messageId, secret: null });
    ports.log.info(status === 'sent' ? 'mail-sent' : status === 'dropped' ? 'mail-dropped' : 'mail-undeliverable', { mailId: entry.mailId, mailKind: entry.mail });
  };
  if (unit?.mailbox === undefined) return end('undeliverable', 'no-address');
  if (entry.code !== undefined && isBefore(entry.code.expiresAt, now)) return end('dropped', 'expired');
  if (opening.reason === 'window' && inTheWindow[entry.mail] === 'drop') return end('dropped', 'window');
  const facts = {
    number: entry.code === undefined ? '' : entry.about, sender: senderName(register, ''), replyBy: null, code: entry.code?.digits ?? null, managerMailboxMissing: false, wrongRecipient: false, incoming: false,
    lead: null, due: null, about: entry.about,
  };
  const address = opening.secret === null ? null : `${ports.siteOrigin()}/${partyPages[entry.purpose]}#${opening.secret}`;
  const letter = {
    mailId: entry.mailId, caseId: entry.caseId, to: unit.mailbox, language: unit.language, at: now, linkEpoch: null,
    ...renderMail(entry.mail, 'unit', unit.language, facts, address, introOf(register, entry.mail, unit.language)),
  };
  const outcome = await ports.mailer.send(letter).catch(async (error: unknown) => {
    if (error instanceof Error && error.name === 'Throttled') await ports.ledger.replace(opening, { ...opening, status: 'retry' });
    throw error;
  });
  return outcome.kind === 'sent' ? end('sent', opening.reason, outcome.messageId) : end('undeliverable', 'rejected');
}
