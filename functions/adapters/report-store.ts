import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { IdempotencyKeyReused } from '../domain/errors.ts';
import type { PeriodicReport, ReportEdition, ReportEvent } from '../domain/periodic-report/periodic-report.ts';
import type { ReportOutcome } from '../domain/periodic-report/report-command.ts';
import type { ReportStore, ReportWriteMore, StoredReport } from '../use-cases/ports-report.ts';
import { idempotencyItem, outboxItems, rowItem, type TransactItem } from './case-write.ts';
import { editionShape, reportEventShape, reportKey, reportPk, reportShape } from './report-row.ts';
import { asking, isConditionFailure, transact } from './store-errors.ts';

/** In the index of parties, in a partition of its own: by period. */
const partition = 'report';
const padded = (number: number): string => String(number).padStart(5, '0');
type Item = Readonly<Record<string, unknown>>;

/** `REPORT#id`, in the table of cases, where the outbox is: the report, its events, and each edition that was submitted. */
export class DynamoReportStore implements ReportStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<StoredReport | undefined> {
    const item = await this.#get(reportKey(id));
    return item && { report: reportShape.parse(item['report']), revision: Number(item['revision']) };
  }

  async list(): Promise<readonly PeriodicReport[]> {
    const rows: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition', ScanIndexForward: false, ExpressionAttributeValues: { ':partition': partition }, ...(start && { ExclusiveStartKey: start }),
      })));
      rows.push(...(answer.Items ?? []));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    const found = await Promise.all(rows.map(({ pk }) => this.find(String(pk).slice('REPORT#'.length))));
    return found.flatMap((each) => (each ? [each.report] : []));
  }

  async open(outcome: ReportOutcome, at: Instant): Promise<'opened' | 'exists'> {
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: this.#table(), Item: this.#row(outcome.report, 1), ConditionExpression: 'attribute_not_exists(pk)' } },
      ...this.#beside(outcome, 1, at, 'clock'),
    ] })));
    return failed.length === 0 ? 'opened' : 'exists';
  }

  async change(outcome: ReportOutcome, seen: StoredReport, { at, actor, idempotency, alongside = [] }: ReportWriteMore): Promise<'written' | 'superseded' | 'repeated'> {
    const table = this.#table();
    const revision = seen.revision + 1;
    const { edition } = outcome;
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: table, Item: this.#row(outcome.report, revision), ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': seen.revision } } },
      ...(idempotency ? [idempotencyItem(table, idempotency, at)] : []),
      ...this.#beside(outcome, revision, at, actor),
      // What has left is never written over.
      ...(edition ? [{ Put: { TableName: table, Item: { pk: reportPk(edition.reportId), sk: `EDITION#${padded(edition.edition)}`, edition }, ConditionExpression: 'attribute_not_exists(pk)' } }] : []),
      ...alongside.map((row) => rowItem(table, row)),
    ] })));
    if (failed.length === 0) return 'written';
    const repeated = idempotency && failed.find(({ index }) => index === 1);
    if (repeated) {
      if (repeated.row?.['bodyHash']?.S !== idempotency.bodyHash) throw new IdempotencyKeyReused();
      return 'repeated';
    }
    // The report, or the number of what leaves with it: decided anew.
    return 'superseded';
  }

  async edition(id: string, edition: number): Promise<ReportEdition | undefined> {
    const item = await this.#get({ pk: reportPk(id), sk: `EDITION#${padded(edition)}` });
    return item && editionShape.parse(item['edition']);
  }

  async events(id: string): Promise<readonly ReportEvent[]> {
    const answer = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)', ExpressionAttributeValues: { ':pk': reportPk(id), ':events': 'EVENT#' },
    })));
    return (answer.Items ?? []).map(({ event }) => reportEventShape.parse(event));
  }

  async since(ruleId: string, today: LocalDate): Promise<LocalDate> {
    const key = { pk: 'REPORTS', sk: ruleId };
    try {
      await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item: { ...key, since: today }, ConditionExpression: 'attribute_not_exists(pk)' })));
      return today;
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      return String((await this.#get(key))?.['since']);
    }
  }

  #row(report: PeriodicReport, revision: number) {
    return { ...reportKey(report.id), report, revision, clockRevision: report.clockRevision, partyKey: partition, dueKey: `${report.period.to}#${report.id}` };
  }
  #beside({ report, events, outbox }: ReportOutcome, revision: number, at: Instant, actor: string): TransactItem[] {
    const writer = `r${padded(revision)}`;
    return [
      ...events.map((event, index): TransactItem => {
        const id = `${writer}-${index + 1}`;
        return { Put: { TableName: this.#table(), Item: { pk: reportPk(report.id), sk: `EVENT#${at}#${id}`, event: { ...event, id, at, actor } } } };
      }),
      ...outboxItems(this.#table(), report.id, at, writer, outbox),
    ];
  }
  async #get(Key: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> {
    return (await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key, ConsistentRead: true })))).Item;
  }
}
