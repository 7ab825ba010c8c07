import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { withdrawRoutine } from '../use-cases/withdraw-routine.ts';

export const handler = defineHandler('withdraw-routine', ({ caller, parameters, idempotency }) => withdrawRoutine(routinePorts(), { caller, ...parameters, body: {}, idempotency }));
