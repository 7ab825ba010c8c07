import { clockPorts } from '../adapters/clock-ports.ts';
import { clockStepTask } from '../contracts/task.ts';
import { takeClockStep } from '../use-cases/take-clock-step.ts';

export const handler = (task: unknown) => takeClockStep(clockPorts(), clockStepTask.parse(task), ['ladderEscalate']);
