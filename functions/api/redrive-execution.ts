import { mendPorts } from '../adapters/mend-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { redriveExecution } from '../use-cases/redrive-execution.ts';

export const handler = defineHandler('redrive-execution', ({ caller, parameters, body, idempotency }) =>
  redriveExecution(mendPorts(), { caller, executionId: parameters.executionId, body, idempotency }));
