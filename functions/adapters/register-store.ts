import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { user } from '../contracts/register.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { activeOn, type Publication } from '../domain/publication.ts';
import { registerEntries, type Register, type User } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { RegisterChanges, RegisterStore } from '../use-cases/ports.ts';
import type { TransactItem } from './case-write.ts';
import type { Revision } from './register-rows.ts';
import { getItem, partitionOf, readRevision, readStoredRegister, rowItem } from './register-rows.ts';
import { writeAtRevision } from './register-write.ts';
import { publishedRoutine } from './routine-presets.ts';
import { activeRoutineKey, readPublications, routineKey } from './routine-rows.ts';

/** DynamoDB takes a hundred items in a transaction; one is the revision. */
const rowsPerTransaction = 99;
/** Somebody else may write registers in the same moment; more often than this is no coincidence. */
const attempts = 8;

/** What every function reads of the registers, and the routines. */
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
    const { revision = 'none' } = await readRevision(this.#documents, this.#table());
    if (this.#known?.revision === revision) return this.#known.register;
    const { at, register } = await readStoredRegister(this.#documents, this.#table());
    this.#known = { revision: at.revision ?? 'none', register };
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

  async hasBegun(): Promise<boolean> {
    return (await this.#get(activeRoutineKey)) !== undefined;
  }

  async callBackPhone(): Promise<string | undefined> {
    return (await this.read()).callBackPhone;
  }

  async setLanguage(userId: string, language: Language): Promise<User | undefined> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const at = await readRevision(this.#documents, this.#table());
      const key = { pk: partitionOf('users', at.generations.users), sk: userId };
      const outcome = await this.#transact(at, [{ Update: {
        TableName: this.#table(), Key: key, UpdateExpression: 'SET #value.#language = :language, #version = if_not_exists(#version, :one) + :one', ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#value': 'value', '#language': 'language', '#version': 'version' }, ExpressionAttributeValues: { ':language': language, ':one': 1 },
      } }]);
      if (outcome === 'refused') return undefined;
      if (outcome === 'superseded') continue;
      const item = await this.#get(key);
      return item && user.parse(item['value']);
    }
    throw new Conflict();
  }

  async write(changes: RegisterChanges): Promise<void> {
    const entries = registerEntries(changes);
    for (let start = 0; start < entries.length; start += rowsPerTransaction) {
      const some = entries.slice(start, start + rowsPerTransaction);
      await this.#writeAlways((at) => some.map((entry) => ({ Put: { TableName: this.#table(), Item: rowItem({ key: '', entry, version: 1, changedAt: null, changedBy: null }, at) } })));
    }
    if (changes.routine) {
      const { id, version } = changes.routine;
      await this.#writeAlways(() => [{ Put: { TableName: this.#table(), Item: { ...routineKey(id, version), value: changes.routine }, ConditionExpression: 'attribute_not_exists(pk)' } }]);
    }
    // Last: what is active is there.
    if (changes.activeRoutine) await this.#writeAlways(() => [{ Put: { TableName: this.#table(), Item: { ...activeRoutineKey, value: changes.activeRoutine } } }]);
  }

  /** Writes whatever else is written at the same time; a condition of the items that fails leaves things as they are. @throws Conflict */
  async #writeAlways(itemsFor: (at: Revision) => readonly TransactItem[]): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const at = await readRevision(this.#documents, this.#table());
      if (await this.#transact(at, itemsFor(at)) !== 'superseded') return;
    }
    throw new Conflict();
  }

  #transact(at: Revision, items: readonly TransactItem[]): Promise<'written' | 'superseded' | 'refused'> {
    return writeAtRevision(this.#documents, this.#table(), at, items);
  }

  #get(key: { readonly pk: string; readonly sk: string }): Promise<Readonly<Record<string, unknown>> | undefined> {
    return getItem(this.#documents, this.#table(), key);
  }
}
