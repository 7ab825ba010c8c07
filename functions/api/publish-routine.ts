import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { publishRoutine } from '../use-cases/publish-routine.ts';

export const handler = defineHandler('publish-routine', ({ caller, parameters, body, idempotency }) => publishRoutine(routinePorts(), { caller, ...parameters, body, idempotency }));
