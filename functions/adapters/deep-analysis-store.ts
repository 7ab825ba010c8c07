import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DeepAnalysis } from '../domain/deep-analysis/deep-analysis.ts';
import { deepAnalysisStates, votingRules, type DeepAnalysisState } from '../domain/deep-analysis/words.ts';
import { StaleVersion } from '../domain/errors.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import { responsibleRoles } from '../domain/vocabulary.ts';
import type { DeepAnalysisStore } from '../use-cases/ports-meeting.ts';
import type { IdempotentAnswer, RowWrite } from '../use-cases/ports.ts';
import { idempotencyItem, outboxItems, rowItem } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const stored = z.object({
  id: z.string(), caseId: z.string(), caseNumber: z.string(), number: z.number(), state: z.enum(deepAnalysisStates), version: z.number(), reason: z.string(), proposedBy: z.string(), proposedAt: z.string(),
  rule: z.object({ decidedBy: z.array(z.enum(responsibleRoles)), voting: z.enum(votingRules), dueDays: z.number() }),
  voices: z.array(z.object({ role: z.enum(responsibleRoles), by: z.string(), approved: z.boolean(), reason: z.string(), at: z.string() })),
  decidedAt: z.optional(z.string()), ownerUserId: z.nullable(z.string()), due: z.nullable(z.string()),
  result: z.optional(z.object({ text: z.string(), by: z.string(), at: z.string() })), remindedAt: z.optional(z.string()),
});
const pkOf = (caseId: string): string => `DEEPANALYSIS#${caseId}`;
const skOf = (number: number): string => `ANALYSIS#${String(number).padStart(3, '0')}`;
/** In the index of parties, in partitions of its own. */
const partition = (state: DeepAnalysisState): string => `deep-analysis#${state}`;

/** `DEEPANALYSIS#case / ANALYSIS#number`, in the table of cases. */
export class DynamoDeepAnalysisStore implements DeepAnalysisStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<DeepAnalysis | undefined> {
    const [, caseId] = /^(.+)-(\d{1,3})$/.exec(id) ?? [];
    return caseId === undefined ? undefined : (await this.ofCase(caseId)).find((each) => each.id === id);
  }

  async ofCase(caseId: string): Promise<readonly DeepAnalysis[]> {
    const { Items = [] } = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pkOf(caseId) },
    })));
    return Items.map((row) => stored.parse(row['analysis']));
  }

  async inState(state: DeepAnalysisState, limit: number): Promise<readonly DeepAnalysis[]> {
    const { Items = [] } = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition', ScanIndexForward: false, Limit: limit, ExpressionAttributeValues: { ':partition': partition(state) },
    })));
    const caseIds = [...new Set(Items.flatMap(({ pk }) => (typeof pk === 'string' ? [pk.slice('DEEPANALYSIS#'.length)] : [])))];
    // The index lags a moment: what the row itself says counts.
    return (await Promise.all(caseIds.map((caseId) => this.ofCase(caseId)))).flat().filter((each) => each.state === state)
      .toSorted((one, other) => (one.proposedAt < other.proposedAt ? 1 : -1)).slice(0, limit);
  }

  rows(analysis: DeepAnalysis): readonly RowWrite[] {
    const row = { pk: pkOf(analysis.caseId), sk: skOf(analysis.number), analysis, version: analysis.version, partyKey: partition(analysis.state), dueKey: `${analysis.proposedAt}#${analysis.id}` };
    return [{ kind: 'put', row, ...(analysis.version === 1 ? { onlyIfAbsent: true } : { onVersion: analysis.version - 1 }) }];
  }

  async write(analysis: DeepAnalysis, { at, outbox, idempotency }: { readonly at: string; readonly outbox: readonly OutboxEntry[]; readonly idempotency?: IdempotentAnswer | undefined }): Promise<void> {
    const table = this.#table();
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      ...this.rows(analysis).map((row) => rowItem(table, row)),
      ...(idempotency ? [idempotencyItem(table, idempotency, at)] : []),
      ...outboxItems(table, analysis.id, at, `v${String(analysis.version).padStart(5, '0')}`, outbox),
    ] })));
    if (failed.length > 0) throw new StaleVersion((await this.find(analysis.id))?.version ?? analysis.version);
  }
}
