import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readRoutine } from '../use-cases/read-routine.ts';

export const handler = defineHandler('read-routine', ({ caller, parameters, query }) => readRoutine(routinePorts(), { caller, ...parameters, query }));
