import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { accessKinds } from '../contracts/access-log.ts';
import { CursorInvalid } from '../domain/errors.ts';
import { responsibleRoles, roles } from '../domain/vocabulary.ts';
import type { AccessListing, AccessPeriod, AccessReader, AccessRecord } from '../use-cases/ports-access-log.ts';
import type { Page } from '../use-cases/ports.ts';
import { asking } from './store-errors.ts';

const row = z.object({
  sk: z.string(), at: z.string(), userId: z.string(), operation: z.string(), kind: z.enum(accessKinds),
  principal: z._default(z.nullable(z.enum(roles)), null), unitId: z._default(z.nullable(z.string()), null),
  caseKey: z._default(z.nullable(z.string()), null), patientKey: z._default(z.nullable(z.string()), null),
  caseNumber: z.optional(z.string()), caseUnitId: z.optional(z.string()), field: z.optional(z.enum(responsibleRoles)), reason: z.optional(z.string()),
});
const recordOf = (item: unknown): AccessRecord => {
  const { sk, caseKey, ...rest } = row.parse(item);
  return { ...rest, caseId: caseKey, id: sk.slice(sk.lastIndexOf('#') + 1) };
};

/** One place in the order of a list: newest first, entries of one instant by their ids. */
interface Place {
  readonly at: string;
  readonly id: string;
}
const comesAfter = (one: Place, other: Place): boolean => one.at < other.at || (one.at === other.at && one.id < other.id);
const newestFirst = (one: Place, other: Place): number => (comesAfter(one, other) ? 1 : -1);

const cursorShape = z.object({ list: z.string(), at: z.string().check(z.maxLength(40)), id: z.string().check(z.maxLength(64)) });
/** Binds a cursor to its list; what was looked for cannot be read out of it. */
const digestOf = (listing: AccessListing): string => createHash('sha256').update(JSON.stringify(listing.by === 'cases of a patient' ? { ...listing, caseIds: null } : listing)).digest('base64url').slice(0, 16);
const cursorFor = (listing: AccessListing, { at, id }: Place): string => Buffer.from(JSON.stringify({ list: digestOf(listing), at, id })).toString('base64url');
const placeOf = (listing: AccessListing, cursor: string): Place => {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new CursorInvalid();
  }
  const result = cursorShape.safeParse(decoded);
  if (!result.success || result.data.list !== digestOf(listing)) throw new CursorInvalid();
  return result.data;
};

interface Question {
  readonly index?: string;
  readonly partition: string;
  readonly sort: 'at' | 'sk';
  readonly values: readonly string[];
  /** What has a case is asked for by its case. */
  readonly withoutCase?: boolean;
}
const questionsOf = (listing: AccessListing): readonly Question[] => {
  switch (listing.by) {
    case 'user': return [{ partition: 'pk', sort: 'sk', values: [`USER#${listing.userId}`] }];
    case 'case': return [{ index: 'case', partition: 'caseKey', sort: 'at', values: [listing.caseId] }];
    case 'patient': return [{ index: 'patient', partition: 'patientKey', sort: 'at', values: [listing.patientKey] }];
    case 'cases of a patient': return [
      { index: 'case', partition: 'caseKey', sort: 'at', values: listing.caseIds },
      { index: 'patient', partition: 'patientKey', sort: 'at', values: [listing.patientKey], withoutCase: true },
    ];
    case 'unit': return [{ index: 'unit', partition: 'unitId', sort: 'at', values: listing.unitIds }];
  }
};

/** The access log as it is read (L5): by user, case, patient or unit, each by its index and never a scan. */
export class DynamoAccessReader implements AccessReader {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async list(listing: AccessListing, page: AccessPeriod & { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<AccessRecord>> {
    const after = page.cursor === undefined ? undefined : placeOf(listing, page.cursor);
    const found = await Promise.all(questionsOf(listing).flatMap((question) => question.values.map((value) => this.#partition(question, value, page, after))));
    const merged = found.flat().toSorted(newestFirst);
    const rows = merged.slice(0, page.limit);
    const last = rows.at(-1);
    return { rows, cursor: last !== undefined && merged.length > page.limit ? cursorFor(listing, last) : null };
  }

  /** More than `limit` rows after a place, where there are as many, with all that share an instant with the last of them. */
  async #partition(question: Question, value: string, { from, to, limit }: AccessPeriod & { readonly limit: number }, after: Place | undefined): Promise<AccessRecord[]> {
    const upTo = after !== undefined && (to === undefined || after.at < to) ? after.at : to;
    const found: AccessRecord[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(),
        ...(question.index !== undefined && { IndexName: question.index }),
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': question.partition, '#sort': question.sort },
        // `~` sorts after what stands behind an instant in a key.
        ExpressionAttributeValues: { ':partition': value, ':from': from ?? '0', ':to': `${upTo ?? ''}~` },
        ScanIndexForward: false,
        Limit: limit + 1,
        ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) {
        const record = recordOf(item);
        if ((after === undefined || comesAfter(record, after)) && !(question.withoutCase && record.caseId !== null)) found.push(record);
      }
      start = answer.LastEvaluatedKey;
      const lowest = found.at(-1)?.at;
      if (found.length > limit && found.filter(({ at }) => lowest !== undefined && at > lowest).length > limit) break;
    } while (start !== undefined);
    return found;
  }
}
