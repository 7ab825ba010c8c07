import type { Case } from '../domain/case.ts';
import { filerMailbox } from '../domain/incoming/recipients.ts';
import type { MailEntry } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { MailAudience } from '../mail/mail-text.ts';

export interface MailAddress {
  readonly to: string;
  readonly language: Language;
  readonly audience: MailAudience;
}

/** The register's address (or the one that whoever filed has given) at the moment of sending; undefined where there is none (any more). */
export function addressOf(register: Register, recipient: MailEntry['recipient'], concerned: Case): MailAddress | undefined {
  if (recipient.kind === 'user') {
    const user = register.users.find(({ id }) => id === recipient.userId);
    return user && { to: user.mail, language: user.language, audience: 'staff' };
  }
  if (recipient.kind === 'filer') {
    if (concerned.direction !== 'incoming') return undefined;
    const to = filerMailbox(concerned, register);
    const language = register.units.find(({ id }) => id === concerned.report.partyUnitId)?.language ?? concerned.source.filer.language;
    return to === null ? undefined : { to, language, audience: 'filer' };
  }
  const unit = register.units.find(({ id }) => id === recipient.unitId);
  const mailbox = recipient.mailbox === 'function' ? unit?.mailbox : unit?.managerMailbox;
  return unit && mailbox !== undefined ? { to: mailbox, language: unit.language, audience: recipient.mailbox === 'function' ? 'unit' : 'manager' } : undefined;
}

/** Name of the organisation that sends: the one of the unit, as the receiver knows it. */
export function senderName(register: Register, unitId: string): string {
  const unit = register.units.find(({ id }) => id === unitId);
  const own = register.organisations.find(({ id }) => id === unit?.organisationId) ?? register.organisations.find((organisation) => organisation.own);
  return own?.name ?? '';
}
