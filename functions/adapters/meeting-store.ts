import { DeleteCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Conflict, StaleVersion } from '../domain/errors.ts';
import type { Forwarded } from '../domain/meeting/agenda.ts';
import { casesSpokenOf, withoutWordsOf } from '../domain/meeting/erased-case.ts';
import type { Meeting, MeetingEvent } from '../domain/meeting/meeting.ts';
import { agendaSources, itemOutcomes, meetingEventTypes, meetingStates } from '../domain/meeting/words.ts';
import type { OutboxEntry } from '../domain/outbox.ts';
import type { MeetingRows, MeetingStore, MeetingWrite } from '../use-cases/ports-meeting.ts';
import type { RowWrite } from '../use-cases/ports.ts';
import { tieRow } from './case-ties.ts';
import { idempotencyItem, outboxItems, rowItem } from './case-write.ts';
import { asking, transact } from './store-errors.ts';

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), caseId: z.string(), number: z.string() }),
  z.object({ kind: z.literal('shortfall'), counterpartId: z.string(), agreementId: z.string(), clauseId: z.string(), count: z.number() }),
  z.object({ kind: z.literal('analysis'), analysisId: z.string(), number: z.string() }),
  z.object({ kind: z.literal('matter'), title: z.string() }),
]);
const deed = { by: z.string(), at: z.string() };
const item = z.object({
  id: z.string(), source: z.enum(agendaSources), subject, reason: z.optional(z.string()), by: z.optional(z.string()), fromGroupId: z.optional(z.string()),
  removed: z.optional(z.object({ ...deed, reason: z.string() })),
  outcome: z.optional(z.object({ ...deed, outcome: z.enum(itemOutcomes), note: z.string(), toGroupId: z.optional(z.string()), actionId: z.optional(z.string()), reviewDueAt: z.optional(z.string()) })),
});
const stored = z.object({
  id: z.string(), groupId: z.string(), state: z.enum(meetingStates), date: z.string(), from: z.string(), to: z.nullable(z.string()), place: z.string(), videoLink: z.nullable(z.string()),
  counterpartIds: z.array(z.string()), since: z.string(), inviteDays: z.number(), notesDueDays: z.number(), version: z.number(), createdAt: z.string(), createdBy: z.string(),
  items: z.array(item), left: z.number(), invited: z.array(z.string()), invitedAt: z.optional(z.string()),
  notes: z.optional(z.object({ ...deed, text: z.string(), resolved: z.array(z.string()) })), notesRemindedAt: z.optional(z.string()),
  approved: z.optional(z.object(deed)), cancelled: z.optional(z.object({ ...deed, reason: z.string() })),
});
const storedEvent = z.object({ id: z.string(), at: z.string(), type: z.enum(meetingEventTypes), actor: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) });
const storedForward = z.object({ groupId: z.string(), meetingId: z.string(), itemId: z.string(), subject, fromGroupId: z.string(), reason: z.string(), by: z.string(), at: z.string() });

const pkOf = (id: string): string => `MEETING#${id}`;
const keyOf = (id: string) => ({ pk: pkOf(id), sk: 'MEETING' });
const waitingPk = (groupId: string): string => `MEETINGITEMS#${groupId}`;
const waitingSk = ({ at, meetingId, itemId }: Forwarded): string => `${at}#${meetingId}#${itemId}`;
/** In the index of parties, in partitions of its own: a group's meetings by their date. */
const partition = (groupId: string): string => `meeting#${groupId}`;
const rowOf = (meeting: Meeting) => ({ ...keyOf(meeting.id), meeting, version: meeting.version, partyKey: partition(meeting.groupId), dueKey: `${meeting.date}#${meeting.id}` });

/** `MEETING#id`, in the table of cases, with its events below it; `MEETINGITEMS#group`: what waits for a group's next agenda. */
export class DynamoMeetingStore implements MeetingStore {
  readonly #documents: DynamoDBDocumentClient;
  readonly #table: () => string;

  constructor(documents: DynamoDBDocumentClient, table: () => string) {
    this.#documents = documents;
    this.#table = table;
  }

