import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** GuardDuty's word for what a scan found; it is the object's tag. */
export type ScanTag = 'NO_THREATS_FOUND' | 'THREATS_FOUND';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** With its quotation marks. */
  readonly etag: string;
  readonly contentType: string;
  readonly size: number;
  /** Simulated, milliseconds since the epoch. */
  readonly at: number;
  readonly scan: ScanTag | undefined;
}

/** Versioned objects in the runtime's own database: a backup of it holds the files too. */
export class ObjectStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(`
      CREATE TABLE IF NOT EXISTS s3_object (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version_id TEXT NOT NULL UNIQUE, etag TEXT NOT NULL,
        content_type TEXT NOT NULL, size INTEGER NOT NULL, at_ms INTEGER NOT NULL, scan TEXT, body BLOB NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS s3_object_key ON s3_object (bucket, key, sequence)`);
  }

  /** Writes a new version and lets `beside` write what goes with it, all or nothing. */
  put(object: Pick<StoredObject, 'bucket' | 'key' | 'contentType' | 'at' | 'scan'>, body: Buffer, beside: (stored: StoredObject) => void): StoredObject {
    const stored = { ...object, at: Math.floor(object.at), versionId: randomBytes(24).toString('base64url'), etag: `"${createHash('md5').update(body).digest('hex')}"`, size: body.length };
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      this.#db.prepare('INSERT INTO s3_object (bucket, key, version_id, etag, content_type, size, at_ms, scan, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(stored.bucket, stored.key, stored.versionId, stored.etag, stored.contentType, stored.size, stored.at, stored.scan ?? null, body);
      beside(stored);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
    return stored;
  }

  /** The named version, or the latest. */
  find(bucket: string, key: string, versionId?: string): StoredObject | undefined {
    const columns = 'SELECT version_id, etag, content_type, size, at_ms, scan FROM s3_object WHERE bucket = ? AND key = ?';
    const row = versionId === undefined
      ? this.#db.prepare(`${columns} ORDER BY sequence DESC LIMIT 1`).get(bucket, key)
      : this.#db.prepare(`${columns} AND version_id = ?`).get(bucket, key, versionId);
    if (!row) return undefined;
    const scan = row['scan'];
    return {
      bucket, key, versionId: String(row['version_id']), etag: String(row['etag']), contentType: String(row['content_type']),
      size: Number(row['size']), at: Number(row['at_ms']), scan: scan === 'NO_THREATS_FOUND' || scan === 'THREATS_FOUND' ? scan : undefined,
    };
  }

  /** Versions whose keys begin so, in their order; at most a page of them. */
  versions(bucket: string, prefix: string): readonly Pick<StoredObject, 'key' | 'versionId'>[] {
    return this.#db.prepare('SELECT key, version_id FROM s3_object WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key, sequence DESC LIMIT 1000').all(bucket, prefix, prefix)
      .map((row) => ({ key: String(row['key']), versionId: String(row['version_id']) }));
  }

  /** For good. A version that is not there is gone already. */
  remove(bucket: string, key: string, versionId: string): void {
    this.#db.prepare('DELETE FROM s3_object WHERE bucket = ? AND key = ? AND version_id = ?').run(bucket, key, versionId);
  }

  body({ versionId }: StoredObject): Buffer {
    const body = this.#db.prepare('SELECT body FROM s3_object WHERE version_id = ?').get(versionId)?.['body'];
    return body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0);
  }
}
