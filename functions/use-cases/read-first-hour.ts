import type { FirstHour } from '../contracts/first-hour.ts';
import { demandAdministrator } from './demand-administrator.ts';
import { firstHourView } from './first-hour-view.ts';
import type { FirstHourPorts } from './ports-first-hour.ts';
import type { Caller } from './ports.ts';

/** What is left to do before anybody reports. @throws UnknownUser, NotAllowed */
export const readFirstHour = async (ports: FirstHourPorts, { caller }: { readonly caller: Caller }): Promise<FirstHour> =>
  firstHourView(ports, await demandAdministrator(ports, caller), caller);
