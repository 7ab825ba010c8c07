import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { Case } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import { ourUnitOf } from '../domain/parties.ts';
import type { AccessEntry, AccessLog } from '../use-cases/ports.ts';
import { asking } from './store-errors.ts';

/** The system's many writes are spread over their cases. */
const partitionOf = ({ userId, caseId }: AccessEntry): string => (userId === 'system' ? `SYSTEM#${caseId}` : `USER#${userId}`);

/** `USER#id / <at>#<uuid>`; the index keys are left out where there is no unit, case or patient. */
export const accessRow = (entry: AccessEntry) => ({
  pk: partitionOf(entry),
  sk: `${entry.at}#${randomUUID()}`,
  at: entry.at,
  userId: entry.userId,
  operation: entry.operation,
  kind: entry.kind,
  ...(entry.principal !== null && { principal: entry.principal }),
  ...(entry.unitId !== null && { unitId: entry.unitId }),
  ...(entry.caseId !== null && { caseKey: entry.caseId }),
  ...(entry.patientKey !== null && { patientKey: entry.patientKey }),
  ...(entry.caseNumber !== undefined && { caseNumber: entry.caseNumber }),
  ...(entry.caseUnitId !== undefined && { caseUnitId: entry.caseUnitId }),
  ...(entry.field !== undefined && { field: entry.field }),
  ...(entry.reason !== undefined && { reason: entry.reason }),
});
/** The row of a write, which knows the case. */
export const accessRowOn = (concerned: Case, entry: AccessEntry) =>
  accessRow({ caseNumber: concerned.number, caseUnitId: ourUnitOf(concerned), field: concerned.responsible, ...entry });

/** DynamoDB takes so many in a batch. */
const batchSize = 25;
const attempts = 4;

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

  async recordAll(entries: readonly AccessEntry[]): Promise<void> {
    const rows = entries.map(accessRow);
    const batches = Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) => rows.slice(index * batchSize, (index + 1) * batchSize));
    await Promise.all(batches.map((batch) => this.#putAll(batch)));
  }

  async #putAll(rows: readonly Record<string, unknown>[]): Promise<void> {
    const table = this.#table();
    let left = rows;
    for (let attempt = 0; attempt < attempts && left.length > 0; attempt += 1) {
      const RequestItems = { [table]: left.map((Item) => ({ PutRequest: { Item } })) };
      const answer = await asking(this.#documents.send(new BatchWriteCommand({ RequestItems })));
      left = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ? [PutRequest.Item] : []));
    }
    if (left.length > 0) throw new Throttled('The access log asks to slow down');
  }
}
