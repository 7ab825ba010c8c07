import { mendPorts } from '../adapters/mend-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { stopExecution } from '../use-cases/stop-execution.ts';

export const handler = defineHandler('stop-execution', ({ caller, parameters, body, idempotency }) =>
  stopExecution(mendPorts(), { caller, executionId: parameters.executionId, body, idempotency }));
