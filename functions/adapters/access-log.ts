import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { AccessEntry, AccessLog } from '../use-cases/ports.ts';
import { asking } from './store-errors.ts';

/** `USER#id / <at>#<uuid>`; the index keys are left out where there is no case or patient. */
export const accessRow = (entry: AccessEntry) => ({
  pk: `USER#${entry.userId}`,
  sk: `${entry.at}#${randomUUID()}`,
  at: entry.at,
  userId: entry.userId,
  operation: entry.operation,
  kind: entry.kind,
  ...(entry.principal !== null && { principal: entry.principal }),
  ...(entry.unitId !== null && { unitId: entry.unitId }),
  ...(entry.caseId !== null && { caseKey: entry.caseId }),
  ...(entry.patientKey !== null && { patientKey: entry.patientKey }),
  ...(entry.reason !== undefined && { reason: entry.reason }),
});

export class DynamoAccessLog implements AccessLog {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async record(entry: AccessEntry): Promise<void> {
    await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item: accessRow(entry) })));
  }
}
