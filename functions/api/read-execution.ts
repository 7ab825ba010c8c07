import { watchPorts } from '../adapters/watch-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readExecution } from '../use-cases/read-execution.ts';

export const handler = defineHandler('read-execution', ({ caller, parameters }) => readExecution(watchPorts(), { caller, executionId: parameters.executionId }));
