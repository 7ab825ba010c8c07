import type { MailEntry } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { MailAudience } from '../mail/mail-text.ts';

export interface MailAddress {
  readonly to: string;
  readonly language: Language;
  readonly audience: MailAudience;
}

/** The register's address at the moment of sending; undefined where it has none (any more). */
export function addressOf(register: Register, recipient: MailEntry['recipient']): MailAddress | undefined {
  if (recipient.kind === 'user') {
    const user = register.users.find(({ id }) => id === recipient.userId);
    return user && { to: user.mail, language: user.language, audience: 'staff' };
  }
  const unit = register.units.find(({ id }) => id === recipient.unitId);
  const mailbox = recipient.mailbox === 'function' ? unit?.mailbox : unit?.managerMailbox;
  return unit && mailbox !== undefined ? { to: mailbox, language: unit.language, audience: recipient.mailbox === 'function' ? 'unit' : 'manager' } : undefined;
}

/** Name of the organisation that sends: the one of the reporting unit, as the receiver knows it. */
export function senderName(register: Register, unitId: string): string {
  const unit = register.units.find(({ id }) => id === unitId);
  const own = register.organisations.find(({ id }) => id === unit?.organisationId) ?? register.organisations.find((organisation) => organisation.own);
  return own?.name ?? '';
}
