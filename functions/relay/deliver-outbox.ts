import { relayPorts } from '../adapters/relay-ports.ts';
import { outboxBatch } from '../contracts/trigger.ts';
import { deliverBatch } from '../use-cases/deliver-batch.ts';

export const handler = (event: unknown) => deliverBatch(relayPorts(), outboxBatch.parse(event));
