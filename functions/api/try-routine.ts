import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { tryRoutine } from '../use-cases/try-routine.ts';

export const handler = defineHandler('try-routine', ({ caller, parameters, body }) => tryRoutine(routinePorts(), { caller, ...parameters, body }));
