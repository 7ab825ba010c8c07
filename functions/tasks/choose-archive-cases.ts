import { archiveTaskPorts } from '../adapters/releasing-ports.ts';
import { archiveTask } from '../contracts/archive.ts';
import { chooseArchiveCases } from '../use-cases/choose-archive-cases.ts';

export const handler = (task: unknown) => chooseArchiveCases(archiveTaskPorts(), archiveTask.parse(task));
