import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Publication } from '../domain/publication.ts';
import type { TransactItem } from './case-write.ts';
import { asking } from './store-errors.ts';

/*
 * Rows of the Registers table that say which routine there is and from when.
 */

export const revisionKey = { pk: 'SETTING', sk: 'register-revision' } as const;
/** What the organisation began with. */
export const activeRoutineKey = { pk: 'SETTING', sk: 'active-routine' } as const;
const padded = (version: number): string => String(version).padStart(8, '0');
export const routineKey = (id: string, version: number) => ({ pk: `ROUTINE#${id}`, sk: padded(version) });
const publicationPk = 'ROUTINE-PUBLICATION';
export const publicationKey = ({ id, version }: Pick<Publication, 'id' | 'version'>) => ({ pk: publicationPk, sk: `${id}#${padded(version)}` });

/** Whoever has read the registers reads them anew. What else the row says of them (register-rows.ts) stays. */
export const newRevision = (table: string): TransactItem => ({ Update: {
  TableName: table, Key: revisionKey, UpdateExpression: 'SET #revision = :revision', ExpressionAttributeNames: { '#revision': 'revision' }, ExpressionAttributeValues: { ':revision': randomUUID() },
} });

const first = z.object({ id: z.string(), version: z.number() });
const publication = z.object({
  id: z.string(), version: z.number(), validFrom: z.nullable(z.string()), publishedAt: z.nullable(z.string()), publishedBy: z.nullable(z.string()),
  withdrawn: z.optional(z.object({ at: z.string(), by: z.string() })),
});

/** Oldest first. */
export const readPublications = async (documents: DynamoDBDocumentClient, table: string): Promise<readonly Publication[]> => {
  const [setting, rows] = await Promise.all([
    asking(documents.send(new GetCommand({ TableName: table, Key: activeRoutineKey, ConsistentRead: true }))),
    readAll(documents, table, publicationPk),
  ]);
  const began = first.safeParse(setting.Item?.['value']);
  return [
    ...(began.success ? [{ ...began.data, validFrom: null, publishedAt: null, publishedBy: null }] : []),
    ...rows.map((row) => publication.parse(row['value'])),
  ];
};

/** A whole partition, in the order of its keys. */
export const readAll = async (documents: DynamoDBDocumentClient, table: string, pk: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const rows: Readonly<Record<string, unknown>>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await asking(documents.send(new QueryCommand({
      TableName: table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ...(start && { ExclusiveStartKey: start }),
    })));
    rows.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return rows;
};
