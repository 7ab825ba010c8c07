import type { FirstHour, RecordFirstHour } from '../contracts/first-hour.ts';
import { NotFound } from '../domain/errors.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { firstHourView } from './first-hour-view.ts';
import type { FirstHourPorts } from './ports-first-hour.ts';
import type { StaffCommand } from './ports.ts';

/** That the routine in force was read and approved, or that no test case is wanted. @throws UnknownUser, NotAllowed, NotFound (another version is in force) */
export async function recordFirstHour(ports: FirstHourPorts, { caller, body }: StaffCommand<RecordFirstHour>): Promise<FirstHour> {
  const signedIn = await demandAdministrator(ports, caller);
  const said = { by: caller.userId, at: caller.now };
  if (body.what === 'approve-routine') {
    const { id, version } = await ports.registers.activeRoutine(signedIn.register, caller.now);
    if (id !== body.id || version !== body.version) throw new NotFound('routine');
    await ports.firstHour.note({ approved: { id, version, ...said } });
  } else {
    await ports.firstHour.note({ caseSkipped: said });
  }
  return firstHourView(ports, signedIn, caller);
}
