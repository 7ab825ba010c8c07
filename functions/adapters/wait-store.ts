import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Machine } from '../domain/vocabulary.ts';
import { machines } from '../domain/vocabulary.ts';
import type { Wait, WaitStore } from '../use-cases/ports.ts';
import { caseKey, casePk } from './case-row.ts';
import { inPendingIndex } from './pending-index.ts';
import { reportKey } from './report-row.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

const shape = z.object({
  caseId: z.string(), generation: z.number(), awaits: z.string(), clockRevision: z.number(), token: z.string(), retryCount: z.number(),
  since: z.string(), until: z.string(), machine: z.optional(z.enum(machines)),
});
const waitKey = ({ caseId, machine }: Pick<Wait, 'caseId' | 'machine'>) => ({ pk: casePk(caseId), sk: machine === undefined ? 'WAIT' : `WAIT#${machine}` });

/** The row that says whether what is waited for still is so. */
const concernedKey = ({ caseId, machine }: Pick<Wait, 'caseId' | 'machine'>) => (machine === 'periodic-report' ? reportKey(caseId) : caseKey(caseId));

/** The one task token that a case's lifecycle, or a track of it, waits with; of several the highest generation, then clock revision, then retry count wins. */
export class DynamoWaitStore implements WaitStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async register(wait: Wait): Promise<'registered' | 'moved-on' | 'outnumbered' | 'stopped'> {
    const TableName = this.#table();
    const seen = { TableName, Key: concernedKey(wait) };
    // Also what the console shows of the wait; neither version nor system revision grows, since no command depends on it.
    const lifecycleUnchanged = { Update: {
      ...seen,
      UpdateExpression: 'SET waitsFor = :awaits, waitsSince = :since, waitsUntil = :until',
      ConditionExpression: 'clockRevision = :revision AND generation = :generation AND stopped = :no',
      ExpressionAttributeValues: { ':awaits': wait.awaits, ':since': wait.since, ':until': wait.until, ':revision': wait.clockRevision, ':generation': wait.generation, ':no': false },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } } as const;
    const trackUnchanged = { ConditionCheck: { ...seen, ConditionExpression: 'clockRevision = :revision', ExpressionAttributeValues: { ':revision': wait.clockRevision } } };
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      wait.machine === undefined ? lifecycleUnchanged : trackUnchanged,
      { Put: {
        TableName,
        Item: { ...waitKey(wait), ...wait, ...inPendingIndex('wait', wait.until, wait.caseId) },
        // A later state of the same execution registers with a later start; a retry of one state with a higher count.
        ConditionExpression: 'attribute_not_exists(pk) OR generation < :generation OR (generation = :generation AND (#since < :since OR (#since = :since AND retryCount <= :retry)))',
        ExpressionAttributeNames: { '#since': 'since' },
        ExpressionAttributeValues: { ':generation': wait.generation, ':since': wait.since, ':retry': wait.retryCount },
      } },
    ] })));
    if (failed.length === 0) return 'registered';
    const concerned = failed.find(({ index }) => index === 0);
    if (!concerned) return 'outnumbered';
    // A track bears no mark: its check returns no row.
    const { clockRevision, generation } = concerned.row ?? {};
    return Number(clockRevision?.N) === wait.clockRevision && Number(generation?.N) === wait.generation ? 'stopped' : 'moved-on';
  }

  async find(caseId: string, machine?: Machine): Promise<Wait | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: waitKey({ caseId, machine }), ConsistentRead: true })));
    return Item && shape.parse(Item);
  }

  async clear({ caseId, machine, token }: Pick<Wait, 'caseId' | 'machine' | 'token'>): Promise<void> {
    try {
      await asking(this.#documents.send(new DeleteCommand({
        TableName: this.#table(), Key: waitKey({ caseId, machine }), ConditionExpression: '#token = :token',
        ExpressionAttributeNames: { '#token': 'token' }, ExpressionAttributeValues: { ':token': token },
      })));
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }
}
