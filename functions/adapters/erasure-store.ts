import { BatchGetCommand, DeleteCommand, GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ErasureBegin, ErasureStore, Tombstone } from '../use-cases/ports-retention.ts';
import { caseTypeOf } from '../domain/keeping/retention.ts';
import { tieOf } from './case-ties.ts';
import { accessRowOn } from './access-log.ts';
import { caseKey, casePk, executionState } from './case-row.ts';
import { eventItems, type StoreTables, type TransactItem } from './case-write.ts';
import { chainedEvents } from './chained-events.ts';
import { DynamoDescriptionStore } from './description-store.ts';
import { holdsUnchanged } from './legal-hold-store.ts';
import { DynamoMeetingStore } from './meeting-store.ts';
import { DynamoReleaseStore } from './release-store.ts';
import { asking, transact } from './store-errors.ts';

const erased = z.object({ run: z.string(), at: z.string(), event: z.string(), clearedAt: z._default(z.nullable(z.string()), null) });
const tombstoneRow = z.object({ case: z.object({ id: z.string(), number: z.string() }), erased });
const eventRow = z.object({ pk: z.string(), sk: z.string(), event: z.object({ id: z.string(), caseId: z.string(), at: z.string(), type: z.string() }), chain: z.optional(z.unknown()), erasedAt: z.optional(z.string()) });
const keyRow = z.object({ pk: z.string(), sk: z.string() });
type Item = Readonly<Record<string, unknown>>;
type Key = z.infer<typeof keyRow>;
type Part = Parameters<ErasureStore['retire']>[1];
/** There while a part that goes is not gone yet. */
const retiringKey = (caseId: string, part: Part) => ({ pk: casePk(caseId), sk: `RETIRING#${part}` });

const partRows: Readonly<Record<Part, readonly string[]>> = { patientReference: [], attachment: ['ATTACHMENT#'], mailLedger: ['MAIL#', 'BOUNCE#'] };
/** Many at a time; each is a request of its own, and can be repeated. */
const atOnce = 8;
const keysPerBatch = 100;

/**
 * Erasure of cases (L9). In a case's place stands `CASE#id / CASE` with its number, its chain's head and who answers for the
 * erasure; of each event its head and digests stay, so that the chain holds; everything else goes.
 */
