import { clockPorts } from '../adapters/clock-ports.ts';
import { nextGenerationTask } from '../contracts/task.ts';
import { startNextGeneration } from '../use-cases/start-next-generation.ts';

export const handler = (task: unknown) => startNextGeneration(clockPorts(), nextGenerationTask.parse(task));
