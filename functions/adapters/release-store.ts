import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { mask } from '../contracts/release.ts';
import { Conflict, NotFound, StaleVersion } from '../domain/errors.ts';
import { erasedFrom, receiverKinds, releaseEventTypes, releaseOutcomes, type Release, type ReleaseCopy } from '../domain/releasing/release.ts';
import { responsibleRoles } from '../domain/vocabulary.ts';
import type { ReleaseStore } from '../use-cases/ports-releasing.ts';
import type { IdempotentAnswer } from '../use-cases/ports.ts';
import { idempotencyItem, rowItem, type TransactItem } from './case-write.ts';
import { tieRow } from './case-ties.ts';
import { asking, transact } from './store-errors.ts';

const stored = z.object({
  id: z.string(), version: z.number(), by: z.string(), at: z.string(), receiver: z.enum(receiverKinds), reference: z.string(), routine: z.object({ id: z.string(), version: z.number() }),
  cases: z.array(z.object({ caseId: z.string(), number: z.string(), patientKey: z.nullable(z.string()), unitId: z.string(), field: z.enum(responsibleRoles) })),
  decision: z.nullable(z.object({ outcome: z.enum(releaseOutcomes), ground: z.nullable(z.string()), note: z.string(), by: z.string(), at: z.string() })),
  events: z.array(z.object({ at: z.string(), by: z.string(), type: z.enum(releaseEventTypes), count: z.number() })),
});
const copyShape = z.object({ caseId: z.string(), blocks: z.array(z.object({ id: z.string(), heading: z.string(), text: z.string() })), masks: z.record(z.string(), z.array(mask)) });
const copyRow = z.object({ copy: z.instanceof(Uint8Array) });
const named = z.object({ summary: z.object({ id: z.string() }) });

const pkOf = (id: string): string => `RELEASE#${id}`;
const keyOf = (id: string) => ({ pk: pkOf(id), sk: 'RELEASE' });
const copyKey = (id: string, caseId: string) => ({ pk: pkOf(id), sk: `COPY#${caseId}` });
const listKey = 'release#all';
const attempts = 4;
const rowOf = (release: Release) => ({ ...keyOf(release.id), release, version: release.version, partyKey: listKey, dueKey: `${release.at}#${release.id}`, summary: { id: release.id } });
/** A case's story may be longer than an item holds; compressed it is not. */
const copyItem = (TableName: string, id: string, copy: ReleaseCopy): TransactItem => ({ Put: { TableName, Item: { ...copyKey(id, copy.caseId), copy: gzipSync(JSON.stringify(copy)) } } });

/** `RELEASE#id`, in the table of cases. */
export class DynamoReleaseStore implements ReleaseStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<Release | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: keyOf(id), ConsistentRead: true })));
    return Item && stored.parse(Item['release']);
  }

  copies({ id, cases }: Pick<Release, 'id' | 'cases'>): Promise<readonly ReleaseCopy[]> {
    return Promise.all(cases.map(async ({ caseId }) => {
      const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: copyKey(id, caseId), ConsistentRead: true })));
      if (Item === undefined) throw new NotFound('release');
      return copyShape.parse(JSON.parse(gunzipSync(copyRow.parse(Item).copy).toString('utf8')));
    }));
  }

  async list(limit: number): Promise<readonly Release[]> {
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :key', ExpressionAttributeValues: { ':key': listKey }, ScanIndexForward: false, Limit: limit,
    })));
    const found = await Promise.all((answer.Items ?? []).map((item) => this.find(named.parse(item).summary.id)));
    return found.filter((each) => each !== undefined);
  }

  async start(release: Release, copies: readonly ReleaseCopy[], idempotency: IdempotentAnswer): Promise<'started' | 'exists'> {
    const failed = await this.#write([
      { Put: { TableName: this.#table(), Item: rowOf(release), ConditionExpression: 'attribute_not_exists(pk)' } },
      ...copies.flatMap((copy) => [copyItem(this.#table(), release.id, copy), rowItem(this.#table(), tieRow(copy.caseId, 'RELEASE', release.id))]), idempotencyItem(this.#table(), idempotency, release.at),
    ]);
    return failed === 0 ? 'started' : 'exists';
  }

  async change(next: Release, copies: readonly ReleaseCopy[], idempotency: IdempotentAnswer): Promise<void> {
    const failed = await this.#write([
      this.#changed(next),
      ...copies.map((copy) => copyItem(this.#table(), next.id, copy)), idempotencyItem(this.#table(), idempotency, next.events.at(-1)?.at ?? next.at),
    ]);
    if (failed === 0) return;
    const now = await this.find(next.id);
    if (!now) throw new NotFound('release');
    throw new StaleVersion(now.version);
  }

  /** The case has been erased: of its words nothing stays, of the decision everything. @throws Conflict where others write all the time */
  async eraseCase(id: string, caseId: string, at: string): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const release = await this.find(id);
      if (release === undefined) return;
      const { release: next, copy } = erasedFrom(release, caseId, at);
      if ((await this.#write([this.#changed(next), copyItem(this.#table(), id, copy)])) === 0) return;
    }
    throw new Conflict();
  }
  /** The patient of a case is no longer known by any name. */
  async forgetPatient(id: string, caseId: string): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const release = await this.find(id);
      if (release === undefined) return;
      const cases = release.cases.map((each) => (each.caseId === caseId ? { ...each, patientKey: null } : each));
      if ((await this.#write([this.#changed({ ...release, version: release.version + 1, cases })])) === 0) return;
    }
    throw new Conflict();
  }

  #changed(next: Release): TransactItem {
    return { Put: { TableName: this.#table(), Item: rowOf(next), ConditionExpression: '#version = :seen', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':seen': next.version - 1 } } };
  }
  async #write(items: TransactItem[]): Promise<number> {
    return (await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: items })))).length;
  }
}
