import { importTaskPorts } from '../adapters/import-ports.ts';
import { archiveFailurePorts } from '../adapters/releasing-ports.ts';
import { stoppedPorts } from '../adapters/stopped-ports.ts';
import { executionStatusChange } from '../contracts/trigger.ts';
import { failArchive, isArchive } from '../use-cases/fail-archive.ts';
import { failImport, isImport } from '../use-cases/fail-import.ts';
import { markStopped } from '../use-cases/mark-stopped.ts';

export const handler = (event: unknown) => {
  const { time, detail } = executionStatusChange.parse(event);
  const stopped = { executionName: detail.name, status: detail.status, at: time };
  if (isArchive(detail.name)) return failArchive(archiveFailurePorts(), stopped);
  return isImport(detail.name) ? failImport(importTaskPorts(), stopped) : markStopped(stoppedPorts(), stopped);
};
