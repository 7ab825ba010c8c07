import { addDays, type LocalDate } from '../calendar.ts';
import { isGivenName } from '../person-name.ts';
import type { Register, RegisterEntry } from '../register.ts';
import { holdersOf } from '../role-holders.ts';
import { withEntry } from './register-rules.ts';

export interface RegisterWarningAt {
  readonly pointer: string;
  readonly code: 'mailbox-of-a-person' | 'no-mailbox' | 'no-manager-mailbox' | 'role-without-holder' | 'mail-of-another';
}

/** `anna.andersson@…`: what comes first is a given name. A function mailbox is read by whoever works that day; a person's is not. */
const looksPersonal = (mailbox: string | undefined): boolean => {
  const [first = ''] = (mailbox ?? '').split('@', 1)[0]?.split(/[._-]/, 1) ?? [];
  return first.length > 1 && isGivenName(`${first[0]?.toUpperCase() ?? ''}${first.slice(1).toLowerCase()}`);
};

/** What may be well meant but is worth a second look; pointers as those of faults. */
export const entryWarnings = (entry: RegisterEntry, register: Register, today: LocalDate): readonly RegisterWarningAt[] => {
  if (entry.register === 'units' && entry.value.active !== false) {
    const external = register.organisations.some(({ id, own }) => id === entry.value.organisationId && !own);
    return [
      ...(looksPersonal(entry.value.mailbox) ? [{ pointer: '/mailbox', code: 'mailbox-of-a-person' } as const] : []),
      ...(looksPersonal(entry.value.managerMailbox) ? [{ pointer: '/managerMailbox', code: 'mailbox-of-a-person' } as const] : []),
      ...(external && entry.value.mailbox === undefined ? [{ pointer: '/mailbox', code: 'no-mailbox' } as const] : []),
      ...(external && entry.value.managerMailbox === undefined ? [{ pointer: '/managerMailbox', code: 'no-manager-mailbox' } as const] : []),
    ];
  }
  if (entry.register === 'users') {
    const { id, mail } = entry.value;
    return register.users.some((other) => other.id !== id && other.active !== false && other.mail.toLowerCase() === mail.toLowerCase()) ? [{ pointer: '/mail', code: 'mail-of-another' }] : [];
  }
  if (entry.register === 'roles' && entry.value.to !== undefined) {
    const date = entry.value.to < today ? today : addDays(entry.value.to, 1);
    const { role } = entry.value;
    const lost = holdersOf(register, role, date).length > 0 && holdersOf(withEntry(register, entry), role, date).length === 0;
    return lost ? [{ pointer: '/to', code: 'role-without-holder' }] : [];
  }
  return [];
};
