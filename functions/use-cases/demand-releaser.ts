import { NotAllowed } from '../domain/errors.ts';
import { mayRelease } from '../domain/releasing/archive.ts';
import type { Caller, StaffPorts } from './ports.ts';
import { signIn, type SignedIn } from './staff-access.ts';

/** The signed-in user, who handles cases of a field and so may release them. @throws UnknownUser, NotAllowed */
export async function demandReleaser(ports: Pick<StaffPorts, 'registers'>, caller: Caller): Promise<SignedIn> {
  const signedIn = await signIn(ports, caller);
  if (!mayRelease(signedIn.member)) throw new NotAllowed('no-cases-to-release');
  return signedIn;
}
