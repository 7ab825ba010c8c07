import type { OutboxBatch } from '../contracts/trigger.ts';
import { deliverOutbox } from './deliver-outbox.ts';
import type { RelayPorts } from './ports-relay.ts';

/**
 * A batch of the stream: delivers the outbox rows in it and names the records to be tried again. Lambda repeats from the
 * first of them; what was delivered is skipped then, because delivered rows are no longer there.
 */
export async function deliverBatch(ports: RelayPorts, batch: OutboxBatch): Promise<{ readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }> {
  const records = batch.Records.flatMap(({ dynamodb: { Keys, SequenceNumber } }) => {
    const caseId = /^CASE#(.+)$/.exec(Keys.pk.S)?.[1];
    const id = /^OUTBOX#(.+)$/.exec(Keys.sk.S)?.[1];
    return caseId === undefined || id === undefined ? [] : [{ caseId, id, sequence: SequenceNumber }];
  });
  const again = new Set((await deliverOutbox(ports, records)).map(({ caseId, id }) => `${caseId}/${id}`));
  return {
    batchItemFailures: records.filter(({ caseId, id }) => again.has(`${caseId}/${id}`)).map(({ sequence }) => ({ itemIdentifier: sequence })),
  };
}
