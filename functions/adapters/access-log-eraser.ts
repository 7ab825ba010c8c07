import { DeleteCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AccessEraser } from '../use-cases/ports-retention.ts';
import { asking } from './store-errors.ts';

const row = z.object({ pk: z.string(), sk: z.string(), caseKey: z.optional(z.string()), patientKey: z.optional(z.string()) });
const atOnce = 25;

/** The one way out of the access log (L5, L9): entries older than a decision says, never younger than five years. */
export const accessLogEraser = (documents: DynamoDBDocumentClient, table: () => string): AccessEraser => ({
  async erase(partition, before, held) {
    const pk = 'userId' in partition ? `USER#${partition.userId}` : `SYSTEM#${partition.caseId}`;
    let count = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(documents.send(new QueryCommand({
        TableName: table(), KeyConditionExpression: 'pk = :pk AND sk < :before', ExpressionAttributeValues: { ':pk': pk, ':before': before }, ...(start && { ExclusiveStartKey: start }),
      })));
      const rows = (answer.Items ?? []).map((item) => row.parse(item))
        .filter(({ caseKey, patientKey }) => !held.caseIds.has(caseKey ?? '') && !held.patientKeys.has(patientKey ?? ''));
      for (let from = 0; from < rows.length; from += atOnce) {
        await Promise.all(rows.slice(from, from + atOnce).map(({ pk: own, sk }) => asking(documents.send(new DeleteCommand({ TableName: table(), Key: { pk: own, sk } })))));
      }
      count += rows.length;
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return count;
  },
});
