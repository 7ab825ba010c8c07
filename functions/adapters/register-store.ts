import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import { organisation, roleAssignment, unit, user } from '../contracts/register.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { activeOn, type Publication } from '../domain/publication.ts';
import type { Register, RoleAssignment, User } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { RegisterChanges, RegisterStore } from '../use-cases/ports.ts';
import type { TransactItem } from './case-write.ts';
import { publishedRoutine } from './routine-presets.ts';
import { activeRoutineKey, newRevision, readPublications, revisionKey, routineKey } from './routine-rows.ts';
import { asking, transact } from './store-errors.ts';

/** DynamoDB takes a hundred items in a transaction; one is the revision. */
const rowsPerTransaction = 99;
const phoneKey = { pk: 'SETTING', sk: 'call-back-phone' };
const roleSk = ({ userId, role, unitId }: RoleAssignment): string => `${userId}#${role}#${unitId}`;

/** Organisations, units, users, roles: a partition each, `value` holds the row of the contract. */
export class DynamoRegisterStore implements RegisterStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;
  /** The register as last read; good as long as the stored revision is the same. */
  #known: { readonly revision: string; readonly register: Register } | undefined;
  #reading: Promise<Register> | undefined;
  readonly #routines = new Map<string, Routine>();
  /** By the register of the same revision: every publication is a new one. */
  readonly #publications = new WeakMap<Register, readonly Publication[]>();

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  /** Callers beside each other share one reading. */
  read(): Promise<Register> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<Register> {
    // The revision is read first: rows written while we read make the next call read again.
    const revision = String((await this.#get(revisionKey))?.['revision'] ?? 'none');
    if (this.#known?.revision === revision) return this.#known.register;
    const [organisations, units, users, roles] = await Promise.all([
      this.#partition('ORGANISATION', organisation), this.#partition('UNIT', unit), this.#partition('USER', user), this.#partition('ROLE', roleAssignment),
    ]);
    const register = { organisations, units, users, roles };
    this.#known = { revision, register };
    return register;
  }

  async routine(id: string, version: number): Promise<Routine | undefined> {
    const key = routineKey(id, version);
    const name = `${key.pk}/${key.sk}`;
    const known = this.#routines.get(name);
    if (known) return known;
    const item = await this.#get(key);
    if (!item) return undefined;
    const routine = publishedRoutine(id, item['value']);
    // Published versions never change.
    this.#routines.set(name, routine);
    return routine;
  }

  async activeRoutine(register: Register, now: Instant): Promise<Routine> {
    const publications = this.#publications.get(register) ?? (await readPublications(this.#documents, this.#table()));
    this.#publications.set(register, publications);
    const active = activeOn(publications, localDate(now));
    const routine = active && (await this.routine(active.id, active.version));
    if (!routine) throw new NotFound('routine');
    return routine;
  }

  async callBackPhone(): Promise<string | undefined> {
    const phone: unknown = (await this.#get(phoneKey))?.['value'];
    return typeof phone === 'string' ? phone : undefined;
  }

  async setLanguage(userId: string, language: Language): Promise<User | undefined> {
    const failed = await this.#transact([{ Update: {
      TableName: this.#table(), Key: { pk: 'USER', sk: userId }, UpdateExpression: 'SET #value.#language = :language', ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#value': 'value', '#language': 'language' }, ExpressionAttributeValues: { ':language': language },
    } }]);
    if (failed > 0) return undefined;
    const item = await this.#get({ pk: 'USER', sk: userId });
    return item && user.parse(item['value']);
  }

  async write(changes: RegisterChanges): Promise<void> {
    const rows = [
      ...(changes.organisations ?? []).map((value) => ({ pk: 'ORGANISATION', sk: value.id, value })),
      ...(changes.units ?? []).map((value) => ({ pk: 'UNIT', sk: value.id, value })),
      ...(changes.users ?? []).map((value) => ({ pk: 'USER', sk: value.id, value })),
      ...(changes.roles ?? []).map((value) => ({ pk: 'ROLE', sk: roleSk(value), value })),
      ...(changes.callBackPhone === undefined ? [] : [{ ...phoneKey, value: changes.callBackPhone }]),
    ];
    for (let start = 0; start < rows.length; start += rowsPerTransaction) {
      await this.#transact(rows.slice(start, start + rowsPerTransaction).map((Item) => ({ Put: { TableName: this.#table(), Item } })));
    }
    if (changes.routine) {
      const { id, version } = changes.routine;
      await this.#transact([{ Put: { TableName: this.#table(), Item: { ...routineKey(id, version), value: changes.routine }, ConditionExpression: 'attribute_not_exists(pk)' } }]);
    }
    // Last: what is active is there.
    if (changes.activeRoutine) await this.#transact([{ Put: { TableName: this.#table(), Item: { ...activeRoutineKey, value: changes.activeRoutine } } }]);
  }

  /** Writes rows and a new revision together; returns how many conditions failed. */
  async #transact(items: readonly TransactItem[]): Promise<number> {
    const revision = newRevision(this.#table());
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [...items, revision] })));
    if (failed.some(({ index }) => index === items.length)) throw new Conflict();
    return failed.length;
  }

  async #get(key: { readonly pk: string; readonly sk: string }): Promise<Readonly<Record<string, unknown>> | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: key, ConsistentRead: true })));
    return Item;
  }

  async #partition<Shape extends z.ZodMiniType>(pk: string, shape: Shape): Promise<z.output<Shape>[]> {
    const rows: z.output<Shape>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk },
        ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) rows.push(shape.parse(item['value']));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return rows;
  }
}
