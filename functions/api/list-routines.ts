import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listRoutines } from '../use-cases/list-routines.ts';

export const handler = defineHandler('list-routines', ({ caller }) => listRoutines(routinePorts(), { caller }));
