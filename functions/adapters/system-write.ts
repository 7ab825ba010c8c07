import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Case } from '../domain/case.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { tracksOf, type TrackOfCase } from '../domain/tracks.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import type { AccessEntry, LoadedCase, SystemWrite, SystemWriteOutcome } from '../use-cases/ports.ts';
import { accessRowOn } from './access-log.ts';
import { chainedEvents } from './chained-events.ts';
import { caseKey, executionState } from './case-row.ts';
import { eventItems, idempotencyItem, outboxItems, rowItem, settingAll, type StoreTables } from './case-write.ts';
import { grantRow } from './grant-rows.ts';
import { transact } from './store-errors.ts';

const attempts = 8;

const isWaitedFor = (concerned: Case, track: TrackOfCase): boolean =>
  tracksOf(concerned).some(({ machine, generation, run }) => machine === track.machine && generation === track.generation && run === track.run);

const holds = (concerned: Case, { expected }: SystemWrite): boolean =>
  (expected.generation === undefined || expected.generation === concerned.generation)
  && (expected.clockRevision === undefined || expected.clockRevision === concerned.clockRevision)
  && (expected.stopped === undefined || expected.stopped === concerned.stopped)
  && (expected.track === undefined || isWaitedFor(concerned, expected.track))
  && (expected.status === undefined || expected.status === concerned.status)
  && (expected.stepsNotTaken ?? []).every((step) => concerned.steps[step] === undefined);

/** Attributes beside `case`, and inside it the generation and the bounce alone: never what people edit. */
const changesOf = (concerned: Case, write: SystemWrite) => {
  const overdue = write.overdue ?? concerned.overdue;
  const stopped = write.stopped ?? concerned.stopped;
  return {
    steps: { ...concerned.steps, ...write.steps },
    overdue,
    stopped,
    executionKey: executionState({ ...concerned, overdue, stopped }),
    generation: write.generation ?? concerned.generation,
    ...(write.trackRuns && { trackRuns: write.trackRuns }),
  };
};

/** L5: what the system does to a case by itself, or lets time do. */
const systemAccess = ({ patientKey }: LoadedCase, { caseId, at, events }: SystemWrite): AccessEntry =>
  ({ at, userId: 'system', principal: null, unitId: null, operation: events[0]?.type ?? 'lifecycle', kind: 'write', caseId, patientKey });

const itemsOf = (tables: StoreTables, loaded: LoadedCase, write: SystemWrite) => {
  const table = tables.cases();
  const chained = chainedEvents(write.events, loaded.chain, 'older');
  const set = settingAll({ ...changesOf(loaded.case, write), ...(chained.head && { chain: chained.head }) });
  const bounced = write.bounced !== undefined && loaded.case.direction === 'outgoing' && loaded.case.request?.epoch === write.bounced.epoch ? write.bounced.at : undefined;
  return [
    {
      Update: {
        TableName: table,
        Key: caseKey(write.caseId),
        UpdateExpression: [
          `${set.expression}, #system = :nextSystem`,
          ...(write.generation === undefined ? [] : ['#case.#generation = :generation']),
          // What the console's list shows of it.
          ...(write.trackRuns === undefined ? [] : ['#summary.#tracks = :tracks']),
          ...(write.recurrence === undefined ? [] : ['#case.#recurrence = :recurrence', '#summary.#recurring = :recurring']),
          ...(bounced === undefined ? [] : ['#case.#request.#bouncedAt = :bouncedAt']),
        ].join(', '),
        ConditionExpression: '#version = :seen AND #system = :seenSystem',
        ExpressionAttributeNames: {
          ...set.names, '#version': 'version', '#system': 'systemRevision',
          ...(write.generation !== undefined && { '#case': 'case', '#generation': 'generation' }),
          ...(write.recurrence !== undefined && { '#case': 'case', '#summary': 'summary', '#recurrence': 'recurrence', '#recurring': 'recurring' }),
          ...(write.trackRuns !== undefined && { '#summary': 'summary', '#tracks': 'tracks' }),
          ...(bounced !== undefined && { '#case': 'case', '#request': 'request', '#bouncedAt': 'bouncedAt' }),
        },
        ExpressionAttributeValues: {
          ...set.values, ':seen': loaded.case.version, ':seenSystem': loaded.systemRevision, ':nextSystem': loaded.systemRevision + 1,
          ...(write.generation !== undefined && { ':generation': write.generation }),
          ...(write.recurrence !== undefined && { ':recurrence': write.recurrence, ':recurring': isRecurring({ ...loaded.case, recurrence: write.recurrence }) }),
          ...(write.trackRuns !== undefined && { ':tracks': tracksOf({ ...loaded.case, trackRuns: write.trackRuns }) }),
          ...(bounced !== undefined && { ':bouncedAt': bounced }),
        },
      },
    },
    ...eventItems(table, loaded.case, chained),
    ...outboxItems(table, write.caseId, write.at, `s${String(loaded.systemRevision + 1).padStart(5, '0')}`, write.outbox),
    ...(write.alongside ?? []).map((row) => rowItem(table, row)),
    ...(write.grant ? [{ Put: { TableName: table, Item: grantRow(write.grant) } }] : []),
    ...(write.idempotency ? [idempotencyItem(table, write.idempotency, write.at)] : []),
    ...(write.access === null ? [] : [{ Put: { TableName: tables.accessLog(), Item: accessRowOn(loaded.case, write.access ?? systemAccess(loaded, write)) } }]),
  ];
};

/**
 * Reads the case (unless it was just seen), checks the expectations and writes on condition that the case is still as it was read; somebody else's
 * write in between only means to look again. @throws NotFound, Conflict (an `alongside` condition, or endless contention), Throttled
 */
export const recordSystemWrite = async (
  documents: DynamoDBDocumentClient, tables: StoreTables, load: (caseId: string) => Promise<LoadedCase | undefined>, write: SystemWrite, seen?: LoadedCase,
): Promise<SystemWriteOutcome> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const loaded = attempt === 0 && seen !== undefined ? seen : await load(write.caseId);
    if (!loaded) throw new NotFound('case');
    if (!holds(loaded.case, write)) {
      if (loaded === seen) continue;
      return 'moved-on';
    }
    const items = itemsOf(tables, loaded, write);
    const failed = await transact(() => documents.send(new TransactWriteCommand({ TransactItems: items })));
    if (failed.length === 0) return 'written';
    if (!failed.some(({ index }) => index === 0)) throw new Conflict('A row written beside the case has changed');
  }
  throw new Conflict();
};
