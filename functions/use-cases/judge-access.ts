import type { output } from 'zod/mini';
import type { judgeAccess as body, SpotCheckView } from '../contracts/spot-check.ts';
import { InvalidInput } from '../domain/errors.ts';
import { judgeAccess as judge } from '../domain/spot-check.ts';
import { changeSpotCheck } from './change-spot-check.ts';
import type { SpotCheckPorts } from './ports-spot-check.ts';
import type { StaffCommand } from './ports.ts';

/** Whether an access was justified, or is to be looked into and why. @throws UnknownUser, NotFound, StaleVersion, SpotCheckSignedOff, AccessUnknown, NotAllowed, InvalidInput */
export const judgeAccess = (ports: SpotCheckPorts, command: StaffCommand<output<typeof body>> & { readonly spotCheckId: string }): Promise<SpotCheckView> =>
  changeSpotCheck(ports, { ...command, operation: 'judge-access' }, (check) => {
    const { accessId, outcome, note } = command.body;
    if (outcome === 'toInvestigate' && note === '') throw new InvalidInput({ pointer: '/note', code: 'reason-missing' });
    return judge(check, accessId, { outcome, note, by: command.caller.userId, at: command.caller.now });
  });
