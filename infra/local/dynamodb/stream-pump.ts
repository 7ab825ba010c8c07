import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../clock-steps.ts';
import type { DeadLetters } from '../events/dead-letters.ts';
import type { FunctionResult } from '../states/step-functions.ts';
import { asList, asRecord } from '../template/json.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';
import type { StreamReader, StreamRecord } from './stream-reader.ts';

/** Real time between looks at a stream that nobody has written to through our endpoint. */
const lookMilliseconds = 1000;
const longestBackOff = 60_000;

export interface StreamPumpDependencies {
  readonly mapping: EventSourceMapping;
  readonly reader: StreamReader;
  readonly invokeFunction: (functionName: string, payload: unknown) => Promise<FunctionResult>;
  readonly deadLetters: DeadLetters;
  /** Simulated now, and real instants as simulated ones; milliseconds. */
  readonly clock: { now(): number; simulated(real: number): number };
  readonly region: string;
  readonly onBroken: (error: unknown) => void;
  /** Tests only: what the function gets instead of the records. */
  readonly disturb?: ((records: readonly Record<string, unknown>[]) => readonly Record<string, unknown>[]) | undefined;
}

/**
 * Brings a table's changes to a function in order, at least once, as an event source mapping does.
 * A batch is delivered as soon as it is there (no batching window, one shard). The first retries come
 * at once, later ones with growing pauses by the simulated clock.
 */
export class StreamPump implements TimeSource {
  readonly what = 'stream retry';
  readonly #dependencies: StreamPumpDependencies;
  #dirty = true;
  #resting = false;
  #closed = false;
  #retryAt: number | undefined;
  #wakeUp: () => void = () => undefined;
  #restWaiters: (() => void)[] = [];
  #loop: Promise<void> = Promise.resolve();

  constructor(dependencies: StreamPumpDependencies) {
    this.#dependencies = dependencies;
  }

