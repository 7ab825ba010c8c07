import type { Organisation, Register, Unit } from './register.ts';
import type { EligibilityRule } from './routine.ts';

/** What is known of where a party is; absent: nothing. */
export interface Located {
  readonly areas?: readonly string[] | undefined;
}
type Party = Pick<Organisation, 'type' | 'areas'>;

const within = (rule: EligibilityRule, place: Located): boolean => rule.areas === undefined || (place.areas ?? []).some((area) => rule.areas?.includes(area));

/**
 * N3: geography × party type. A party takes part by a rule of its type in whose areas it lies, and so must the unit of ours that
 * meets it; a unit of ours without areas meets everybody. No rules: everybody of the register takes part.
 */
export const isEligible = (rules: readonly EligibilityRule[] | null, party: Party, ours: Located | null): boolean =>
  rules === null || rules.some((rule) => rule.partyTypes.includes(party.type) && within(rule, party) && (ours?.areas === undefined || ours.areas.length === 0 || within(rule, ours)));

/** A unit's own areas, else those of its organisation. */
export const areasOf = (unit: Pick<Unit, 'areas' | 'organisationId'>, organisations: readonly Pick<Organisation, 'id' | 'areas'>[]): readonly string[] =>
  unit.areas ?? organisations.find(({ id }) => id === unit.organisationId)?.areas ?? [];

const located = (register: Register, unitId: string): Located | null => {
  const unit = register.units.find(({ id }) => id === unitId);
  return unit ? { areas: areasOf(unit, register.organisations) } : null;
};
/** Whether an organisation (by one of its units, where that is known) takes part with any of our units; unknown ones are no matter of this rule. */
export const takesPart = (rules: readonly EligibilityRule[] | null, register: Register, other: { readonly organisationId: string; readonly unitId: string | null }, ourUnitIds: readonly string[]): boolean => {
  const organisation = register.organisations.find(({ id }) => id === other.organisationId);
  if (!organisation) return true;
  const place = other.unitId === null ? null : located(register, other.unitId);
  const party = { type: organisation.type, areas: place?.areas ?? organisation.areas };
  return ourUnitIds.length === 0 ? isEligible(rules, party, null) : ourUnitIds.some((unitId) => isEligible(rules, party, located(register, unitId)));
};
