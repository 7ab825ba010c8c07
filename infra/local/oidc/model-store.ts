import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** What oidc-provider asks of an adapter of one model. */
export interface ModelAdapter {
  upsert(id: string, payload: object, expiresIn: number | undefined): Promise<void>;
  find(id: string): Promise<object | undefined>;
  findByUid(uid: string): Promise<object | undefined>;
  findByUserCode(userCode: string): Promise<object | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

/** Sessions, codes, grants and refresh tokens as rows, so that nobody is signed out by a restart. Real time. */
export class ModelStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(`
      CREATE TABLE IF NOT EXISTS oidc_model (
        model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT, expires_at INTEGER,
        PRIMARY KEY (model, id)
      ) STRICT;
      CREATE INDEX IF NOT EXISTS oidc_model_grant ON oidc_model (grant_id) WHERE grant_id IS NOT NULL;
      CREATE INDEX IF NOT EXISTS oidc_model_uid ON oidc_model (model, uid) WHERE uid IS NOT NULL;
    `);
    db.prepare('DELETE FROM oidc_model WHERE expires_at <= ?').run(Date.now());
  }

  adapter(model: string): ModelAdapter {
    const db = this.#db;
    const one = (column: 'id' | 'uid' | 'user_code', value: string): object | undefined =>
      payloadOf(db.prepare(`SELECT payload, expires_at FROM oidc_model WHERE model = ? AND ${column} = ?`).get(model, value));
    return {
      upsert: async (id, payload, expiresIn) => {
        const fields = new Map(Object.entries(payload));
        db.prepare(
          `INSERT INTO oidc_model VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (model, id) DO UPDATE SET
             payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
        ).run(
          model, id, JSON.stringify(payload), column(fields.get('grantId')), column(fields.get('uid')), column(fields.get('userCode')),
          expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
        );
      },
      find: async (id) => one('id', id),
      findByUid: async (uid) => one('uid', uid),
      findByUserCode: async (userCode) => one('user_code', userCode),
      consume: async (id) => {
        db.prepare("UPDATE oidc_model SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?").run(Math.floor(Date.now() / 1000), model, id);
      },
      destroy: async (id) => {
        db.prepare('DELETE FROM oidc_model WHERE model = ? AND id = ?').run(model, id);
      },
      revokeByGrantId: async (grantId) => {
        db.prepare('DELETE FROM oidc_model WHERE grant_id = ? AND model = ?').run(grantId, model);
      },
    };
  }
}

function column(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function payloadOf(row: Record<string, SQLOutputValue> | undefined): object | undefined {
  if (!row) return undefined;
  const expiresAt = row['expires_at'];
  if (typeof expiresAt === 'number' && expiresAt <= Date.now()) return undefined;
  const payload: object = JSON.parse(String(row['payload']));
  return payload;
}
