import { mayAdministerRegisters, staffMember } from '../domain/access.ts';
import { NotAllowed, UnknownUser } from '../domain/errors.ts';
import type { RegisterSnapshot } from './ports-administration.ts';
import type { Caller } from './ports.ts';

/** The caller must answer for the system on the day of the request. @throws UnknownUser, NotAllowed */
export const demandAdministration = ({ register }: Pick<RegisterSnapshot, 'register'>, caller: Pick<Caller, 'userId' | 'now'>): void => {
  const user = register.users.find(({ id }) => id === caller.userId);
  if (!user || user.active === false) throw new UnknownUser();
  if (!mayAdministerRegisters(staffMember(register, user.id, caller.now))) throw new NotAllowed('registers-not-administered');
};
