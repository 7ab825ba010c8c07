import type { output } from 'zod/mini';
import type { readRegisterRow as bodyShape, RegisterRowView } from '../contracts/register-administration.ts';
import { registerEntry } from '../contracts/register.ts';
import { NotFound } from '../domain/errors.ts';
import { demandAdministration } from './administration-access.ts';
import type { RegisterAdministration } from './ports-administration.ts';
import type { Caller } from './ports.ts';
import { nameOf, registerRowView } from './register-row-view.ts';

/** One row with everything that was changed in it, newest first. @throws UnknownUser, NotAllowed, NotFound */
export const readRegisterRow = async (
  ports: { readonly registers: RegisterAdministration }, { caller, body }: { readonly caller: Caller; readonly body: output<typeof bodyShape> },
): Promise<RegisterRowView> => {
  const snapshot = await ports.registers.snapshot();
  demandAdministration(snapshot, caller);
  const row = snapshot.rows.find(({ entry, key }) => entry.register === body.register && key === body.key);
  if (!row) throw new NotFound('register-row');
  const changes = await ports.registers.changes(body.register, body.key);
  return {
    now: caller.now, row: registerRowView(row, snapshot.register, caller.now),
    changes: changes.toReversed().map((change) => ({
      ...change, by: nameOf(snapshot.register, change.by) ?? change.by, before: change.before && registerEntry.parse(change.before), after: registerEntry.parse(change.after),
    })),
  };
};
