import type { IntakeOptions } from '../contracts/intake.ts';
import { takesPart } from '../domain/eligibility.ts';
import { harms, legalBases } from '../domain/vocabulary.ts';
import { agreementChoices } from './breach-view.ts';
import type { IntakePorts } from './ports-intake.ts';
import type { LinkCaller } from './reply-caller.ts';

/** Names of parties, of our units and of what can be reported: no mailbox, no person. */
export async function readIntakeOptions(ports: Pick<IntakePorts, 'registers'>, { caller }: { readonly caller: LinkCaller }): Promise<IntakeOptions> {
  const [register, phone] = await Promise.all([ports.registers.read(), ports.registers.callBackPhone()]);
  const routine = await ports.registers.activeRoutine(register, caller.now);
  const { organisations, units } = register;
  const own = new Set(organisations.filter((organisation) => organisation.own).map(({ id }) => id));
  const reachable = units.filter((unit) => !own.has(unit.organisationId) && unit.mailbox !== undefined && unit.active !== false
    && takesPart(routine.eligibility, register, { organisationId: unit.organisationId, unitId: unit.id }, []));
  return {
    now: caller.now,
    organisationName: organisations.find((organisation) => organisation.own)?.name ?? '',
    phone: phone ?? null,
    organisations: organisations.filter(({ id, active }) => active !== false && reachable.some(({ organisationId }) => organisationId === id)).map(({ id, name }) => ({ id, name })),
    units: reachable.map(({ id, organisationId, name }) => ({ id, organisationId, name })),
    ownUnits: units.filter(({ organisationId, active }) => own.has(organisationId) && active !== false).map(({ id, name }) => ({ id, name })),
    agreements: agreementChoices(register.agreements),
    categories: [...routine.incoming.categories],
    legalBases: [...legalBases],
    harms: [...harms],
    asksTargetGroup: routine.targetGroup === 'asked',
  };
}
