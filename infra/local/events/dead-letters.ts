import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { asText } from '../template/json.ts';

export interface DeadLetter {
  readonly id: string;
  readonly queueArn: string;
  /** Simulated, milliseconds since the epoch. */
  readonly at: number;
  readonly body: unknown;
}

/** The template's queues for what could not be delivered, kept as rows. */
export class DeadLetters {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('CREATE TABLE IF NOT EXISTS events_dead_letter (id TEXT PRIMARY KEY, queue_arn TEXT NOT NULL, at_ms INTEGER NOT NULL, body TEXT NOT NULL) STRICT');
  }

  put(queueArn: string, at: number, body: unknown): void {
    this.#db.prepare('INSERT INTO events_dead_letter VALUES (?, ?, ?, ?)').run(randomUUID(), queueArn, Math.floor(at), JSON.stringify(body));
  }

  count(queueArn: string): number {
    return Number(this.#db.prepare('SELECT count(*) AS letters FROM events_dead_letter WHERE queue_arn = ?').get(queueArn)?.['letters'] ?? 0);
  }

  /** Newest first. */
  list(): readonly DeadLetter[] {
    return this.#db
      .prepare('SELECT id, queue_arn, at_ms, body FROM events_dead_letter ORDER BY at_ms DESC, rowid DESC')
      .all()
      .map((row) => ({ id: String(row['id']), queueArn: String(row['queue_arn']), at: Number(row['at_ms']), body: JSON.parse(asText(row['body']) ?? 'null') }));
  }
}
