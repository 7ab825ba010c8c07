import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { findPersonalNumbers } from '../domain/personal-number.ts';
import type { PatientReference, PatientReferenceStore } from '../use-cases/ports.ts';
import { asking, isConditionFailure } from './store-errors.ts';

const shape = z.object({ reference: z.string(), protectedIdentity: z.boolean(), patientKey: z.string() });
const keyOfKey = { pk: 'SETTING', sk: 'pseudonym-key' };

export const referenceRow = (caseId: string, reference: PatientReference) => ({ pk: `CASE#${caseId}`, sk: 'REFERENCE', ...reference });

/** One person has one pseudonym, however the number was written. */
const normalForm = (reference: string): string => {
  const [finding] = findPersonalNumbers(reference);
  return finding?.digits ?? reference.toUpperCase().replaceAll(/[\s\-–]/g, '');
};

const pseudonymOf = (key: string, reference: string): string => createHmac('sha256', Buffer.from(key, 'base64url')).update(normalForm(reference)).digest('base64url');

/** A table of its own under its own key (L8), which also holds the key that pseudonyms are made with. */
export class DynamoPatientReferenceStore implements PatientReferenceStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;
  #key: Promise<string> | undefined;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async read(caseId: string): Promise<PatientReference | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: { pk: `CASE#${caseId}`, sk: 'REFERENCE' }, ConsistentRead: true })));
    return Item && shape.parse(Item);
  }

  async pseudonym(reference: string): Promise<string> {
    this.#key ??= this.#findOrMakeKey();
    const key = await this.#key.catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return pseudonymOf(key, reference);
  }

  async knownPseudonym(reference: string): Promise<string | undefined> {
    const key = await this.#findKey();
    return key === undefined ? undefined : pseudonymOf(key, reference);
  }

  async #findOrMakeKey(): Promise<string> {
    const found = await this.#findKey();
    if (found !== undefined) return found;
    const made = randomBytes(32).toString('base64url');
    try {
      await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item: { ...keyOfKey, key: made }, ConditionExpression: 'attribute_not_exists(pk)' })));
      return made;
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      // Another function was first: its key is the key.
      const others = await this.#findKey();
      if (others === undefined) throw error;
      return others;
    }
  }

  async #findKey(): Promise<string | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: keyOfKey, ConsistentRead: true })));
    const key: unknown = Item?.['key'];
    return typeof key === 'string' ? key : undefined;
  }
}
