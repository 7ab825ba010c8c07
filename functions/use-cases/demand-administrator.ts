import { NotAllowed } from '../domain/errors.ts';
import { mayAdministerRegisters } from '../domain/access.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn, type SignedIn } from './staff-access.ts';

/** The signed-in user, who keeps the registers. @throws UnknownUser, NotAllowed */
export async function demandAdministrator(ports: Pick<StaffPorts, 'registers'>, caller: Caller): Promise<SignedIn> {
  const signedIn = await signIn(ports, caller);
  if (!mayAdministerRegisters(signedIn.member)) throw new NotAllowed('registers-not-administered');
  return signedIn;
}
