import type { Register } from '../register.ts';

/** Whether a user is of an organisation of ours; a group with others gets what may leave, and nothing else. */
export const isOwnOrganisationOf = ({ users, units, organisations }: Pick<Register, 'users' | 'units' | 'organisations'>, userId: string): boolean => {
  const unit = units.find(({ id }) => id === users.find((user) => user.id === userId)?.unitId);
  return organisations.some(({ id, own }) => own && id === unit?.organisationId);
};
