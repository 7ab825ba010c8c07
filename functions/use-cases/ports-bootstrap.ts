import type { Routine } from '../domain/routine.ts';
import type { RegisterAdministration } from './ports-administration.ts';
import type { Log } from './ports-log.ts';
import type { RegisterStore } from './ports.ts';

export interface RoutinePresets {
  /** A preset that ships with the product, checked by the routine's schema. */
  find(name: string): Routine | undefined;
}
export interface BootstrapPorts {
  readonly registers: RegisterStore;
  readonly administration: RegisterAdministration;
  readonly presets: RoutinePresets;
  readonly log: Log;
}
