import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface IssuerKeys {
  /** Private RSA key with `kid`, `alg` RS256: the only kind that an HTTP API's authorizer accepts. */
  readonly signing: JWK & { readonly kid: string };
  readonly cookies: readonly string[];
}

/** The keys of this data folder, made at the first start and kept. */
export async function loadIssuerKeys(db: DatabaseSync): Promise<IssuerKeys> {
  db.exec('CREATE TABLE IF NOT EXISTS oidc_keys (id INTEGER PRIMARY KEY CHECK (id = 1), keys TEXT NOT NULL) STRICT');
  const kept = db.prepare('SELECT keys FROM oidc_keys WHERE id = 1').get();
  if (kept) return parseKeys(String(kept['keys']));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' };
  const keys: IssuerKeys = { signing, cookies: [randomBytes(32).toString('base64url')] };
  db.prepare('INSERT INTO oidc_keys VALUES (1, ?) ON CONFLICT DO NOTHING').run(JSON.stringify(keys));
  return keys;
}

function parseKeys(text: string): IssuerKeys {
  const keys: IssuerKeys = JSON.parse(text);
  return keys;
}
