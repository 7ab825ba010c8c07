import { isEligible } from '../../../functions/contracts/eligibility.ts';
import type { RegistersView } from '../../../functions/contracts/register.ts';

type Unit = RegistersView['units'][number];
const ownIds = (registers: RegistersView): ReadonlySet<string> => new Set(registers.organisations.filter(({ own }) => own).map(({ id }) => id));

/** Our own units that are in use. */
export const openOwnUnits = (registers: RegistersView): readonly Unit[] => {
  const own = ownIds(registers);
  return registers.units.filter(({ organisationId, closed }) => own.has(organisationId) && closed !== true);
};
/** Units of others that the routine covers for a unit of ours (N3). `ourUnitId` empty: for any of ours. */
export const eligibleUnits = (registers: RegistersView, ourUnitId: string): readonly Unit[] => {
  const ours = registers.units.find(({ id }) => id === ourUnitId) ?? null;
  return registers.units.filter(({ organisationId, closed, areas }) => {
    const organisation = registers.organisations.find(({ id }) => id === organisationId);
    return closed !== true && organisation !== undefined && !organisation.own && isEligible(registers.routine.eligibility, { type: organisation.type, areas: areas ?? organisation.areas }, ours);
  });
};
/** Other organisations that the routine covers: themselves, or by one of their units. */
export const eligibleParties = (registers: RegistersView, ourUnitId: string): RegistersView['organisations'] => {
  const ours = registers.units.find(({ id }) => id === ourUnitId) ?? null;
  const byUnit = new Set(eligibleUnits(registers, ourUnitId).map(({ organisationId }) => organisationId));
  return registers.organisations.filter(({ id, own, closed, type, areas }) => !own && closed !== true && (byUnit.has(id) || isEligible(registers.routine.eligibility, { type, areas }, ours)));
};
