import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Wait, WaitStore } from '../use-cases/ports.ts';
import { caseKey, casePk } from './case-row.ts';
import { inPendingIndex } from './pending-index.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

const shape = z.object({
  caseId: z.string(), generation: z.number(), awaits: z.string(), clockRevision: z.number(), token: z.string(), retryCount: z.number(),
  since: z.string(), until: z.string(),
});
const waitKey = (caseId: string) => ({ pk: casePk(caseId), sk: 'WAIT' });

/** The one task token a case waits with; of several the highest generation, then clock revision, then retry count wins. */
export class DynamoWaitStore implements WaitStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async register(wait: Wait): Promise<'registered' | 'moved-on' | 'outnumbered' | 'stopped'> {
    const TableName = this.#table();
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      // Also what the console shows of the wait; neither version nor system revision grows, since no command depends on it.
      { Update: {
        TableName,
        Key: caseKey(wait.caseId),
        UpdateExpression: 'SET waitsFor = :awaits, waitsSince = :since, waitsUntil = :until',
        ConditionExpression: 'clockRevision = :revision AND generation = :generation AND stopped = :no',
        ExpressionAttributeValues: { ':awaits': wait.awaits, ':since': wait.since, ':until': wait.until, ':revision': wait.clockRevision, ':generation': wait.generation, ':no': false },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      } },
      { Put: {
        TableName,
        Item: { ...waitKey(wait.caseId), ...wait, ...inPendingIndex('wait', wait.until, wait.caseId) },
        // A later state of the same execution registers with a later start; a retry of one state with a higher count.
        ConditionExpression: 'attribute_not_exists(pk) OR generation < :generation OR (generation = :generation AND (#since < :since OR (#since = :since AND retryCount <= :retry)))',
        ExpressionAttributeNames: { '#since': 'since' },
        ExpressionAttributeValues: { ':generation': wait.generation, ':since': wait.since, ':retry': wait.retryCount },
      } },
    ] })));
    if (failed.length === 0) return 'registered';
    const concerned = failed.find(({ index }) => index === 0);
    if (!concerned) return 'outnumbered';
    const { clockRevision, generation } = concerned.row ?? {};
    return Number(clockRevision?.N) === wait.clockRevision && Number(generation?.N) === wait.generation ? 'stopped' : 'moved-on';
  }

  async find(caseId: string): Promise<Wait | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: waitKey(caseId), ConsistentRead: true })));
    return Item && shape.parse(Item);
  }

  async clear(caseId: string, token: string): Promise<void> {
    try {
      await asking(this.#documents.send(new DeleteCommand({
        TableName: this.#table(), Key: waitKey(caseId), ConditionExpression: '#token = :token',
        ExpressionAttributeNames: { '#token': 'token' }, ExpressionAttributeValues: { ':token': token },
      })));
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }
}
