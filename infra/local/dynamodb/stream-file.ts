import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Records of a stream live 24 hours, by real time. */
const retentionSeconds = 86_400;
const patienceMilliseconds = 5000;

/**
 * Lets go of stream records that AWS would have let go of: the engine keeps them for ever. Each table's newest stays,
 * because the engine counts on from it. Only while no engine has the file.
 *
 * @param file the engine's
 */
export function trimStreams(file: string): void {
  if (!existsSync(file)) return;
  inFile(file, (db) => {
    db.prepare('DELETE FROM _stream_records WHERE created_at < ? AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)')
      .run(Math.floor(Date.now() / 1000) - retentionSeconds);
  });
}

/**
 * The engine (dynoxide 1.2.1) looks through all stream records for the next sequence number of each record it writes, and
 * for each read; with an index on what it asks for, a write costs the same however long the stream is. SQLite lets
 * another connection add one to a file in use.
 */
export function indexStreams(file: string): void {
  inFile(file, (db) => db.exec('CREATE INDEX IF NOT EXISTS brygga_stream_place ON _stream_records (table_name, CAST(sequence_number AS INTEGER))'));
}

/** Another version of the engine may keep its records otherwise: then it is as fast as it is by itself. */
function inFile(file: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file, { timeout: patienceMilliseconds });
  try {
    if (db.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_stream_records'`).get() !== undefined) work(db);
  } finally {
    db.close();
  }
}
