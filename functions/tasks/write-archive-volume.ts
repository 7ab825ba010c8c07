import { archiveTaskPorts } from '../adapters/releasing-ports.ts';
import { archiveTask } from '../contracts/archive.ts';
import { writeArchiveVolume } from '../use-cases/write-archive-volume.ts';

export const handler = (task: unknown) => writeArchiveVolume(archiveTaskPorts(), archiveTask.parse(task));
