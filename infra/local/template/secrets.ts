import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { asFlag, asNumber, asRecord, asText } from './json.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** Generated secrets: random at first use, then the same for the life of the data folder. */
export class Secrets {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('CREATE TABLE IF NOT EXISTS template_secret (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  }

  /**
   * The secret's string.
   *
   * @param name stable name of the secret
   * @param properties of the `AWS::SecretsManager::Secret`: `SecretString` or `GenerateSecretString`
   */
  value(name: string, properties: Record<string, unknown>): string {
    const given = asText(properties['SecretString']);
    if (given !== undefined) return given;
    const kept = asText(this.#db.prepare('SELECT value FROM template_secret WHERE name = ?').get(name)?.['value']);
    if (kept !== undefined) return kept;
    const value = generate(asRecord(properties['GenerateSecretString']));
    this.#db.prepare('INSERT INTO template_secret VALUES (?, ?)').run(name, value);
    return value;
  }
}

function generate(rule: Record<string, unknown>): string {
  const excluded = new Set(asText(rule['ExcludeCharacters']) ?? '');
  const alphabet = [
    asFlag(rule['ExcludeLowercase']) ? '' : lower,
    asFlag(rule['ExcludeUppercase']) ? '' : lower.toUpperCase(),
    asFlag(rule['ExcludeNumbers']) ? '' : digits,
    asFlag(rule['ExcludePunctuation']) ? '' : punctuation,
    asFlag(rule['IncludeSpace']) ? ' ' : '',
  ]
    .join('')
    .split('')
    .filter((character) => !excluded.has(character));
  if (alphabet.length === 0) throw new Error('A GenerateSecretString excludes every character');
  const password = Array.from({ length: asNumber(rule['PasswordLength']) ?? 32 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const key = asText(rule['GenerateStringKey']);
  return key === undefined ? password : JSON.stringify({ ...asRecord(JSON.parse(asText(rule['SecretStringTemplate']) ?? '{}')), [key]: password });
}
