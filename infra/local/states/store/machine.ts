import { createHash } from 'node:crypto';
import { integer, type Queries, type Row, text, textOrNull } from './row.ts';

/** A deployed state machine. `settings` and `tags` are JSON; logging and tracing are kept and returned, not acted on. */
export interface DeployedMachine {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly status: 'ACTIVE' | 'DELETING';
  readonly role: string;
  readonly definition: string;
  readonly settings: string;
  readonly tags: string;
  readonly created: number;
  readonly updated: number;
  readonly revisionId: string | null;
}

export function saveMachine(queries: Queries, machine: DeployedMachine): void {
  queries.run(
    `INSERT OR REPLACE INTO sfn_machine (arn, name, type, status, role, definition, settings, tags, created, updated, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    machine.arn, machine.name, machine.type, machine.status, machine.role, machine.definition, machine.settings, machine.tags,
    machine.created, machine.updated, machine.revisionId,
  );
}

export function machineByArn(queries: Queries, arn: string): DeployedMachine | undefined {
  const row = queries.one('SELECT * FROM sfn_machine WHERE arn = ?', arn);
  return row === undefined ? undefined : toMachine(row);
}

export function isBeingDeleted(queries: Queries, arn: string): boolean {
  return queries.one(`SELECT 1 FROM sfn_machine WHERE arn = ? AND status = 'DELETING'`, arn) !== undefined;
}

/** A machine being deleted goes when its last execution has ended. */
export function removeDeletedMachine(queries: Queries, arn: string): void {
  queries.run(
    `DELETE FROM sfn_machine WHERE arn = ? AND status = 'DELETING'
       AND NOT EXISTS (SELECT 1 FROM sfn_execution WHERE machine = sfn_machine.arn AND status = 'RUNNING')`,
    arn,
  );
}

/** Keeps a definition once, whatever the number of executions that run on it. Returns its hash. */
export function keepDefinition(queries: Queries, definition: string): string {
  const hash = createHash('sha256').update(definition).digest('hex');
  queries.run('INSERT OR IGNORE INTO sfn_definition (hash, text) VALUES (?, ?)', hash, definition);
  return hash;
}

export function definitionByHash(queries: Queries, hash: string): string {
  const row = queries.one('SELECT text FROM sfn_definition WHERE hash = ?', hash);
  if (row === undefined) {
    throw new TypeError('an execution runs on no definition');
  }
  return text(row, 'text');
}

export function toMachine(row: Row): DeployedMachine {
  return {
    arn: text(row, 'arn'), name: text(row, 'name'), type: text(row, 'type'), status: row['status'] === 'DELETING' ? 'DELETING' : 'ACTIVE',
    role: text(row, 'role'), definition: text(row, 'definition'), settings: text(row, 'settings'), tags: text(row, 'tags'),
    created: integer(row, 'created'), updated: integer(row, 'updated'), revisionId: textOrNull(row, 'revision'),
  };
}
