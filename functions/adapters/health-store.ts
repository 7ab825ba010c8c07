import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/case.ts';
import { isTrack } from '../domain/outbox.ts';
import { isOpen } from '../domain/transitions.ts';
import { machines } from '../domain/vocabulary.ts';
import type { CaseRow } from '../use-cases/ports.ts';
import type { Hanging, HangingTally, HealthStore } from '../use-cases/ports-health.ts';
import { caseKey, caseRowOf } from './case-row.ts';
import { pendingPartitions, type PendingPartition } from './pending-index.ts';
import { asking } from './store-errors.ts';

/** Counting stops here: a thousand is as alarming as ten thousand. */
const countedAtMost = 1000;
const shown = 5;
/** Overdue waits are looked at with their cases, one batch. */
const waitsLookedAt = 100;

type Item = Readonly<Record<string, unknown>>;
interface Range {
  readonly from?: string;
  readonly to?: string;
}
const textOf = (item: Item, name: string): string => (typeof item[name] === 'string' ? item[name] : '');
const instantOf = (item: Item): Instant => textOf(item, 'outboxAt').split('#')[0] ?? '';

/** Queries on the sparse index, each of one partition. Never a scan; a page holds at most 1 MB. @throws Throttled */
export class DynamoHealthStore implements HealthStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async outbox(): ReturnType<HealthStore['outbox']> {
    const { items, more } = await this.#find('outbox', {}, { atMost: countedAtMost, only: 'outboxAt, entry.kind' });
    const isMail = ({ entry }: Item): boolean => typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'mail';
    return { pending: items.length, mails: items.filter(isMail).length, more, oldestAt: items[0] ? instantOf(items[0]) : null };
  }

  uncertainMails(before: Instant): Promise<HangingTally> {
    return this.#tally('sending', { to: before });
  }
  failedMails(since: Instant): Promise<HangingTally> {
    return this.#tally('failed', { from: since });
  }
  bouncedMails(since: Instant): Promise<HangingTally> {
    return this.#tally('bounced', { from: since });
  }

  async nextWait(now: Instant): Promise<Instant | null> {
    const { items } = await this.#find('wait', { from: now }, { atMost: 1, only: 'outboxAt' });
    return items[0] ? instantOf(items[0]) : null;
  }

  async overdueWaits(before: Instant): Promise<HangingTally> {
    const { items, more } = await this.#find('wait', { to: before }, { atMost: waitsLookedAt, only: 'outboxAt, caseId, machine, awaits, generation' });
    const cases = await this.#casesOf(items);
    // The token of an execution that has stopped stays where it was: that is the stopped case's trouble, told there.
    const hanging = items.flatMap((item) => {
      const concerned = cases.get(textOf(item, 'caseId'));
      const machine = machines.find((each) => each === item['machine']);
      // A track bears no mark and may outlast its case: what it still waits for, the case says.
      if (isTrack(machine)) {
        return concerned?.tracks.some((track) => track.machine === machine && track.generation === item['generation']) ? [{ ...hangingOf(concerned, textOf(item, 'awaits'), instantOf(item)), machine, generation: Number(item['generation']) }] : [];
      }
      if (concerned === undefined || concerned.stopped || !isOpen(concerned.status) || concerned.generation !== item['generation']) return [];
      return [hangingOf(concerned, textOf(item, 'awaits'), instantOf(item))];
    });
    return { count: hanging.length, more, newest: hanging.toReversed().slice(0, shown) };
  }

  async #tally(partition: PendingPartition, range: Range): Promise<HangingTally> {
    const { items, more } = await this.#find(partition, range, { atMost: countedAtMost, only: 'outboxAt, caseId, mail', newestFirst: true });
    const newest = items.slice(0, shown);
    const cases = await this.#casesOf(newest);
    return {
      count: items.length, more,
      newest: newest.flatMap((item) => {
        const concerned = cases.get(textOf(item, 'caseId'));
        return concerned ? [hangingOf(concerned, textOf(item, 'mail'), instantOf(item))] : [];
      }),
    };
  }

  async #find(partition: PendingPartition, { from, to }: Range, options: { readonly atMost: number; readonly only: string; readonly newestFirst?: boolean }): Promise<{ readonly items: readonly Item[]; readonly more: boolean }> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), IndexName: 'outbox',
        KeyConditionExpression: 'outboxKey = :partition AND outboxAt BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':partition': pendingPartitions[partition], ':from': from ?? '0', ':to': to ?? '~' },
        ProjectionExpression: options.only,
        ScanIndexForward: options.newestFirst !== true,
        Limit: options.atMost - items.length,
        ...(start && { ExclusiveStartKey: start }),
      })));
      items.push(...(answer.Items ?? []));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined && items.length < options.atMost);
    return { items, more: start !== undefined };
  }

  async #casesOf(items: readonly Item[]): Promise<ReadonlyMap<string, CaseRow>> {
    const TableName = this.#table();
    const rows = new Map<string, CaseRow>();
    let left: Record<string, unknown>[] = [...new Set(items.map((item) => textOf(item, 'caseId')))].map((caseId) => caseKey(caseId));
    while (left.length > 0) {
      const batch = await asking(this.#documents.send(new BatchGetCommand({ RequestItems: { [TableName]: {
        Keys: left, ProjectionExpression: 'summary, overdue, #stopped, waitsFor, waitsSince, waitsUntil, generation, #status', ExpressionAttributeNames: { '#stopped': 'stopped', '#status': 'status' },
      } } })));
      for (const item of batch.Responses?.[TableName] ?? []) {
        // It may have been erased a moment ago.
        if (item['summary'] === undefined) continue;
        const row = caseRowOf(item);
        rows.set(row.id, row);
      }
      left = batch.UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return rows;
  }
}

const hangingOf = ({ id, number, generation }: CaseRow, what: string, at: Instant): Hanging => ({ caseId: id, number, generation, what, at });
