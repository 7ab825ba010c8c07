import type { output } from 'zod/mini';
import type { signOffSpotCheck as body, SpotCheckView } from '../contracts/spot-check.ts';
import { signOffCheck } from '../domain/spot-check.ts';
import { changeSpotCheck } from './change-spot-check.ts';
import type { SpotCheckPorts } from './ports-spot-check.ts';
import type { StaffCommand } from './ports.ts';

/** Everything has been gone through: who said so, and when, stays. @throws UnknownUser, NotFound, StaleVersion, SpotCheckSignedOff, JudgementsMissing */
export const signOffSpotCheck = (ports: SpotCheckPorts, command: StaffCommand<output<typeof body>> & { readonly spotCheckId: string }): Promise<SpotCheckView> =>
  changeSpotCheck(ports, { ...command, operation: 'sign-off-spot-check' }, (check) => signOffCheck(check, command.caller.userId, command.body.note, command.caller.now));
