import { watchPorts } from '../adapters/watch-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readExecutionHistory } from '../use-cases/read-execution-history.ts';

export const handler = defineHandler('read-execution-history', ({ caller, parameters, query }) =>
  readExecutionHistory(watchPorts(), { caller, executionId: parameters.executionId, query }));
