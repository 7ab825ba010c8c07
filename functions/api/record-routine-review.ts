import { routinePorts } from '../adapters/routine-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { recordRoutineReview } from '../use-cases/record-routine-review.ts';

export const handler = defineHandler('record-routine-review', ({ caller, parameters, body, idempotency }) => recordRoutineReview(routinePorts(), { caller, ...parameters, body, idempotency }));