export class DynamoErasureStore implements ErasureStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tables: StoreTables;
  readonly #releases: DynamoReleaseStore;
  readonly #meetings: DynamoMeetingStore;
  readonly #descriptions: DynamoDescriptionStore;

  constructor(documents: DynamoDBDocumentClient, tables: StoreTables) {
    this.#documents = documents;
    this.#tables = tables;
    this.#releases = new DynamoReleaseStore(documents, tables.cases);
    this.#meetings = new DynamoMeetingStore(documents, tables.cases);
    this.#descriptions = new DynamoDescriptionStore(documents, tables.cases);
  }

  async tombstone(caseId: string): Promise<Tombstone | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#tables.cases(), Key: caseKey(caseId), ConsistentRead: true })));
    const found = tombstoneRow.safeParse(Item);
    if (!found.success) return undefined;
    const { case: { number }, erased: { run, at, clearedAt } } = found.data;
    return { caseId, number, runId: run, at, clearedAt };
  }

  async begin({ loaded, runId, at, holdsRevision, event }: ErasureBegin): Promise<'begun' | 'changed'> {
    const { case: concerned } = loaded;
    const chained = chainedEvents([event], loaded.chain, 'older');
    const endedAt = concerned.closedAt ?? concerned.updatedAt;
    const Item = {
      ...caseKey(concerned.id), case: { id: concerned.id, number: concerned.number }, chain: chained.head,
      erased: { run: runId, at, event: event.id, documentType: caseTypeOf(concerned.direction), createdAt: concerned.createdAt, endedAt },
      // What was erased can be listed; it is in no other list.
      executionKey: 'erased', dueKey: `${endedAt}#${concerned.id}`,
    };
    return this.#write([
      { Put: { TableName: this.#tables.cases(), Item, ...unchanged(loaded) } },
      holdsUnchanged(this.#tables.cases(), holdsRevision),
      ...eventItems(this.#tables.cases(), concerned, chained),
      this.#logged({ loaded, at }, 'erase-retired'),
    ]);
  }

  async clear({ caseId }: Tombstone, at: string, { userIds, groupIds }: Parameters<ErasureStore['clear']>[2]): Promise<void> {
    const TableName = this.#tables.cases();
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName, Key: caseKey(caseId), ConsistentRead: true })));
    const { erased: { event: vouching } } = tombstoneRow.parse(Item);
    // First what is found by way of the case's own rows.
    await this.#untie(caseId, at);
    await this.#each(this.#rows(casePk(caseId), ''), async (row) => {
      const { pk, sk } = keyRow.parse(row);
      if (sk === 'CASE') return;
      if (sk.startsWith('EVENT#')) await this.#strip(row, vouching, at);
      else await this.#delete(pk, sk);
    });
    for (const beside of ['REPLYDRAFT', 'DEEPANALYSIS']) {
      await this.#each(this.#rows(`${beside}#${caseId}`, ''), async (row) => {
        const { pk, sk } = keyRow.parse(row);
        await this.#delete(pk, sk);
      });
    }
    await this.#ofThese([
      ...userIds.map((userId) => ({ pk: `ASSIGNED#${userId}`, sk: casePk(caseId) })),
      ...groupIds.flatMap((groupId) => [{ pk: `GROUP#${groupId}`, sk: casePk(caseId) }, { pk: `GROUPCOPY#${groupId}`, sk: `copy-${caseId}` }]),
    ], ({ pk, sk }) => this.#delete(pk, sk));
    await this.#deleteReference(caseId);
    await asking(this.#documents.send(new UpdateCommand({
      TableName, Key: caseKey(caseId), UpdateExpression: 'SET #erased.#cleared = :at',
      ExpressionAttributeNames: { '#erased': 'erased', '#cleared': 'clearedAt' }, ExpressionAttributeValues: { ':at': at },
    })));
  }

  async retire({ loaded, runId, at, holdsRevision, event }: ErasureBegin, part: Part): Promise<'begun' | 'changed'> {
    const TableName = this.#tables.cases();
    const { case: concerned } = loaded;
    const chained = chainedEvents([event], loaded.chain, 'older');
    const ofReference = part === 'patientReference';
    return this.#write([
      { Put: { TableName, Item: { ...retiringKey(concerned.id, part), run: runId, at } } },
      { Update: {
        TableName, Key: caseKey(concerned.id),
        UpdateExpression: [
          'SET #system = :nextSystem, #chain = :head, #executionKey = :execution, #summary.#retired = list_append(if_not_exists(#summary.#retired, :none), :part)',
          ...(ofReference ? [', #case.#has = :no, #summary.#patientKey = :null REMOVE #patientKey'] : []),
        ].join(''),
        ConditionExpression: '#version = :seen AND #system = :seenSystem',
        ExpressionAttributeNames: {
          '#system': 'systemRevision', '#version': 'version', '#chain': 'chain', '#executionKey': 'executionKey', '#summary': 'summary', '#retired': 'retired',
          ...(ofReference && { '#case': 'case', '#has': 'hasPatientReference', '#patientKey': 'patientKey' }),
        },
        ExpressionAttributeValues: {
          ':nextSystem': loaded.systemRevision + 1, ':seenSystem': loaded.systemRevision, ':seen': concerned.version, ':head': chained.head, ':execution': executionState(concerned), ':none': [], ':part': [part],
          ...(ofReference && { ':no': false, ':null': null }),
        },
      } },
      holdsUnchanged(TableName, holdsRevision),
      ...eventItems(TableName, concerned, chained),
      this.#logged({ loaded, at }, 'retire-content'),
    ]);
  }
  async isRetiring(caseId: string, part: Part): Promise<boolean> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#tables.cases(), Key: retiringKey(caseId, part), ConsistentRead: true })));
    return Item !== undefined;
  }
  async finishRetiring(caseId: string, part: Part, groupIds: readonly string[]): Promise<void> {
    await this.#clearPart(caseId, part, groupIds);
    const { pk, sk } = retiringKey(caseId, part);
    await this.#delete(pk, sk);
  }

  async #clearPart(caseId: string, part: Part, groupIds: readonly string[]): Promise<void> {
    if (part === 'patientReference') await this.#deleteReference(caseId);
    for (const prefix of partRows[part]) {
      await this.#each(this.#rows(casePk(caseId), prefix), async (row) => {
        const { pk, sk } = keyRow.parse(row);
        await this.#delete(pk, sk);
      });
    }
    // Rows of actions, groups and releases name the patient too, by pseudonym.
    if (part === 'patientReference') {
      await this.#ofThese(groupIds.map((groupId) => ({ pk: `GROUP#${groupId}`, sk: casePk(caseId) })), async (Key) => {
        await asking(this.#documents.send(new UpdateCommand({ TableName: this.#tables.cases(), Key, UpdateExpression: 'SET #patientKey = :null', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeNames: { '#patientKey': 'patientKey' }, ExpressionAttributeValues: { ':null': null } })));
      });
      for await (const row of this.#rows(casePk(caseId), 'TIE#RELEASE#')) {
        const tie = tieOf(keyRow.parse(row).sk);
        if (tie) await this.#releases.forgetPatient(tie.id, caseId);
      }
      await this.#each(this.#rows(casePk(caseId), 'ACTION#'), async (row) => {
        const { pk, sk } = keyRow.parse(row);
        await asking(this.#documents.send(new UpdateCommand({
          TableName: this.#tables.cases(), Key: { pk, sk }, UpdateExpression: 'SET #summary.#patientKey = :null', ExpressionAttributeNames: { '#summary': 'summary', '#patientKey': 'patientKey' }, ExpressionAttributeValues: { ':null': null },
        })));
      });
    }
  }

  /** Head and digests stay, and of what vouches for it all: what it says. Events of before there were chains go whole. */
  async #strip(row: Item, vouching: string, at: string): Promise<void> {
    const { pk, sk, event: { id, caseId, at: happened, type }, chain, erasedAt } = eventRow.parse(row);
    if (chain === undefined) return this.#delete(pk, sk);
    if (id === vouching || erasedAt !== undefined) return undefined;
    await asking(this.#documents.send(new UpdateCommand({
      TableName: this.#tables.cases(), Key: { pk, sk }, UpdateExpression: 'SET #event = :head, erasedAt = :at REMOVE #salt, #mended', ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#event': 'event', '#salt': 'salt', '#mended': 'mended' }, ExpressionAttributeValues: { ':head': { id, caseId, at: happened, type }, ':at': at },
    })));
  }

  /** The log keeps that it was done, and to which case; of whom it spoke it does not repeat. */
  #logged({ loaded, at }: Pick<ErasureBegin, 'loaded' | 'at'>, operation: string): TransactItem {
    return { Put: { TableName: this.#tables.accessLog(), Item: accessRowOn(loaded.case, { at, userId: 'system', principal: null, unitId: null, operation, kind: 'write', caseId: loaded.case.id, patientKey: null }) } };
  }

  async #write(items: readonly TransactItem[]): Promise<'begun' | 'changed'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [...items] })));
    return failed.length === 0 ? 'begun' : 'changed';
  }

  async *#rows(pk: string, prefix: string): AsyncGenerator<Item> {
    let start: Item | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#tables.cases(), ConsistentRead: true, KeyConditionExpression: `pk = :pk${prefix === '' ? '' : ' AND begins_with(sk, :prefix)'}`,
        ExpressionAttributeValues: { ':pk': pk, ...(prefix !== '' && { ':prefix': prefix }) }, ...(start && { ExclusiveStartKey: start }),
      })));
      yield* answer.Items ?? [];
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
  }

  async #each(rows: AsyncIterable<Item>, act: (row: Item) => Promise<void>): Promise<void> {
    let some: Item[] = [];
    for await (const row of rows) {
      some.push(row);
      if (some.length < atOnce) continue;
      await Promise.all(some.map(act));
      some = [];
    }
    await Promise.all(some.map(act));
  }

  async #delete(pk: string, sk: string): Promise<void> {
    await asking(this.#documents.send(new DeleteCommand({ TableName: this.#tables.cases(), Key: { pk, sk } })));
  }
  /** What others have written of it: copies of releases, words on agendas, descriptions that nobody has published. */
  async #untie(caseId: string, at: string): Promise<void> {
    for await (const row of this.#rows(casePk(caseId), 'TIE#')) {
      const tie = tieOf(keyRow.parse(row).sk);
      switch (tie?.kind) {
        case undefined: break;
        case 'RELEASE': await this.#releases.eraseCase(tie.id, caseId, at); break;
        case 'MEETING': await this.#meetings.eraseCase(tie.id, caseId); break;
        case 'DESCRIPTION': await this.#descriptions.eraseCase(tie.id); break;
      }
    }
  }
  /** Those of these rows that there are. */
  async #ofThese(keys: readonly Key[], act: (key: Key) => Promise<void>): Promise<void> {
    const TableName = this.#tables.cases();
    for (let from = 0; from < keys.length; from += keysPerBatch) {
      let left: Record<string, unknown>[] = keys.slice(from, from + keysPerBatch).map((key) => ({ ...key }));
      while (left.length > 0) {
        const batch = await asking(this.#documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: left, ProjectionExpression: 'pk, sk' } } })));
        for (const row of batch.Responses?.[TableName] ?? []) await act(keyRow.parse(row));
        left = batch.UnprocessedKeys?.[TableName]?.Keys ?? [];
      }
    }
  }
  async #deleteReference(caseId: string): Promise<void> {
    await asking(this.#documents.send(new DeleteCommand({ TableName: this.#tables.patientReferences(), Key: { pk: casePk(caseId), sk: 'REFERENCE' } })));
  }
}

const unchanged = ({ case: { version }, systemRevision }: ErasureBegin['loaded']) => ({
  ConditionExpression: '#version = :seen AND #system = :seenSystem',
  ExpressionAttributeNames: { '#version': 'version', '#system': 'systemRevision' },
  ExpressionAttributeValues: { ':seen': version, ':seenSystem': systemRevision },
});
