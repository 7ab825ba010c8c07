import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { checkRoutine } from '../use-cases/check-routine.ts';

export const handler = defineHandler('check-routine', ({ caller, parameters, body }) => checkRoutine(routinePorts(), { caller, ...parameters, body }));
