import type { ReviewPorts, RoutinePorts } from '../use-cases/ports-routine.ts';
import { caseArchive } from './case-archive.ts';
import { registerStore } from './case-stores.ts';
import { createLog } from './log.ts';
import { reviewReminders } from './routine-review-reminders.ts';
import { routineStore } from './routine-store.ts';

export const routinePorts = (): RoutinePorts => ({ registers: registerStore(), routines: routineStore, archive: caseArchive });
export const reviewPorts = (): ReviewPorts => ({ registers: registerStore(), routines: routineStore, reminders: reviewReminders, log: createLog() });
