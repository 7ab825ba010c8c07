import { addDays, type LocalDate } from '../calendar.ts';
import { InvalidInput } from '../errors.ts';
import type { Group } from '../register.ts';

export type GuestChange = { readonly kind: 'add'; readonly userId: string; readonly from: LocalDate; readonly to: LocalDate } | { readonly kind: 'end'; readonly userId: string };

/** R7: guests for a time, by the convener. Who ends today is gone from today on; what has been stays said. @throws InvalidInput */
export const withGuest = (group: Group, change: GuestChange, today: LocalDate): Group => {
  const { guests, members } = group;
  const current = guests.find(({ userId, to }) => userId === change.userId && to >= today);
  if (change.kind === 'end') {
    if (current === undefined) throw new InvalidInput({ pointer: '/userId', code: 'user-unknown' });
    const yesterday = addDays(today, -1);
    return { ...group, guests: current.from > yesterday ? guests.filter((guest) => guest !== current) : guests.map((guest) => (guest === current ? { ...guest, to: yesterday } : guest)) };
  }
  if (change.to < change.from || change.to < today) throw new InvalidInput({ pointer: '/to', code: 'date-missing' });
  if (current !== undefined || group.convenerUserId === change.userId || members.some(({ userId, to }) => userId === change.userId && (to === undefined || to >= today))) {
    throw new InvalidInput({ pointer: '/userId', code: 'already-there' });
  }
  const { userId, from, to } = change;
  return { ...group, guests: [...guests, { userId, from, to }] };
};
