import type { LocalDate } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { Register } from '../register.ts';
import type { Routine } from '../routine.ts';
import type { LocalisedText } from '../vocabulary.ts';
import { retentionFaults } from './retention-faults.ts';
import { deadlineFaults } from './deadline-faults.ts';
import { faultReason, faultSeverity, type FaultDetail, type FaultSeverity, type RoutineFaultCode } from './fault-texts.ts';
import { registerFaults } from './register-faults.ts';
import { ruleFaults } from './rule-faults.ts';
import { textFaults } from './wording-faults.ts';

/** What is wrong with a routine of the right shape, and where. A warning does not stand in the way of publishing. */
export interface RoutineFault {
  /** JSON pointer into the routine. */
  readonly pointer: string;
  readonly code: RoutineFaultCode;
  readonly severity: FaultSeverity;
  readonly reason: LocalisedText;
}
/** How the parts of the check name what they find. */
export type Finding = readonly [pointer: string, code: RoutineFaultCode, detail?: FaultDetail];
export const routineFault = ([pointer, code, detail = {}]: Finding): RoutineFault => ({ pointer, code, severity: faultSeverity(code), reason: faultReason(code, detail) });

export interface RoutineSurroundings {
  readonly register: Register;
  readonly today: LocalDate;
  /** From when it is to stand; absent: not settled. */
  readonly validFrom?: LocalDate | undefined;
}

/** Every fault at once: order of time, rules, who is there to do it, texts. Who holds a role is asked of the day it begins to stand. */
export const routineFaults = (routine: Routine, { register, today, validFrom }: RoutineSurroundings): readonly RoutineFault[] => {
  const from = validFrom !== undefined && validFrom > today ? validFrom : today;
  return [
    ...dateFaults(today, validFrom), ...deadlineFaults(routine), ...ruleFaults(routine), ...registerFaults(routine, register, from), ...retentionFaults(routine, register, from), ...textFaults(routine),
  ].map(routineFault);
};

const yearDays = 366;
export const dateFaults = (today: LocalDate, validFrom: LocalDate | undefined): readonly Finding[] => {
  if (validFrom === undefined) return [];
  if (validFrom < today) return [['/validFrom', 'valid-from-past']];
  return validFrom > addDays(today, yearDays) ? [['/validFrom', 'valid-from-far']] : [];
};
