import type { BootstrapReceipt, BootstrapRequest } from '../contracts/trigger.ts';
import { documentFaults } from '../domain/administration/document-faults.ts';
import { givingWay } from '../domain/administration/role-periods.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict, NotFound, RegisterRefused } from '../domain/errors.ts';
import { registerEntries, registerKey, type Register } from '../domain/register.ts';
import type { BootstrapPorts } from './ports-bootstrap.ts';

/** A transaction takes a hundred items, and each row brings its line in the log. */
const rowsPerWrite = 40;
const attempts = 5;

/**
 * Writes the organisation document and the routine into an empty store; what a run that was cut short has left is written
 * over. A store that was begun with is left as it is, because people may have changed it since, unless `renew` asks for the
 * document's rows (an administrator who cannot sign in, say): then those that differ are changed and logged as every change
 * is, rows that are not in the document stay, and so does the routine.
 * @throws NotFound (no such preset), RegisterRefused (what rows say of each other), Conflict, Throttled
 */
export async function bootstrapOrganisation(ports: BootstrapPorts, request: BootstrapRequest): Promise<BootstrapReceipt> {
  const { organisation: { version: _, ...registers }, at } = request;
  const faults = documentFaults(registers, localDate(at));
  if (faults.length > 0) throw new RegisterRefused(faults.map(({ path, code }) => ({ pointer: `/organisation${path}`, code })));
  const routine = ports.presets.find(request.routine);
  if (routine === undefined) throw new NotFound('routine');
  const began = await ports.registers.hasBegun();
  if (began && request.renew !== true) return { written: 0, routine: null };
  const written = began ? await renew(ports, registers, at) : registerEntries(registers).length;
  if (!began) await ports.registers.write({ ...registers, routine, activeRoutine: { id: routine.id, version: routine.version } });
  ports.log.info('organisation-bootstrapped', { count: written });
  return { written, routine: began ? null : { id: routine.id, version: routine.version } };
}

/** How many rows were new or differed. */
async function renew({ administration }: BootstrapPorts, registers: Register, at: Instant): Promise<number> {
  let written = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { revision, rows, register } = await administration.snapshot();
    const held = new Map(rows.map((row) => [`${row.entry.register}/${row.key}`, row]));
    const differing = registerEntries({ ...registers, roles: [...givingWay(register.roles, registers.roles), ...registers.roles] })
      .map((after) => ({ before: held.get(`${after.register}/${registerKey(after)}`) ?? null, after }))
      .filter(({ before, after }) => before === null || !isSame(before.entry.value, after.value));
    if (differing.length === 0) return written;
    const some = differing.slice(0, rowsPerWrite);
    if ((await administration.commit({ revision, at, by: 'bootstrap', kind: 'put', rows: some })) !== 'written') continue;
    written += some.length;
    attempt = -1;
  }
  throw new Conflict();
}

/** The store may give fields in another order than the document has them. */
const isSame = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);
const inOrder = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));
