import { anchorPorts } from '../adapters/anchor-ports.ts';
import { scheduledEvent } from '../contracts/trigger.ts';
import { anchorHeads } from '../use-cases/anchor-heads.ts';

export const handler = (event: unknown) => {
  const { time } = scheduledEvent.parse(event);
  return anchorHeads(anchorPorts(time), time);
};
