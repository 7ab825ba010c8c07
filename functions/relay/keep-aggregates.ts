import { copyKeepingPorts } from '../adapters/report-ports.ts';
import { keepingPorts } from '../adapters/statistics-ports.ts';
import { aggregateBatch } from '../contracts/trigger.ts';
import { keepAggregates } from '../use-cases/keep-aggregates.ts';
import { routeCopies } from '../use-cases/route-copies.ts';

export const handler = async (event: unknown) => {
  const batch = aggregateBatch.parse(event);
  const kept = await keepAggregates(keepingPorts(), batch);
  return kept.batchItemFailures.length > 0 ? kept : routeCopies(copyKeepingPorts(), batch);
};
