import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { registerEntry } from '../contracts/register.ts';
import { Throttled } from '../domain/errors.ts';
import { registerKey } from '../domain/register.ts';
import type { RegisterName } from '../domain/vocabulary.ts';
import type { RegisterAdministration, RegisterChange, RegisterReplacement, RegisterRow, RegisterSnapshot, RegisterWrite } from '../use-cases/ports-administration.ts';
import { registerChangeKinds } from '../use-cases/ports-administration.ts';
import type { TransactItem } from './case-write.ts';
import type { StoredRegister } from './register-rows.ts';
import { partitionOf, readRevision, readStoredRegister, rowItem } from './register-rows.ts';
import { readAll } from './routine-rows.ts';
import { writeAtRevision } from './register-write.ts';
import { asking } from './store-errors.ts';

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };
const changesPk = (register: RegisterName, key: string): string => `CHANGE#${register}#${key}`;
const generationsPk = (register: RegisterName): string => `GENERATION#${register}`;
const storedChange = z.object({
  kind: z.enum(registerChangeKinds), version: z.number(), at: z.string(), by: z.string(), before: z.nullable(registerEntry), after: registerEntry,
  /** Of an import: the generation it was written for; counts only once that was put in force. */
  generation: z.optional(z.string()),
});
/** DynamoDB takes so many in a batch. */
const batchSize = 25;
const batchAttempts = 8;

/** Registers as an administrator changes them: each change stands on the revision it was decided on, and is logged in the same transaction. */
export class DynamoRegisterAdministration implements RegisterAdministration {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;
  #known: StoredRegister | undefined;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async snapshot(): Promise<RegisterSnapshot> {
    const { revision } = await readRevision(this.#documents, this.#table());
    if (this.#known === undefined || this.#known.at.revision !== revision) this.#known = await readStoredRegister(this.#documents, this.#table());
    const { at, register, rows } = this.#known;
    return { revision: at.revision ?? '', register, rows };
  }

  async changes(register: RegisterName, key: string): Promise<readonly RegisterChange[]> {
    const items = (await readAll(this.#documents, this.#table(), changesPk(register, key))).map((item) => storedChange.parse(item));
    if (items.every(({ generation }) => generation === undefined)) return items;
    const inForce = new Set((await readAll(this.#documents, this.#table(), generationsPk(register))).map((item) => item['sk']));
    return items.filter(({ generation }) => generation === undefined || inForce.has(generation)).map(({ kind, version, at, by, before, after }) => ({ kind, version, at, by, before, after }));
  }

  async commit(write: RegisterWrite): Promise<'written' | 'superseded'> {
    const at = await readRevision(this.#documents, this.#table());
    if ((at.revision ?? '') !== write.revision) return 'superseded';
    const items = write.rows.flatMap((row): TransactItem[] => [
      { Put: { TableName: this.#table(), Item: rowItem(nextRow(row, write), at) } },
      { Put: { TableName: this.#table(), Item: changeItem(row, write, write.kind) } },
    ]);
    return (await writeAtRevision(this.#documents, this.#table(), at, items)) === 'written' ? 'written' : 'superseded';
  }

  async replace(write: RegisterReplacement): Promise<'written' | 'superseded'> {
    const at = await readRevision(this.#documents, this.#table());
    if ((at.revision ?? '') !== write.revision) return 'superseded';
    await this.#remove(at.retired);
    const { register } = write;
    const generation = randomUUID();
    const next = { ...at.generations, [register]: generation };
    const partition = partitionOf(register, generation);
    const changed = write.rows.filter(({ before, after }) => before === null || JSON.stringify(before.entry.value) !== JSON.stringify(after.value));
    const rows = write.rows.map((row) => (row.before !== null && !changed.includes(row) ? row.before : nextRow(row, write)));
    await this.#put([
      ...rows.map((row) => rowItem(row, { generations: next })),
      ...changed.map((row) => ({ ...changeItem(row, write, 'import'), generation })),
    ]);
    const retired = [partitionOf(register, at.generations[register])];
    const outcome = await writeAtRevision(this.#documents, this.#table(), at, [
      { Put: { TableName: this.#table(), Item: { pk: generationsPk(register), sk: generation, at: write.at, by: write.by, rows: rows.length, changed: changed.length } } },
    ], { generations: next, retired });
    // Rows nobody points at are only in the way: what is not removed now, the next import removes.
    await this.#remove(outcome === 'written' ? retired : [partition]).catch((error: unknown) => {
      if (!(error instanceof Throttled)) throw error;
    });
    return outcome === 'written' ? 'written' : 'superseded';
  }

  async #remove(partitions: readonly string[]): Promise<void> {
    for (const pk of partitions) {
      const items = await readAll(this.#documents, this.#table(), pk);
      await this.#batches(items.map(({ sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
    }
  }
  async #put(items: readonly Item[]): Promise<void> {
    await this.#batches(items.map((item) => ({ PutRequest: { Item: { ...item } } })));
  }
  async #batches(requests: readonly ({ readonly PutRequest: { readonly Item: Record<string, unknown> } } | { readonly DeleteRequest: { readonly Key: Record<string, unknown> } })[]): Promise<void> {
    for (let start = 0; start < requests.length; start += batchSize) {
      let left: NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]['RequestItems']>[string] | undefined = requests.slice(start, start + batchSize).map((request) => ({ ...request }));
      for (let attempt = 0; left !== undefined && left.length > 0; attempt += 1) {
        if (attempt === batchAttempts) throw new Throttled('The store asks to slow down');
        const answer: { UnprocessedItems?: Record<string, typeof left> | undefined } = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems: { [this.#table()]: left } })));
        left = answer.UnprocessedItems?.[this.#table()];
      }
    }
  }
}

const nextRow = ({ before, after }: RegisterWrite['rows'][number], { at, by }: Pick<RegisterWrite, 'at' | 'by'>): RegisterRow =>
  ({ key: registerKey(after), entry: after, version: (before?.version ?? 0) + 1, changedAt: at, changedBy: by });

const changeItem = ({ before, after }: RegisterWrite['rows'][number], { at, by }: Pick<RegisterWrite, 'at' | 'by'>, kind: RegisterChange['kind']): Item => {
  const version = (before?.version ?? 0) + 1;
  return { pk: changesPk(after.register, registerKey(after)), sk: `${String(version).padStart(8, '0')}#${at}`, kind, version, at, by, before: before?.entry ?? null, after };
};
