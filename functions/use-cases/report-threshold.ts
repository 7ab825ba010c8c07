import type { Instant } from '../domain/case.ts';
import type { Register } from '../domain/register.ts';
import type { RegisterStore } from './ports.ts';

/** G2: from how many cases a shortfall counts as recurring, by the routine in force. */
export const thresholdOf = async (ports: { readonly registers: RegisterStore }, register: Register, now: Instant): Promise<number> =>
  (await ports.registers.activeRoutine(register, now)).recurrence.threshold;
