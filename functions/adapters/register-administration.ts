import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { registerEntry } from '../contracts/register.ts';
import { registerKey } from '../domain/register.ts';
import type { RegisterName } from '../domain/vocabulary.ts';
import type { RegisterAdministration, RegisterChange, RegisterRow, RegisterSnapshot, RegisterWrite } from '../use-cases/ports-administration.ts';
import { registerChangeKinds } from '../use-cases/ports-administration.ts';
import type { TransactItem } from './case-write.ts';
import type { StoredRegister } from './register-rows.ts';
import { readRevision, readStoredRegister, rowItem } from './register-rows.ts';
import { readAll } from './routine-rows.ts';
import { writeAtRevision } from './register-write.ts';

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };
const changesPk = (register: RegisterName, key: string): string => `CHANGE#${register}#${key}`;
export const generationsPk = (register: RegisterName): string => `GENERATION#${register}`;
const storedChange = z.object({
  kind: z.enum(registerChangeKinds), version: z.number(), at: z.string(), by: z.string(), before: z.nullable(registerEntry), after: registerEntry,
  /** Of an import: the generation it was written for; counts only once that was put in force. */
  generation: z.optional(z.string()),
});

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
}

export const nextRow = ({ before, after }: RegisterWrite['rows'][number], { at, by }: Pick<RegisterWrite, 'at' | 'by'>): RegisterRow =>
  ({ key: registerKey(after), entry: after, version: (before?.version ?? 0) + 1, changedAt: at, changedBy: by });

export const changeItem = ({ before, after }: RegisterWrite['rows'][number], { at, by }: Pick<RegisterWrite, 'at' | 'by'>, kind: RegisterChange['kind']): Item => {
  const version = (before?.version ?? 0) + 1;
  return { pk: changesPk(after.register, registerKey(after)), sk: `${String(version).padStart(8, '0')}#${at}`, kind, version, at, by, before: before?.entry ?? null, after };
};
