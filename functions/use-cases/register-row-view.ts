import type { output } from 'zod/mini';
import type { registerRow } from '../contracts/register-administration.ts';
import { registerEntry } from '../contracts/register.ts';
import { isEnded } from '../domain/administration/register-ending.ts';
import { localDate } from '../domain/calendar.ts';
import type { Register } from '../domain/register.ts';
import type { RegisterRow } from './ports-administration.ts';

/** Who changed it, by name: user ids mean nothing to a reader. */
export const nameOf = (register: Pick<Register, 'users'>, userId: string | null): string | null =>
  (userId === null ? null : register.users.find(({ id }) => id === userId)?.name ?? userId);

export const registerRowView = ({ key, entry, version, changedAt, changedBy }: RegisterRow, register: Register, now: string): output<typeof registerRow> =>
  ({ key, entry: registerEntry.parse(entry), version, changedAt, changedBy: nameOf(register, changedBy), ended: isEnded(entry, localDate(now)) });
