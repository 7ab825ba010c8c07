import { copyKeepingPorts } from '../adapters/report-ports.ts';
import { keepingPorts } from '../adapters/statistics-ports.ts';
import { aggregateBatch } from '../contracts/trigger.ts';
import { keepAggregates } from '../use-cases/keep-aggregates.ts';
import { routeCopies } from '../use-cases/route-copies.ts';

export const handler = async (event: unknown) => {
  const batch = aggregateBatch.parse(event);
  const kept = await keepAggregates(keepingPorts(), batch);
  const [failed] = kept.batchItemFailures;
  // What stands before the record that failed counts as done, and does not come again.
  const done = failed === undefined ? batch.Records : batch.Records.slice(0, batch.Records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed.itemIdentifier));
  const routed = await routeCopies(copyKeepingPorts(), { Records: done });
  return routed.batchItemFailures.length > 0 ? routed : kept;
};
