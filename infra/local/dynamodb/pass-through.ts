import type { IncomingHttpHeaders } from 'node:http';
import type { WireAnswer } from '../aws-endpoint.ts';
import type { EngineClient } from './engine-client.ts';

/** Actions after which a table's stream may have new records. */
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems', 'ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction']);
/** Actions that carry items only; their bodies pass byte for byte. */
const reads = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

const engineArn = 'arn:aws:dynamodb:dynoxide:000000000000:';

/** DynamoDB and its streams, passed on to the engine. */
export class DynamoDbPassThrough {
  readonly #engine: EngineClient;
  readonly #ownArn: string;
  readonly #written: () => void;
  #writeCount = 0;

  constructor(engine: EngineClient, place: { region: string; accountId: string }, written: () => void) {
    this.#engine = engine;
    this.#ownArn = `arn:aws:dynamodb:${place.region}:${place.accountId}:`;
    this.#written = written;
  }

  /** Writes so far; tells whether something happened in between. */
  get writeCount(): number {
    return this.#writeCount;
  }

  async handle(headers: IncomingHttpHeaders, body: Buffer): Promise<WireAnswer> {
    const target = String(headers['x-amz-target'] ?? '');
    const action = target.split('.')[1] ?? '';
    const isItems = writes.has(action) || reads.has(action);
    const answer = await this.#engine.forward(
      {
        'x-amz-target': target,
        'content-type': String(headers['content-type'] ?? 'application/x-amz-json-1.0'),
        authorization: String(headers.authorization ?? ''),
        'x-amz-date': String(headers['x-amz-date'] ?? ''),
      },
      isItems ? body : body.toString().replaceAll(this.#ownArn, engineArn),
    );
    if (writes.has(action)) {
      this.#writeCount += 1;
      this.#written();
    }
    const kept = ['content-type', 'x-amzn-requestid', ...(isItems ? ['x-amz-crc32'] : [])];
    return {
      status: answer.status,
      headers: Object.fromEntries(kept.flatMap((name) => (typeof answer.headers[name] === 'string' ? [[name, answer.headers[name]]] : []))),
      // The engine names a region of its own; the checksum is left out where that is put right.
      body: isItems ? answer.body : answer.body.toString().replaceAll(engineArn, this.#ownArn),
    };
  }
}
