import type { DatabaseSync } from 'node:sqlite';

/**
 * The interpreter's tables. Only rows that can move carry `lane` or `due`, and both indexes are partial:
 * finding work is proportional to the work, not to the executions that rest.
 */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS sfn_secret (id INTEGER PRIMARY KEY CHECK (id = 1), value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS sfn_machine (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, role TEXT NOT NULL,
      definition TEXT NOT NULL, settings TEXT NOT NULL, tags TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, revision TEXT
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sfn_definition (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sfn_execution (
      id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
      role TEXT NOT NULL, revision TEXT, settings TEXT NOT NULL, machine_updated INTEGER NOT NULL, trace TEXT,
      status TEXT NOT NULL, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
      started INTEGER NOT NULL, stopped INTEGER, redrives INTEGER NOT NULL, redriven INTEGER, timeout_at INTEGER, next_event INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS sfn_execution_machine ON sfn_execution (machine, started, id);
    CREATE INDEX IF NOT EXISTS sfn_execution_status ON sfn_execution (machine, status, started, id);
    CREATE INDEX IF NOT EXISTS sfn_execution_due ON sfn_execution (timeout_at) WHERE timeout_at IS NOT NULL;
    CREATE TABLE IF NOT EXISTS sfn_frame (
      id INTEGER PRIMARY KEY, execution INTEGER NOT NULL, parent INTEGER, position INTEGER NOT NULL, path TEXT NOT NULL,
      state TEXT NOT NULL, phase TEXT NOT NULL, input TEXT NOT NULL, variables TEXT NOT NULL, item TEXT, output TEXT,
      entered_at INTEGER NOT NULL, entered_event INTEGER NOT NULL, last_event INTEGER NOT NULL,
      retry_count INTEGER NOT NULL, retriers TEXT NOT NULL, attempt INTEGER NOT NULL, call TEXT, token TEXT, outcome TEXT, fork TEXT,
      wake_at INTEGER, timeout_at INTEGER, heartbeat_at INTEGER, heartbeat_seconds INTEGER,
      due INTEGER, lane TEXT, queued INTEGER NOT NULL, revision INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS sfn_frame_execution ON sfn_frame (execution);
    CREATE INDEX IF NOT EXISTS sfn_frame_parent ON sfn_frame (parent, position) WHERE parent IS NOT NULL;
    CREATE INDEX IF NOT EXISTS sfn_frame_token ON sfn_frame (token) WHERE token IS NOT NULL;
    CREATE INDEX IF NOT EXISTS sfn_frame_lane ON sfn_frame (lane, queued) WHERE lane IS NOT NULL;
    CREATE INDEX IF NOT EXISTS sfn_frame_due ON sfn_frame (due, id) WHERE due IS NOT NULL;
    CREATE TABLE IF NOT EXISTS sfn_event (
      execution INTEGER NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, previous INTEGER NOT NULL, details TEXT NOT NULL,
      PRIMARY KEY (execution, id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sfn_redrive (execution INTEGER NOT NULL, token TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (execution, token)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sfn_status_change (id INTEGER PRIMARY KEY, detail TEXT NOT NULL);
  `);
}
