import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { escalationStates } from '../domain/escalation/words.ts';
import type { GroupCase, GroupCaseStore } from '../use-cases/ports-groups.ts';
import { asking } from './store-errors.ts';

const stored = z.object({
  caseId: z.string(), number: z.string(), level: z.number(), state: z.enum(escalationStates), here: z.boolean(), ofPrinciple: z.boolean(), dueAt: z.string(), changedAt: z.string(), patientKey: z.nullable(z.string()),
});

/** `GROUP#id / CASE#id`, in the table of cases; written in the transaction of the command that moves the case. */
export class DynamoGroupCaseStore implements GroupCaseStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async list(groupId: string): Promise<readonly GroupCase[]> {
    const found: GroupCase[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `GROUP#${groupId}` }, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }),
      })));
      found.push(...(answer.Items ?? []).map((item) => stored.parse(item)));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  }
}
