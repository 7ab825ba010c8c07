import type { RoutinePorts } from '../use-cases/ports-routine.ts';
import { caseArchive } from './case-archive.ts';
import { registerStore } from './case-stores.ts';
import { routineStore } from './routine-store.ts';

export const routinePorts = (): RoutinePorts => ({ registers: registerStore(), routines: routineStore, archive: caseArchive });
