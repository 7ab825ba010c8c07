import type { DatabaseSync } from 'node:sqlite';
import type { OrganisationDocument } from './organisation.ts';
import { StartFailure } from './start-failure.ts';
import type { FunctionResult } from './states/step-functions.ts';
import { asText } from './template/json.ts';
import type { ResolvedTemplate } from './template/resolved-template.ts';

export interface BootstrapDependencies {
  readonly db: DatabaseSync;
  readonly template: ResolvedTemplate;
  readonly organisation: OrganisationDocument | undefined;
  readonly routine: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly invokeFunction: (name: string, payload: unknown) => Promise<FunctionResult>;
}

/**
 * Fills an empty store by the template's own function (output `BootstrapFunctionName`), as an administrator does on AWS.
 * A start that was cut short does it again: the function is idempotent.
 *
 * @throws StartFailure `bootstrap-failed` with what the function says
 */
export async function bootstrapOnce({ db, template, organisation, routine, now, invokeFunction }: BootstrapDependencies): Promise<void> {
  const functionName = asText(template.outputs.get('BootstrapFunctionName'));
  if (organisation === undefined || functionName === undefined) return;
  db.exec('CREATE TABLE IF NOT EXISTS bootstrap_done (id INTEGER PRIMARY KEY CHECK (id = 1), routine TEXT) STRICT');
  if (db.prepare('SELECT id FROM bootstrap_done').get() !== undefined) return;
  const result = await invokeFunction(functionName, { organisation: organisation.document, routine, at: new Date(now()).toISOString() });
  if (!result.ok) throw new StartFailure('bootstrap-failed', `The organisation could not be set up (routine ${routine}): ${result.errorType}: ${result.errorMessage}`);
  if (!db.prepare('PRAGMA table_info(bootstrap_done)').all().some(({ name }) => name === 'routine')) db.exec('ALTER TABLE bootstrap_done ADD COLUMN routine TEXT');
  db.prepare('INSERT INTO bootstrap_done (id, routine) VALUES (1, ?)').run(routine);
}
