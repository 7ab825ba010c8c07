import { stoppedPorts } from '../adapters/stopped-ports.ts';
import { executionStatusChange } from '../contracts/trigger.ts';
import { markStopped } from '../use-cases/mark-stopped.ts';

export const handler = (event: unknown) => {
  const { time, detail } = executionStatusChange.parse(event);
  return markStopped(stoppedPorts(), { executionName: detail.name, status: detail.status, at: time });
};
