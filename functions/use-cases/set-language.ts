import type { Profile } from '../contracts/register.ts';
import { UnknownUser } from '../domain/errors.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { StaffCommand, StaffPorts } from './ports.ts';
import { profileOf } from './read-profile.ts';
import { signIn } from './staff-access.ts';

/** Language of one's pages and mails; setting it again changes nothing, so that no earlier answer is looked up. @throws UnknownUser */
export const setLanguage = async (ports: Pick<StaffPorts, 'registers'>, { caller, body }: StaffCommand<{ language: Language }>): Promise<Profile> => {
  const signedIn = await signIn(ports, caller);
  const user = await ports.registers.setLanguage(caller.userId, body.language);
  if (!user) throw new UnknownUser();
  return profileOf(ports, caller, signedIn, user);
};