  start(): void {
    this.#loop = this.#run().catch((error: unknown) => {
      if (!this.#closed) this.#dependencies.onBroken(error);
    });
  }

  /** The table may have been written to. */
  wake(): void {
    this.#dirty = true;
    if (this.#retryAt === undefined) this.#wakeUp();
  }

  nextDue(): number | undefined {
    return this.#retryAt;
  }

  runDue(): void {
    if (this.#retryAt === undefined || this.#retryAt > this.#dependencies.clock.now()) return;
    this.#retryAt = undefined;
    this.#resting = false;
    this.#wakeUp();
  }

  /** Resolves when all that was written has been delivered, or waits for a later retry. */
  idle(): Promise<void> {
    if (this.#closed || (this.#resting && (!this.#dirty || this.#retryAt !== undefined))) return Promise.resolve();
    return new Promise((resolve) => this.#restWaiters.push(resolve));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeUp();
    await this.#loop;
    this.#atRest();
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#dirty = false;
      const records = await this.#dependencies.reader.read();
      if (records.length > 0) await this.#deliverAll(records);
      else if (!this.#dirty) await this.#rest(lookMilliseconds);
    }
  }

  async #rest(milliseconds: number | undefined): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
      if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds).unref();
      this.#atRest();
      if (this.#closed || (milliseconds !== undefined && this.#dirty)) resolve();
    });
    clearTimeout(timer);
    this.#resting = false;
  }

  #atRest(): void {
    this.#resting = true;
    for (const resolve of this.#restWaiters.splice(0)) resolve();
  }

  async #deliverAll(records: readonly StreamRecord[]): Promise<void> {
    const { mapping, reader } = this.#dependencies;
    let batch: StreamRecord[] = [];
    for (const record of records) {
      if (mapping.wants(record.record)) batch.push(record);
      if (batch.length === mapping.batchSize) {
        await this.#deliver(batch, 0);
        batch = [];
      }
    }
    await this.#deliver(batch, 0);
    const last = records.at(-1);
    if (last && !this.#closed) reader.keep(last.sequenceNumber);
  }

  /** Delivers until each record is done or given up. */
  async #deliver(batch: readonly StreamRecord[], earlierAttempts: number): Promise<void> {
    const { mapping, reader } = this.#dependencies;
    let rest = batch;
    for (let attempt = earlierAttempts; rest.length > 0 && !this.#closed; attempt += 1) {
      const failed = await this.#attempt(rest);
      if (this.#closed) return;
      const done = rest.slice(0, rest.length - failed.records.length).at(-1);
      if (done) reader.keep(done.sequenceNumber);
      if (failed.records.length === 0) return;
      if (failed.records.length < rest.length) attempt = earlierAttempts;
      rest = failed.records;
      const spent = mapping.maximumRetryAttempts >= 0 && attempt >= mapping.maximumRetryAttempts;
      if (mapping.bisects && rest.length > 1 && !failed.partly) {
        const middle = Math.ceil(rest.length / 2);
        await this.#deliver(rest.slice(0, middle), attempt);
        rest = rest.slice(middle);
        attempt -= 1;
        continue;
      }
      rest = this.#giveUp(rest, spent ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded', spent ? () => true : (record) => this.#isTooOld(record), attempt, failed.error);
      if (rest.length > 0) await this.#backOff(attempt);
    }
  }

  async #attempt(batch: readonly StreamRecord[]): Promise<{ records: readonly StreamRecord[]; partly: boolean; error: string }> {
    const { mapping, invokeFunction, clock, region, disturb = (records) => records } = this.#dependencies;
    const Records = batch.map(({ record, createdAt }) => ({
      ...record,
      awsRegion: region,
      eventSourceARN: mapping.streamArn,
      dynamodb: { ...asRecord(record['dynamodb']), ApproximateCreationDateTime: Math.floor(clock.simulated(createdAt * 1000) / 1000) },
    }));
    const result = await invokeFunction(mapping.functionName, { Records: disturb(Records) });
    if (!result.ok) return { records: batch, partly: false, error: result.errorType };
    if (!mapping.reportsItemFailures) return { records: [], partly: false, error: '' };
    const failures = asList(asRecord(result.payload)['batchItemFailures']).map((failure) => asRecord(failure)['itemIdentifier']);
    if (failures.length === 0) return { records: [], partly: false, error: '' };
    const first = batch.findIndex(({ sequenceNumber }) => failures.includes(sequenceNumber));
    // An identifier that is not in the batch makes all of it failed, as on AWS.
    return { records: batch.slice(Math.max(first, 0)), partly: true, error: 'ReportedItemFailure' };
  }

  /** Puts the records that are given up into the destination, and gives the others. */
  #giveUp(records: readonly StreamRecord[], condition: string, isOver: (record: StreamRecord) => boolean, attempt: number, error: string): readonly StreamRecord[] {
    const { mapping, reader, deadLetters, clock } = this.#dependencies;
    const over = records.filter(isOver);
    const [first, last] = [over[0], over.at(-1)];
    if (first === undefined || last === undefined) return records;
    if (mapping.onFailure !== undefined) {
      deadLetters.put(mapping.onFailure, clock.now(), {
        requestContext: { requestId: randomUUID(), functionArn: mapping.functionName, condition, approximateInvokeCount: attempt + 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: error },
        version: '1.0',
        timestamp: new Date(clock.now()).toISOString(),
        DDBStreamBatchInfo: { shardId: 'local', startSequenceNumber: first.sequenceNumber, endSequenceNumber: last.sequenceNumber, batchSize: over.length, streamArn: mapping.streamArn },
      });
    }
    if (over.length === records.length) reader.keep(last.sequenceNumber);
    return records.filter((record) => !over.includes(record));
  }

  #isTooOld({ createdAt }: StreamRecord): boolean {
    const { mapping, clock } = this.#dependencies;
    return clock.now() - clock.simulated(createdAt * 1000) > mapping.maximumRecordAgeSeconds * 1000;
  }

  async #backOff(attempt: number): Promise<void> {
    if (attempt < 2) return;
    this.#retryAt = this.#dependencies.clock.now() + Math.min(longestBackOff, 1000 * 2 ** (attempt - 2));
    await this.#rest(undefined);
    this.#retryAt = undefined;
  }
}
