import type { RegisterRowChanged } from '../contracts/register-administration.ts';
import { endedByNext } from '../domain/administration/agreement-rules.ts';
import { entryFaults } from '../domain/administration/register-rules.ts';
import { entryWarnings } from '../domain/administration/register-warnings.ts';
import { localDate } from '../domain/calendar.ts';
import { Conflict, RegisterRefused, StaleVersion } from '../domain/errors.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { registerKey } from '../domain/register.ts';
import { demandAdministration } from './administration-access.ts';
import type { RegisterAdministration, RegisterChange, RegisterRow, RegisterSnapshot } from './ports-administration.ts';
import type { Caller } from './ports.ts';
import { registerRowView } from './register-row-view.ts';

/** Somebody else may write registers in the same moment; more often than this is no coincidence. */
const attempts = 5;

export interface RegisterChangeRequest {
  readonly caller: Caller;
  /** The row's version as it was read; null: it is new. */
  readonly version: number | null;
  readonly kind: Extract<RegisterChange['kind'], 'put' | 'end'>;
  /** What is to stand, by the registers as they are. @throws what the change itself refuses */
  readonly decide: (snapshot: RegisterSnapshot) => RegisterEntry;
}

/**
 * A change of one row: checked against all registers, written on the revision they were checked at, logged with it. The
 * same change sent twice is done once. @throws UnknownUser, NotAllowed, StaleVersion, RegisterRefused, Conflict, Throttled
 */
export const changeRegister = async (ports: { readonly registers: RegisterAdministration }, { caller, version, kind, decide }: RegisterChangeRequest): Promise<RegisterRowChanged> => {
  const today = localDate(caller.now);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const snapshot = await ports.registers.snapshot();
    demandAdministration(snapshot, caller);
    const { register } = snapshot;
    const after = decide(snapshot);
    const before = rowOf(snapshot, after);
    const answer = (row: RegisterRow): RegisterRowChanged => ({ row: registerRowView(row, register, caller.now), warnings: [...entryWarnings(after, register, today)] });
    if (before !== undefined && before.version === (version ?? 0) + 1 && before.changedBy === caller.userId && same(before.entry, after)) return answer(before);
    if (before !== undefined && version === null) throw new RegisterRefused([{ pointer: '/id', code: 'row-exists' }]);
    if ((before?.version ?? null) !== version) throw new StaleVersion(before?.version ?? 0);
    const faults = entryFaults(after, { register, before: before?.entry ?? null, today });
    if (faults.length > 0) throw new RegisterRefused(faults);
    const rows = [{ before: before ?? null, after }, ...alsoChanged(after, before === undefined, snapshot)];
    const outcome = await ports.registers.commit({ revision: snapshot.revision, at: caller.now, by: caller.userId, kind, rows });
    if (outcome === 'written') return answer({ key: registerKey(after), entry: after, version: (before?.version ?? 0) + 1, changedAt: caller.now, changedBy: caller.userId });
  }
  throw new Conflict('The registers were written by someone else in the same moment');
};

const rowOf = ({ rows }: RegisterSnapshot, entry: RegisterEntry): RegisterRow | undefined => {
  const key = registerKey(entry);
  return rows.find((row) => row.entry.register === entry.register && row.key === key);
};
const same = (one: RegisterEntry, other: RegisterEntry): boolean => JSON.stringify(one.value) === JSON.stringify(other.value);

/** A new version of an agreement ends the one before it. */
const alsoChanged = (after: RegisterEntry, isNew: boolean, snapshot: RegisterSnapshot): readonly { readonly before: RegisterRow | null; readonly after: RegisterEntry }[] => {
  if (after.register !== 'agreements' || !isNew) return [];
  const ended = endedByNext(after.value, snapshot.register.agreements);
  if (!ended) return [];
  const entry = { register: 'agreements', value: ended } as const;
  return [{ before: rowOf(snapshot, entry) ?? null, after: entry }];
};
