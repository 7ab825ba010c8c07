import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Case } from '../domain/case.ts';
import { openDisputeOf, visitOf } from '../domain/dispute/dispute.ts';
import { CursorInvalid } from '../domain/errors.ts';
import type { DisputeRegister } from '../use-cases/ports-dispute.ts';
import { casePk } from './case-row.ts';
import { asking } from './store-errors.ts';

/** In the index of parties, in partitions of its own. */
const partition = (state: 'open' | 'ended'): string => `dispute#${state}`;
/** A row beside each case that has a dispute, `CASE#id / DISPUTE`, written in the case's own transactions: by it lists are made. */
export const disputeItem = (concerned: Pick<Case, 'id' | 'disputes'>) => {
  const open = openDisputeOf(concerned);
  return {
    pk: casePk(concerned.id), sk: 'DISPUTE', caseId: concerned.id,
    partyKey: partition(open === undefined ? 'ended' : 'open'), dueKey: `${open === undefined ? concerned.disputes?.at(-1)?.ended?.at ?? '' : visitOf(open).dueAt}#${concerned.id}`,
  };
};

const cursorShape = z.object({ pk: z.string().check(z.maxLength(100)), sk: z.string().check(z.maxLength(100)), partyKey: z.string().check(z.maxLength(100)), dueKey: z.string().check(z.maxLength(200)) });
const startOf = (cursor: string, key: string) => {
  try {
    const start = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (start.partyKey !== key) throw new CursorInvalid();
    return start;
  } catch {
    throw new CursorInvalid();
  }
};

export class DynamoDisputeRegister implements DisputeRegister {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async list(state: 'open' | 'ended', { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }) {
    const key = partition(state);
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition', ExpressionAttributeValues: { ':partition': key }, ScanIndexForward: state === 'open', Limit: limit,
      ...(cursor !== undefined && { ExclusiveStartKey: startOf(cursor, key) }),
    })));
    const rows = (answer.Items ?? []).flatMap(({ pk }) => (typeof pk === 'string' ? [pk.slice(casePk('').length)] : []));
    return { rows, cursor: answer.LastEvaluatedKey === undefined ? null : Buffer.from(JSON.stringify(answer.LastEvaluatedKey)).toString('base64url') };
  }
}