  async find(id: string): Promise<Meeting | undefined> {
    const { Item } = await asking(this.#documents.send(new GetCommand({ TableName: this.#table(), Key: keyOf(id), ConsistentRead: true })));
    return Item && stored.parse(Item['meeting']);
  }

  async events(id: string): Promise<readonly MeetingEvent[]> {
    return (await this.#under(pkOf(id), 'EVENT#')).map((row) => storedEvent.parse(row['event']));
  }

  async ofGroup(groupId: string, limit: number): Promise<readonly Meeting[]> {
    const { Items = [] } = await asking(this.#documents.send(new QueryCommand({
      TableName: this.#table(), IndexName: 'party', KeyConditionExpression: 'partyKey = :partition', ScanIndexForward: false, Limit: limit, ExpressionAttributeValues: { ':partition': partition(groupId) },
    })));
    const found = await Promise.all(Items.map(({ pk }) => (typeof pk === 'string' ? this.find(pk.slice('MEETING#'.length)) : undefined)));
    return found.filter((meeting) => meeting !== undefined).toSorted((one, other) => (one.date < other.date ? 1 : -1));
  }

  async waitingFor(groupId: string): Promise<readonly Forwarded[]> {
    return (await this.#under(waitingPk(groupId))).map((row) => storedForward.parse(row['forwarded']));
  }

  rows({ meeting, events, forwarded = [], taken = [] }: MeetingRows): readonly RowWrite[] {
    return [
      { kind: 'put', row: rowOf(meeting), ...(meeting.version === 1 ? { onlyIfAbsent: true } : { onVersion: meeting.version - 1 }) },
      ...events.map((event): RowWrite => ({ kind: 'put', row: { pk: pkOf(meeting.id), sk: `EVENT#${event.at}#${event.id}`, event } })),
      ...forwarded.map((each): RowWrite => ({ kind: 'put', row: { pk: waitingPk(each.groupId), sk: waitingSk(each), forwarded: each } })),
      ...taken.map((each): RowWrite => ({ kind: 'delete', pk: waitingPk(each.groupId), sk: waitingSk(each) })),
      ...[...casesSpokenOf({ meeting, events, forwarded, taken })].map((caseId) => tieRow(caseId, 'MEETING', meeting.id)),
    ];
  }

  async write({ at, outbox, idempotency, ...rows }: MeetingWrite): Promise<void> {
    const table = this.#table();
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      ...this.rows(rows).map((row) => rowItem(table, row)),
      ...(idempotency ? [idempotencyItem(table, idempotency, at)] : []),
      ...outboxItems(table, rows.meeting.id, at, `v${String(rows.meeting.version).padStart(5, '0')}`, outbox),
    ] })));
    if (failed.length === 0) return;
    const now = await this.find(rows.meeting.id);
    if (!now) throw new Conflict();
    throw new StaleVersion(now.version);
  }

  /** A case has been erased: what was said of it goes, that it was on the agenda stays. @throws StaleVersion */
  async eraseCase(id: string, caseId: string): Promise<void> {
    const meeting = await this.find(id);
    if (meeting === undefined) return;
    const { meeting: next, silenced } = withoutWordsOf(meeting, caseId);
    const events = (await this.events(id)).filter(({ detail }) => typeof detail['item'] === 'string' && silenced.has(detail['item']) && typeof detail['reason'] === 'string');
    for (const event of events) await this.#put({ pk: pkOf(id), sk: `EVENT#${event.at}#${event.id}`, event: { ...event, detail: { ...event.detail, reason: '' } } });
    // What it was forwarded with waits for another group.
    for (const { id: itemId, outcome } of meeting.items) {
      if (!silenced.has(itemId) || outcome?.toGroupId === undefined) continue;
      await asking(this.#documents.send(new DeleteCommand({ TableName: this.#table(), Key: { pk: waitingPk(outcome.toGroupId), sk: `${outcome.at}#${id}#${itemId}` } })));
    }
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [rowItem(this.#table(), { kind: 'put', row: rowOf(next), onVersion: meeting.version })] })));
    if (failed.length > 0) throw new StaleVersion(meeting.version);
  }

  async tellOnce(groupId: string, occasion: string, at: string, outbox: readonly OutboxEntry[]): Promise<'told' | 'told-before'> {
    const table = this.#table();
    const failed = await transact(() => this.#documents.send(new TransactWriteCommand({ TransactItems: [
      { Put: { TableName: table, Item: { pk: `MEETINGTOPLAN#${groupId}`, sk: occasion, at }, ConditionExpression: 'attribute_not_exists(pk)' } },
      ...outboxItems(table, `group-${groupId}`, at, occasion, outbox),
    ] })));
    return failed.length === 0 ? 'told' : 'told-before';
  }

  async #put(Item: Record<string, unknown>): Promise<void> {
    await asking(this.#documents.send(new PutCommand({ TableName: this.#table(), Item })));
  }
  async #under(pk: string, beginning = ''): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(this.#documents.send(new QueryCommand({
        TableName: this.#table(), ConsistentRead: true, KeyConditionExpression: beginning === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :beginning)',
        ExpressionAttributeValues: { ':pk': pk, ...(beginning !== '' && { ':beginning': beginning }) }, ...(start && { ExclusiveStartKey: start }),
      })));
      items.push(...answer.Items ?? []);
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return items;
  }
}
