import type { Instant } from '../domain/case.ts';
import { Conflict, Throttled } from '../domain/errors.ts';
import { isTrack, type LettersEntry, type OutboxRow } from '../domain/outbox.ts';
import type { Machine } from '../domain/vocabulary.ts';
import { deliverDescriptionMail } from './deliver-description-mail.ts';
import { deliverIntakeCode } from './deliver-intake-code.ts';
import { deliverMail } from './deliver-mail.ts';
import { deliverPartyMail } from './deliver-party-mail.ts';
import { deliverNotice } from './deliver-notice.ts';
import { errorFields } from './ports-log.ts';
import type { DeliveryPath, RelayPorts } from './ports-relay.ts';

/** A row that the stream saw, by its key: the row itself is read again, because it may have been delivered since. */
export interface OutboxKey {
  readonly caseId: string;
  readonly id: string;
}

/**
 * Delivers the rows of a batch, those of one case in order, the cases beside each other. Returns those that are worth
 * another try at once; a row that fails otherwise stays pending, is logged, and waits for the sweep: it blocks nobody.
 * What was delivered goes together at the end; a batch that is cut off before is delivered again, which changes nothing.
 */
export async function deliverOutbox(ports: RelayPorts, keys: readonly OutboxKey[]): Promise<readonly OutboxKey[]> {
  const rows = await ports.outbox.findAll(keys).catch(() => undefined);
  if (rows === undefined) return keys;
  const now = newestOf(rows);
  const delivered: OutboxRow[] = [];
  const again: OutboxKey[] = [];
  await Promise.all([...Map.groupBy(rows, ({ caseId }) => caseId).values()].map(async (ofCase) => {
    for (const row of ofCase) {
      const outcome = await attempt(ports, row, now, 'stream');
      if (outcome === 'delivered') delivered.push(row);
      else if (outcome === 'later') again.push(row);
    }
  }));
  try {
    await ports.outbox.deliveredAll(delivered);
  } catch (error) {
    ports.log.warn('outbox-failed', { count: delivered.length, ...errorFields(error) });
    again.push(...delivered);
  }
  return again;
}

/**
 * A stream has no clock: it is at least as late as the newest row of the batch was written, so that a stream that catches
 * up finds a code that has run out.
 */
const newestOf = (rows: readonly OutboxRow[]): Instant => rows.reduce((newest, { at }) => (at > newest ? at : newest), '');

/** One row, which goes when it is delivered. `later`: somebody asks to wait. `failed`: logged; the row stays pending. */
export async function deliverRow(ports: RelayPorts, row: OutboxRow, now: Instant, path: DeliveryPath): Promise<'delivered' | 'later' | 'failed'> {
  const outcome = await attempt(ports, row, now, path);
  if (outcome !== 'delivered') return outcome;
  try {
    await ports.outbox.deliveredAll([row]);
    return 'delivered';
  } catch (error) {
    ports.log.warn('outbox-failed', { caseId: row.caseId, outboxId: row.id, ...errorFields(error) });
    return 'later';
  }
}

async function attempt(ports: RelayPorts, row: OutboxRow, now: Instant, path: DeliveryPath): Promise<'delivered' | 'later' | 'failed'> {
  const fields = { caseId: row.caseId, outboxId: row.id, outboxKind: row.entry.kind };
  try {
    await deliver(ports, row, now, path);
    ports.log.info('outbox-delivered', fields);
    return 'delivered';
  } catch (error) {
    const later = error instanceof Throttled || error instanceof Conflict;
    ports.log[later ? 'warn' : 'error']('outbox-failed', { ...fields, ...errorFields(error) });
    return later ? 'later' : 'failed';
  }
}

async function deliver(ports: RelayPorts, row: OutboxRow, now: Instant, path: DeliveryPath): Promise<void> {
  const { entry } = row;
  switch (entry.kind) {
    case 'start':
      // The name makes it idempotent: an execution that exists was started by an earlier delivery.
      await ports.executions.start(entry.machine ?? 'outgoing-deviation', entry.executionName, { caseId: entry.caseId, generation: entry.generation });
      return;
    case 'signal':
      return completeWait(ports, entry.caseId, entry.machine);
    case 'stop':
      await ports.executions.stop(entry.machine ?? 'outgoing-deviation', entry.executionName);
      return;
    case 'redrive': {
      const outcome = await ports.executions.redrive(entry.machine ?? 'outgoing-deviation', entry.executionName, entry.clientToken);
      // Where it did not go on after all, the sweep finds the case without a running execution and marks it again.
      if (outcome === 'not-redrivable') ports.log.warn('redrive-refused', { caseId: entry.caseId, executionName: entry.executionName });
      return;
    }
    case 'mail':
      return deliverMail(ports, { entry, now, path });
    case 'notice':
      return deliverNotice(ports, { entry, now, path });
    case 'descriptionMail':
      return deliverDescriptionMail(ports, { entry, now, path });
    case 'partyMail':
      return deliverPartyMail(ports, { entry, now, path });
    case 'letters':
      return deliverLetters(ports, entry, { now, path });
    case 'intakeCode':
      return deliverIntakeCode(ports, { entry, now, path });
  }
}

/** Each is tried; the row stays for those that failed, and what has gone does not go again. */
async function deliverLetters(ports: RelayPorts, { letters }: LettersEntry, how: { readonly now: Instant; readonly path: DeliveryPath }): Promise<void> {
  const failures: unknown[] = [];
  for (const entry of letters) {
    try {
      await (entry.kind === 'mail' ? deliverMail(ports, { entry, ...how }) : deliverNotice(ports, { entry, ...how }));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * Completes the registered wait of the case, or of a track. Without one there is nothing to do: a wait that registers after the command
 * finds the case moved on, and completes itself.
 */
async function completeWait(ports: RelayPorts, caseId: string, machine: Machine | undefined): Promise<void> {
  const wait = await ports.waits.find(caseId, isTrack(machine) ? machine : undefined);
  if (wait === undefined) return;
  const outcome = await ports.executions.complete(wait.token);
  ports.log.info(outcome === 'completed' ? 'wait-completed' : 'wait-gone', { caseId, generation: wait.generation });
  await ports.waits.clear(wait);
}
