import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { archiveSelection, archiveVolume } from '../contracts/archive.ts';
import { startEntry } from '../domain/outbox.ts';
import { archivePhases, type Archive } from '../domain/releasing/archive.ts';
import { responsibleRoles } from '../domain/vocabulary.ts';
import type { ArchiveStore } from '../use-cases/ports-releasing.ts';
import { casePk } from './case-row.ts';
import { idempotencyItem, outboxItems } from './case-write.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

const stored = z.object({
  id: z.string(), by: z.string(), at: z.string(), selection: archiveSelection,
  scopes: z.array(z.object({ role: z.enum(responsibleRoles), unitIds: z.nullable(z.array(z.string())) })),
  withPatientReferences: z.boolean(), reason: z.string(), status: z.enum(['running', 'done', 'failed']), phase: z.enum(archivePhases), cursor: z.nullable(z.string()), chosen: z.number(),
  place: z.object({ ordinal: z.number(), file: z.number() }), volumes: z.array(archiveVolume), manifestSha256: z.nullable(z.string()), endedAt: z.nullable(z.string()), expiresAt: z.nullable(z.string()), revision: z.number(),
});
const archived = z.object({ cases: z.array(z.object({ id: z.string(), number: z.string(), patientKey: z.nullable(z.string()), unitId: z.string(), field: z.enum(responsibleRoles), digest: z.optional(z.nullable(z.string())) })) });
const chosenRow = z.object({ caseIds: z.array(z.string()) });
const named = z.object({ summary: z.object({ id: z.string() }) });

const pkOf = (id: string): string => `ARCHIVE#${id}`;
const keyOf = (id: string) => ({ pk: pkOf(id), sk: 'ARCHIVE' });
const numbered = (name: string, number: number): string => `${name}#${String(number).padStart(6, '0')}`;
/** In the index of parties, in a partition of its own: newest last. */
const listKey = 'archive#all';
// `expiresAt` of the row itself would be DynamoDB's time to live: the package's is kept inside.
const rowOf = (archive: Archive) => ({ ...keyOf(archive.id), archive, revision: archive.revision, partyKey: listKey, dueKey: `${archive.at}#${archive.id}`, summary: { id: archive.id } });

/** Every case is in one of these states of the execution index. */
const states = ['open', 'overdue', 'stopped', 'following', 'ended'] as const;
const cursorOf = z.object({ state: z.number(), from: z.optional(z.record(z.string(), z.unknown())) });
const casesAtATime = 100;
type Item = Readonly<Record<string, unknown>>;

/** `ARCHIVE#id`, in the table of cases. */
export class DynamoArchiveStore implements ArchiveStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<Archive | undefined> {
    const item = await this.#get(keyOf(id));
    return item && stored.parse(item['archive']);
  }

  async list(limit: number): Promise<readonly Archive[]> {
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :key', ExpressionAttributeValues: { ':key': listKey }, ScanIndexForward: false, Limit: limit,
    })));
    const found = await Promise.all((answer.Items ?? []).map((item) => this.find(named.parse(item).summary.id)));
    return found.filter((each) => each !== undefined);
  }

  async start(archive: Archive, idempotency: Parameters<ArchiveStore['start']>[1]): Promise<'started' | 'exists'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: rowOf(archive), ConditionExpression: 'attribute_not_exists(pk)' } },
      idempotencyItem(this.#table(), idempotency, archive.at),
      ...outboxItems(this.#table(), archive.id, archive.at, 'archive', [startEntry(archive.id, 1, 'archive-export')]),
    ] })));
    return failed.length === 0 ? 'started' : 'exists';
  }

  async step(next: Archive): Promise<'written' | 'moved-on'> {
    try {
      await asking(this.#documents.send(new PutCommand({
        TableName: this.#table(), Item: rowOf(next), ConditionExpression: '#revision = :seen AND #archive.#status = :running',
        ExpressionAttributeNames: { '#revision': 'revision', '#archive': 'archive', '#status': 'status' }, ExpressionAttributeValues: { ':seen': next.revision - 1, ':running': 'running' },
      })));
      return 'written';
    } catch (error) {
      if (isConditionFailure(error)) return 'moved-on';
      throw error;
    }
  }

  choose = (id: string, row: number, caseIds: readonly string[]): Promise<void> => this.#put({ pk: pkOf(id), sk: numbered('CHOSEN', row), caseIds: [...caseIds] });
  async chosen(id: string, row: number): Promise<readonly string[]> {
    const item = await this.#get({ pk: pkOf(id), sk: numbered('CHOSEN', row) });
    return item === undefined ? [] : chosenRow.parse(item).caseIds;
  }
  putCases: ArchiveStore['putCases'] = (id, volume, cases) => this.#put({ pk: pkOf(id), sk: numbered('VOLUME', volume), cases: [...cases] });
  async cases(id: string, volume: number): ReturnType<ArchiveStore['cases']> {
    const item = await this.#get({ pk: pkOf(id), sk: numbered('VOLUME', volume) });
    return item === undefined ? [] : archived.parse(item).cases;
  }

  async archived(cases: Parameters<ArchiveStore['archived']>[0], { id, at }: Parameters<ArchiveStore['archived']>[1]): Promise<void> {
    for (const { id: caseId, digest } of cases) if (digest !== undefined) await this.#put({ pk: casePk(caseId), sk: 'ARCHIVED', digest: digest ?? '', archiveId: id, at });
  }

  async someCases(cursor: string | null): ReturnType<ArchiveStore['someCases']> {
    const { state, from } = cursor === null ? { state: 0 } : cursorOf.parse(JSON.parse(cursor));
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'execution', KeyConditionExpression: 'executionKey = :state', ExpressionAttributeValues: { ':state': states[state] },
      Limit: casesAtATime, ...(from && { ExclusiveStartKey: from }),
    })));
    const caseIds = (answer.Items ?? []).map((item) => named.parse(item).summary.id);
    if (answer.LastEvaluatedKey) return { caseIds, cursor: JSON.stringify({ state, from: answer.LastEvaluatedKey }) };
    return { caseIds, cursor: state + 1 < states.length ? JSON.stringify({ state: state + 1 }) : null };
  }

  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key, ConsistentRead: true })))).Item;
  }
  async #put(Item: Record<string, unknown>): Promise<void> {
    await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item })));
  }
}
