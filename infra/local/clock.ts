import type { DatabaseSync } from 'node:sqlite';

/**
 * The simulated clock: a durable offset over real time, in milliseconds since the epoch.
 * It flows by itself and can only be moved forwards.
 */
export class Clock {
  readonly #db: DatabaseSync;
  #offset: number;
  #latest = 0;

  /** @param startAt where a new data folder's clock begins; ignored when the folder has one */
  constructor(db: DatabaseSync, startAt: number | undefined) {
    this.#db = db;
    db.exec('CREATE TABLE IF NOT EXISTS clock_offset (id INTEGER PRIMARY KEY CHECK (id = 1), offset_ms INTEGER NOT NULL) STRICT');
    const row = db.prepare('SELECT offset_ms FROM clock_offset WHERE id = 1').get();
    const kept = row?.['offset_ms'];
    this.#offset = typeof kept === 'number' ? kept : startAt === undefined ? 0 : startAt - Date.now();
    if (typeof kept !== 'number') this.#store();
  }

  now(): number {
    // Real time may step back (NTP); the clock both parties see must not.
    this.#latest = Math.max(this.#latest, Date.now() + this.#offset);
    return this.#latest;
  }

  /** Turns an instant of real time, such as a database engine's, into simulated time. */
  simulated(real: number): number {
    return real + this.#offset;
  }

  /** Moves to `instant`; one that has already passed changes nothing. */
  moveTo(instant: number): void {
    if (instant <= this.now()) return;
    this.#offset = instant - Date.now();
    this.#store();
  }

  #store(): void {
    this.#db.prepare('INSERT INTO clock_offset VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms').run(this.#offset);
  }
}
