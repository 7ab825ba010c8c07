import type { Instant } from '../domain/case.ts';
import { Conflict } from '../domain/errors.ts';
import { isBefore } from '../domain/instant.ts';
import { introOf } from '../domain/mail-intro.ts';
import type { IntakeCodeEntry } from '../domain/outbox.ts';
import { renderMail } from '../mail/render-mail.ts';
import { noteSeen } from './deliver-mail.ts';
import { senderName } from './mail-recipient.ts';
import { mayTakeOver } from './mail-rules.ts';
import { intakeHash } from './ports-intake.ts';
import type { DeliveryPath, LedgerEntry, RelayPorts } from './ports-relay.ts';

/**
 * Sends the code of an intake, once. There is no case: the ledger row is the intake's own, and a code that came too late,
 * or was typed already, is dropped. @throws Conflict while another delivery is at work; Throttled
 */
export async function deliverIntakeCode(ports: RelayPorts, { entry, now, path }: { readonly entry: IntakeCodeEntry; readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const intake = await ports.intakes.find(intakeHash(entry.caseId));
  if (intake === undefined || isBefore(entry.expiresAt, now)) return;
  const mailId = `${entry.caseId.slice(0, 40)}.intakeCode`;
  const fresh: LedgerEntry = { caseId: entry.caseId, mailId, mail: 'intakeCode', status: 'sending', attempts: 1, startedAt: now, by: path, seenAt: null, secret: null, reason: null, messageId: null };
  const opening = (await ports.ledger.begin(fresh, null)) === 'begun' ? fresh : await takeOver(ports, fresh, now);
  if (opening === 'ended') return;
  const register = await ports.registers.read();
  const facts = { number: '', sender: senderName(register, ''), replyBy: null, code: entry.code, managerMailboxMissing: false, wrongRecipient: false, incoming: true, lead: null, due: null };
  const letter = { mailId, caseId: entry.caseId, to: intake.mailbox, language: intake.language, at: now, linkEpoch: null, ...renderMail('intakeCode', 'filer', intake.language, facts, null, introOf(register, 'intakeCode', intake.language)) };
  const outcome = await ports.mailer.send(letter).catch(async (error: unknown) => {
    if (error instanceof Error && error.name === 'Throttled') await ports.ledger.replace(opening, { ...opening, status: 'retry' });
    throw error;
  });
  const sent = outcome.kind === 'sent';
  await ports.ledger.replace(opening, { ...opening, status: sent ? 'sent' : 'undeliverable', messageId: sent ? outcome.messageId : null });
  ports.log.info(sent ? 'mail-sent' : 'mail-undeliverable', { mailId, mailKind: 'intakeCode' });
}

/** A code is repeated rather than lost: whoever waits for it has nothing else. */
async function takeOver(ports: RelayPorts, fresh: LedgerEntry, now: Instant): Promise<LedgerEntry | 'ended'> {
  const previous = await ports.ledger.find(fresh.caseId, fresh.mailId);
  if (previous === undefined) throw new Conflict('The ledger row went away');
  if (previous.status !== 'sending' && previous.status !== 'retry') return 'ended';
  if (previous.status === 'sending' && !mayTakeOver(previous, fresh.by, now)) {
    await noteSeen(ports, previous, fresh.by, now);
    throw new Conflict('The mail is being sent');
  }
  const next: LedgerEntry = { ...fresh, attempts: previous.attempts + 1 };
  if ((await ports.ledger.replace(previous, next)) === 'moved-on') throw new Conflict('The mail is being sent');
  return next;
}
