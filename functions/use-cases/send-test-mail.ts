import type { FirstHour } from '../contracts/first-hour.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { firstHourView } from './first-hour-view.ts';
import type { FirstHourPorts } from './ports-first-hour.ts';
import type { StaffCommand } from './ports.ts';

/** Asks for a mail to one's own address, by the way that all mails go; the same command twice is one mail. @throws UnknownUser, NotAllowed */
export async function sendTestMail(ports: FirstHourPorts, { caller, idempotency }: StaffCommand<object>): Promise<FirstHour> {
  const signedIn = await demandAdministrator(ports, caller);
  await ports.firstHour.askTestMail({ id: `test-${ports.hash(`${caller.userId} ${idempotency.key}`).slice(0, 32)}`, by: caller.userId, at: caller.now });
  return firstHourView(ports, signedIn, caller);
}
