import { stoppedOfAnyKindPorts } from '../adapters/stopped-ports.ts';
import { executionStatusChange } from '../contracts/trigger.ts';
import { markStoppedOfAnyKind } from '../use-cases/mark-stopped-of-any-kind.ts';

export const handler = (event: unknown) => {
  const { time, detail } = executionStatusChange.parse(event);
  return markStoppedOfAnyKind(stoppedOfAnyKindPorts(), { executionName: detail.name, status: detail.status, at: time });
};
