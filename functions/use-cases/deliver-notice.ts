import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { introOf } from '../domain/mail-intro.ts';
import type { NoticeEntry } from '../domain/outbox.ts';
import { renderMail } from '../mail/render-mail.ts';
import { noteSeen } from './deliver-mail.ts';
import { senderName } from './mail-recipient.ts';
import { inTheWindow, mayTakeOver } from './mail-rules.ts';
import type { DeliveryPath, LedgerEntry, RelayPorts } from './ports-relay.ts';

/**
 * Sends a user word of something to do that is no case, once: neutral words and a link to a page behind the sign-in.
 * @throws Conflict while another delivery is at work; Throttled
 */
export async function deliverNotice(ports: RelayPorts, { entry, now, path }: { readonly entry: NoticeEntry; readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const register = await ports.registers.read();
  const user = register.users.find(({ id }) => id === entry.userId);
  const fresh: LedgerEntry = { caseId: entry.caseId, mailId: entry.mailId, mail: entry.mail, status: 'sending', attempts: 1, startedAt: now, by: path, seenAt: null, secret: null, reason: null, messageId: null };
  const opening = (await ports.ledger.begin(fresh, null)) === 'begun' ? fresh : await takeOver(ports, fresh, now);
  if (opening === 'ended') return;
  const end = async (status: 'sent' | 'dropped' | 'undeliverable', reason: string | null, messageId: string | null = null): Promise<void> => {
    await ports.ledger.replace(opening, { ...opening, status, reason, messageId });
    ports.log.info(status === 'sent' ? 'mail-sent' : status === 'dropped' ? 'mail-dropped' : 'mail-undeliverable', { mailId: entry.mailId, mailKind: entry.mail });
  };
  if (!user) return end('undeliverable', 'no-address');
  if (opening.reason === 'window' && inTheWindow[entry.mail] === 'drop') return end('dropped', 'window');
  const facts = { number: '', sender: senderName(register, user.unitId), replyBy: null, code: null, managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null, about: entry.about };
  const letter = {
    mailId: entry.mailId, caseId: entry.caseId, to: user.mail, language: user.language, at: now, linkEpoch: null,
    ...renderMail(entry.mail, 'staff', user.language, facts, `${ports.siteOrigin()}${entry.path}`, introOf(register, entry.mail, user.language)),
  };
  const outcome = await ports.mailer.send(letter).catch(async (error: unknown) => {
    if (error instanceof Error && error.name === 'Throttled') await ports.ledger.replace(opening, { ...opening, status: 'retry' });
    throw error;
  });
  return outcome.kind === 'sent' ? end('sent', opening.reason, outcome.messageId) : end('undeliverable', 'rejected');
}

export async function takeOver(ports: RelayPorts, fresh: LedgerEntry, now: Instant): Promise<LedgerEntry | 'ended'> {
  const previous = await ports.ledger.find(fresh.caseId, fresh.mailId);
  if (previous === undefined) throw new Conflict('The ledger row went away');
  if (previous.status !== 'sending' && previous.status !== 'retry') return 'ended';
  if (previous.status === 'sending' && !mayTakeOver(previous, fresh.by, now)) {
    await noteSeen(ports, previous, fresh.by, now);
    throw new Conflict('The mail is being sent');
  }
  // The link of an attempt that did not end is there already: its secret goes on.
  const next: LedgerEntry = { ...fresh, secret: previous.secret, attempts: previous.attempts + 1, reason: previous.status === 'sending' ? 'window' : null };
  if ((await ports.ledger.replace(previous, next)) === 'moved-on') throw new Conflict('The mail is being sent');
  return next;
}
