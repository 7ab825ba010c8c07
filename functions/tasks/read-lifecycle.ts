import { clockPorts } from '../adapters/clock-ports.ts';
import { readLifecycleTask } from '../contracts/task.ts';
import { readLifecycle } from '../use-cases/read-lifecycle.ts';

export const handler = (task: unknown) => readLifecycle(clockPorts(), readLifecycleTask.parse(task));
