import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../../infra/local/dynamodb/engine.ts';
import { EngineClient } from '../../infra/local/dynamodb/engine-client.ts';
import { askRepeatedly, type Measured } from './measure.ts';

const table = 'floor';
const row = (pk: string, sk: string) => ({ Put: { TableName: table, Item: { pk: { S: pk }, sk: { S: sk }, text: { S: 'x'.repeat(300) } } } });

/**
 * What the store itself does on this machine: transactions of three new rows of some 300 bytes, straight to the engine
 * over kept connections, into a table without indexes and stream. No SDK, no endpoint in between.
 */
export async function storeFloor(clients: readonly number[], seconds: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-floor-'));
  const engine = await startEngine({ folder, endpoint: undefined, onLost: (reason) => { throw new Error(reason); } });
  const client = new EngineClient(engine.endpoint);
  try {
    await client.call('CreateTable', {
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
    });
    const results: Measured[] = [];
    for (const count of clients) {
      results.push(await askRepeatedly(count, seconds, async (one, turn) => {
        const pk = `${count}-${one}-${turn}`;
        await client.call('TransactWriteItems', { TransactItems: [row(pk, 'CASE'), row(pk, 'EVENT'), row(pk, 'OUTBOX')] });
      }));
    }
    return results;
  } finally {
    client.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
