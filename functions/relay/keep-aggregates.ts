import { keepingPorts } from '../adapters/statistics-ports.ts';
import { aggregateBatch } from '../contracts/trigger.ts';
import { keepAggregates } from '../use-cases/keep-aggregates.ts';

export const handler = (event: unknown) => keepAggregates(keepingPorts(), aggregateBatch.parse(event));
