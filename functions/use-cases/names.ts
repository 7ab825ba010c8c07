import type { Register } from '../domain/register.ts';

export interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}
export interface UnitName {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Names by id. What has left the register keeps its id as its name: a case is never unreadable for that. */
export const namesOf = (register: Register) => {
  const users = new Map(register.users.map((user) => [user.id, user]));
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const organisations = new Map(register.organisations.map((organisation) => [organisation.id, organisation]));
  const organisation = (id: string): { id: string; name: string } => ({ id, name: organisations.get(id)?.name ?? id });
  return {
    person: (id: string): PersonName => ({ id, name: users.get(id)?.name ?? id, title: users.get(id)?.title ?? '' }),
    unit: (id: string): UnitName => {
      const unit = units.get(id);
      const organisationId = unit?.organisationId ?? '';
      return { id, name: unit?.name ?? id, organisationId, organisationName: organisation(organisationId).name };
    },
    organisation,
  };
};
export type Names = ReturnType<typeof namesOf>;
