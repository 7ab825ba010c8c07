import { archiveTaskPorts } from '../adapters/releasing-ports.ts';
import { archiveTask } from '../contracts/archive.ts';
import { finishArchive } from '../use-cases/finish-archive.ts';

export const handler = (task: unknown) => finishArchive(archiveTaskPorts(), archiveTask.parse(task));
