import { routinePresets } from '../../functions/adapters/routine-presets.ts';
import { organisationDocument } from '../../functions/contracts/register.ts';
import type { Routine } from '../../functions/domain/routine.ts';
import { demoOrganisation } from '../../infra/local/demo.ts';

/** The demo organisation as it works by a preset, and the preset. */
export const demoOf = (name: string) => {
  const routine: Routine | undefined = routinePresets.find(name);
  if (!routine) throw new Error(`There is no routine ${name}`);
  return { register: organisationDocument.parse(demoOrganisation(name).document), routine };
};
