import { waitPorts } from '../adapters/wait-ports.ts';
import { registerWaitTask } from '../contracts/task.ts';
import { registerWait } from '../use-cases/register-wait.ts';

export const handler = (task: unknown) => registerWait(waitPorts(), registerWaitTask.parse(task));
