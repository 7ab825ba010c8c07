import type { DatabaseSync } from 'node:sqlite';
import { asList, asRecord, asText } from '../template/json.ts';
import { EngineError, type EngineClient } from './engine-client.ts';

export interface StreamRecord {
  readonly sequenceNumber: string;
  /** Real time, seconds since the epoch. */
  readonly createdAt: number;
  readonly record: Record<string, unknown>;
}

const streams = 'DynamoDBStreams_20120810';
const readLimit = 500;

/** Reads one table's stream from where the mapping has got to; that place is durable. */
export class StreamReader {
  readonly #db: DatabaseSync;
  readonly #engine: EngineClient;
  readonly #table: string;
  readonly #key: string;
  #stream: string | undefined;
  #iterator: string | undefined;

  constructor(db: DatabaseSync, engine: EngineClient, table: string, key: string) {
    this.#db = db;
    this.#engine = engine;
    this.#table = table;
    this.#key = key;
    db.exec('CREATE TABLE IF NOT EXISTS stream_checkpoint (mapping TEXT PRIMARY KEY, stream TEXT NOT NULL, sequence_number TEXT NOT NULL) STRICT');
  }

  /** The next records, oldest first; none when the stream has been read to its end. */
  async read(): Promise<readonly StreamRecord[]> {
    this.#iterator ??= await this.#open();
    if (this.#iterator === undefined) return [];
    try {
      const answer = await this.#engine.call(`${streams}.GetRecords`, { ShardIterator: this.#iterator, Limit: readLimit });
      this.#iterator = asText(answer['NextShardIterator']);
      return asList(answer['Records']).map((value) => {
        const record = asRecord(value);
        const change = asRecord(record['dynamodb']);
        return { record, sequenceNumber: String(change['SequenceNumber']), createdAt: Number(change['ApproximateCreationDateTime']) };
      });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // An expired or trimmed iterator: open again at the checkpoint.
      this.#iterator = undefined;
      return [];
    }
  }

  /** Everything up to and with this record is done. */
  keep(sequenceNumber: string): void {
    this.#db
      .prepare('INSERT INTO stream_checkpoint VALUES (?, ?, ?) ON CONFLICT (mapping) DO UPDATE SET stream = excluded.stream, sequence_number = excluded.sequence_number')
      .run(this.#key, this.#stream ?? '', sequenceNumber);
  }

  async #open(): Promise<string | undefined> {
    const table = asRecord((await this.#engine.call('DescribeTable', { TableName: this.#table }))['Table']);
    this.#stream = asText(table['LatestStreamArn']);
    if (this.#stream === undefined) throw new Error(`The table ${this.#table} has no stream`);
    const description = asRecord((await this.#engine.call(`${streams}.DescribeStream`, { StreamArn: this.#stream }))['StreamDescription']);
    const shard = asText(asRecord(asList(description['Shards'])[0])['ShardId']);
    if (shard === undefined) return undefined;
    const kept = this.#db.prepare('SELECT sequence_number FROM stream_checkpoint WHERE mapping = ? AND stream = ?').get(this.#key, this.#stream);
    const after = asText(kept?.['sequence_number']);
    const place = { StreamArn: this.#stream, ShardId: shard };
    const fromStart = { ...place, ShardIteratorType: 'TRIM_HORIZON' };
    const input = after === undefined ? fromStart : { ...place, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
    try {
      return asText((await this.#engine.call(`${streams}.GetShardIterator`, input))['ShardIterator']);
    } catch (error) {
      // The engine has trimmed what we had read.
      if (after !== undefined && error instanceof EngineError) return asText((await this.#engine.call(`${streams}.GetShardIterator`, fromStart))['ShardIterator']);
      throw error;
    }
  }
}
