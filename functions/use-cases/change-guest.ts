import type { output } from 'zod/mini';
import type { changeGuest as bodyShape } from '../contracts/escalation.ts';
import { entryFaults } from '../domain/administration/register-rules.ts';
import { localDate } from '../domain/calendar.ts';
import { Conflict, ConvenerOnly, NotFound, RegisterRefused, UnknownUser } from '../domain/errors.ts';
import { withGuest } from '../domain/groups/guests.ts';
import { noticeEntry } from '../domain/outbox.ts';
import { standingIn } from '../domain/groups/membership.ts';
import type { GuestPorts } from './ports-groups.ts';
import type { Caller } from './ports.ts';

/** Somebody else may write registers in the same moment; more often than this is no coincidence. */
const attempts = 5;

/**
 * R7: the convener brings in a guest for a time, or lets one go; a change of the register's row, logged as any other. The same
 * change sent twice is done once. @throws UnknownUser, NotFound, ConvenerOnly, InvalidInput, RegisterRefused, Conflict, Throttled
 */
export const changeGuest = async (ports: GuestPorts, { caller, groupId, body }: { readonly caller: Caller; readonly groupId: string; readonly body: output<typeof bodyShape> }): Promise<Record<string, never>> => {
  const today = localDate(caller.now);
  // The registers are a table of their own: told after them, once for each period, also when the first try got no further.
  const tell = async (): Promise<Record<string, never>> => {
    if (body.kind !== 'add') return {};
    const occasion = `guest-${body.userId}-${body.from}-${body.to}`;
    await ports.meetings.tellOnce(groupId, occasion, caller.now, [noticeEntry({ caseId: `group-${groupId}`, mail: 'guestAdded', userId: body.userId, occasion, path: `/collaboration/groups/${groupId}` })]);
    return {};
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const snapshot = await ports.registers.snapshot();
    const { register } = snapshot;
    if (!register.users.some(({ id, active }) => id === caller.userId && active !== false)) throw new UnknownUser();
    const group = register.groups.find(({ id }) => id === groupId);
    const as = group === undefined ? null : standingIn(register, group, caller.userId, today);
    if (group === undefined || as === null) throw new NotFound('group');
    if (as !== 'convener') throw new ConvenerOnly();
    const there = group.guests.some(({ userId, from, to }) => userId === body.userId && (body.kind === 'add' ? from === body.from && to === body.to : false));
    const gone = body.kind === 'end' && group.guests.some(({ userId }) => userId === body.userId) && !group.guests.some(({ userId, to }) => userId === body.userId && to >= today);
    if (gone) return {};
    if (there) return tell();
    const after = { register: 'groups', value: withGuest(group, body, today) } as const;
    const before = snapshot.rows.find(({ entry }) => entry.register === 'groups' && entry.value.id === groupId) ?? null;
    const faults = entryFaults(after, { register, before: before?.entry ?? null, today });
    if (faults.length > 0) throw new RegisterRefused(faults);
    if ((await ports.registers.commit({ revision: snapshot.revision, at: caller.now, by: caller.userId, kind: 'put', rows: [{ before, after }] })) === 'written') return body.kind === 'add' ? tell() : {};
  }
  throw new Conflict('The registers were written by someone else in the same moment');
};
