import type { BootstrapReceipt, BootstrapRequest } from '../contracts/trigger.ts';
import { InvalidInput, NotFound } from '../domain/errors.ts';
import type { BootstrapPorts } from './ports-bootstrap.ts';

/**
 * Writes the organisation document and the routine into an empty store. A store that holds an organisation is left as it
 * is, because people may have changed it since, unless `renew` asks to write over it; rows that are not in the document
 * stay. A published routine version never changes. @throws NotFound (no such preset), InvalidInput (a reference to nothing)
 */
export async function bootstrapOrganisation(ports: BootstrapPorts, request: BootstrapRequest): Promise<BootstrapReceipt> {
  const { organisation: document } = request;
  const routine = ports.presets.find(request.routine);
  if (routine === undefined) throw new NotFound('routine');
  refuseDanglingReferences(document);
  const existing = await ports.registers.read();
  const receipt = {
    organisations: document.organisations.length, units: document.units.length, users: document.users.length, roles: document.roles.length,
    routine: { id: routine.id, version: routine.version },
  };
  if (existing.organisations.length > 0 && request.renew !== true) return { written: false, ...receipt };
  const { version: _, ...registers } = document;
  await ports.registers.write({ ...registers, routine, activeRoutine: { id: routine.id, version: routine.version } });
  ports.log.info('organisation-bootstrapped', { count: document.users.length });
  return { written: true, ...receipt };
}

function refuseDanglingReferences({ organisations, units, users, roles }: BootstrapRequest['organisation']): void {
  const known = { organisations: new Set(organisations.map(({ id }) => id)), units: new Set(units.map(({ id }) => id)), users: new Set(users.map(({ id }) => id)) };
  const faults = [
    ...units.flatMap((unit, index) => (known.organisations.has(unit.organisationId) ? [] : [{ pointer: `/organisation/units/${index}/organisationId`, code: 'counterpart-unknown' as const }])),
    ...users.flatMap((user, index) => (known.units.has(user.unitId) ? [] : [{ pointer: `/organisation/users/${index}/unitId`, code: 'unit-unknown' as const }])),
    ...roles.flatMap((role, index) => [
      ...(known.units.has(role.unitId) ? [] : [{ pointer: `/organisation/roles/${index}/unitId`, code: 'unit-unknown' as const }]),
      ...(known.users.has(role.userId) && (role.substituteUserId === undefined || known.users.has(role.substituteUserId)) ? [] : [{ pointer: `/organisation/roles/${index}/userId`, code: 'user-unknown' as const }]),
    ]),
  ];
  const [first, ...others] = faults;
  if (first) throw new InvalidInput(first, ...others);
}
