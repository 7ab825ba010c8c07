import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { Throttled } from '../domain/errors.ts';
import type { FileRegister } from '../domain/register-file/columns.ts';
import type { NextGeneration, RegisterGenerations } from '../use-cases/ports-import.ts';
import { changeItem, generationsPk, nextRow } from './register-administration.ts';
import { partitionOf, readRevision, rowItem } from './register-rows.ts';
import { writeAtRevision } from './register-write.ts';
import { readAll } from './routine-rows.ts';
import { asking } from './store-errors.ts';

/** DynamoDB takes so many in a batch. */
const batchSize = 25;
const batchAttempts = 8;
type Staged = Parameters<RegisterGenerations['stage']>[1][number];
type WriteRequest = { readonly PutRequest: { readonly Item: Record<string, unknown> } } | { readonly DeleteRequest: { readonly Key: Record<string, unknown> } };

/** A register's next rows lie in a partition of their own, until the revision points at it. */
export class DynamoRegisterGenerations implements RegisterGenerations {
  readonly #documents: DynamoDBDocumentClient;
  readonly #tableName: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#tableName = table;
  }
  get #table(): string {
    return this.#tableName();
  }

  async stage(next: NextGeneration, rows: readonly Staged[]): Promise<void> {
    const { register, generation } = next;
    await this.#write(rows.flatMap((row) => {
      const unchanged = unchangedRow(row);
      const Item = rowItem(unchanged ?? nextRow(row, next), { generations: { [register]: generation } });
      return unchanged === null ? [Item, { ...changeItem(row, next, 'import'), generation }] : [Item];
    }).map((Item) => ({ PutRequest: { Item } })));
  }

  async putInForce({ register, generation, at, by }: NextGeneration, { revision, rows, changed }: { readonly revision: string; readonly rows: number; readonly changed: number }): Promise<'written' | 'superseded'> {
    const stands = await readRevision(this.#documents, this.#table);
    if ((stands.revision ?? '') !== revision) return 'superseded';
    const left = partitionOf(register, stands.generations[register]);
    // What an earlier import left goes now; this one's stays for those who are reading it at the moment.
    const retired = (await this.#isRemoved(stands.retired)) ? [left] : [...stands.retired, left];
    const outcome = await writeAtRevision(this.#documents, this.#table, stands, [
      { Put: { TableName: this.#table, Item: { pk: generationsPk(register), sk: generation, at, by, rows, changed } } },
    ], { generations: { ...stands.generations, [register]: generation }, retired });
    return outcome === 'written' ? 'written' : 'superseded';
  }

  async isInForce(register: FileRegister, generation: string): Promise<boolean> {
    return (await readRevision(this.#documents, this.#table)).generations[register] === generation;
  }

  discard(register: FileRegister, generation: string): Promise<void> {
    return this.#remove([partitionOf(register, generation)]);
  }

  /** Rows that nobody points at are only in the way: a store that asks to slow down keeps them until the next import. */
  async #isRemoved(partitions: readonly string[]): Promise<boolean> {
    try {
      await this.#remove(partitions);
      return true;
    } catch (error) {
      if (error instanceof Throttled) return false;
      throw error;
    }
  }
  async #remove(partitions: readonly string[]): Promise<void> {
    for (const pk of partitions) await this.#write((await readAll(this.#documents, this.#table, pk)).map(({ sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
  }
  async #write(requests: readonly WriteRequest[]): Promise<void> {
    for (let start = 0; start < requests.length; start += batchSize) {
      let left: WriteRequest[] | undefined = requests.slice(start, start + batchSize);
      for (let attempt = 0; left !== undefined && left.length > 0; attempt += 1) {
        if (attempt === batchAttempts) throw new Throttled('The store asks to slow down');
        const answer: { UnprocessedItems?: Record<string, unknown[]> | undefined } = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems: { [this.#table]: left.map((request) => ({ ...request })) } })));
        const again: WriteRequest[] = [];
        for (const one of answer.UnprocessedItems?.[this.#table] ?? []) if (isWriteRequest(one)) again.push(one);
        left = again;
      }
    }
  }
}

const isWriteRequest = (value: unknown): value is WriteRequest => typeof value === 'object' && value !== null && ('PutRequest' in value || 'DeleteRequest' in value);
/** The row as it stands, where the import says nothing else. */
const unchangedRow = ({ before, after }: Staged): Staged['before'] => (before !== null && JSON.stringify(before.entry.value) === JSON.stringify(after.value) ? before : null);
