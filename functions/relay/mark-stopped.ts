import { clockPorts } from '../adapters/clock-ports.ts';
import { executionStatusChange } from '../contracts/trigger.ts';
import { markStopped } from '../use-cases/mark-stopped.ts';

export const handler = (event: unknown) => {
  const { time, detail } = executionStatusChange.parse(event);
  return markStopped(clockPorts(), { executionName: detail.name, status: detail.status, at: time });
};
