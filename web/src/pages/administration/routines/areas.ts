import { signal } from '@preact/signals';
import type { RoutineList } from '../../../../../functions/contracts/routine-administration.ts';

/** Areas of the register, as the pages of the routine last read them: what a routine names by id, a person knows by name. */
export const areas = signal<RoutineList['areas']>([]);
export const areaName = (id: unknown): string => areas.value.find((area) => area.id === id)?.name ?? String(id);
