import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Queries, text } from '../store/row.ts';

const NONCE_BYTES = 24;

/** Mints task tokens and tells a token of this store from anything else, also after its task is gone. */
export class TaskTokens {
  private readonly secret: string;

  constructor(queries: Queries) {
    queries.run('INSERT OR IGNORE INTO sfn_secret (id, value) VALUES (1, ?)', randomBytes(32).toString('base64'));
    const row = queries.one('SELECT value FROM sfn_secret WHERE id = 1');
    this.secret = row === undefined ? '' : text(row, 'value');
  }

  mint(): string {
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([nonce, this.seal(nonce)]).toString('base64');
  }

  isGenuine(token: string): boolean {
    const bytes = Buffer.from(token, 'base64');
    const seal = bytes.subarray(NONCE_BYTES);
    const expected = this.seal(bytes.subarray(0, NONCE_BYTES));
    return seal.length === expected.length && timingSafeEqual(seal, expected);
  }

  private seal(nonce: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(nonce).digest();
  }
}
