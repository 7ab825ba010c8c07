import { importTaskPorts } from '../adapters/import-ports.ts';
import { stoppedPorts } from '../adapters/stopped-ports.ts';
import { executionStatusChange } from '../contracts/trigger.ts';
import { failImport, isImport } from '../use-cases/fail-import.ts';
import { markStopped } from '../use-cases/mark-stopped.ts';

export const handler = (event: unknown) => {
  const { time, detail } = executionStatusChange.parse(event);
  const stopped = { executionName: detail.name, status: detail.status, at: time };
  return isImport(detail.name) ? failImport(importTaskPorts(), stopped) : markStopped(stoppedPorts(), stopped);
};
