import type { output } from 'zod/mini';
import type { OnCallView, readOnCallQuery } from '../contracts/report.ts';
import { onCallAt } from '../domain/on-call.ts';
import { namesOf } from './names.ts';
import type { StaffPorts, StaffQuery } from './ports.ts';
import { signIn } from './staff-access.ts';

/** Whether it was on call, and who was (H1), so that the form can show it before the report is sent. @throws UnknownUser */
export const readOnCall = async (ports: Pick<StaffPorts, 'registers'>, { caller, query }: StaffQuery<output<typeof readOnCallQuery>>): Promise<OnCallView> => {
  const { register } = await signIn(ports, caller);
  const { onCall } = await ports.registers.activeRoutine(register, caller.now);
  const { automatic, supplierIds } = onCallAt(query.happenedAt, query.unitId, register.onCall);
  const names = namesOf(register);
  return {
    ruled: onCall !== null, automatic: onCall !== null && automatic, suppliers: automatic ? supplierIds.map((id) => names.organisation(id).name) : [],
    requiredFields: [...onCall?.requiredFields ?? []],
  };
};
