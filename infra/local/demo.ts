import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { readOrganisation, type OrganisationDocument } from './organisation.ts';
import { asText } from './template/json.ts';

const workflows = fileURLToPath(new URL('../../workflows', import.meta.url));
export const usualRoutine = 'vaxjo';

/** Names of the routine presets that ship with the product, the usual one first. */
export const routineNames: readonly string[] = [
  usualRoutine, ...readdirSync(join(workflows, 'routines')).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length)).filter((name) => name !== usualRoutine).toSorted(),
];

/** The demo organisation as it works by a routine: its roles, groups, areas and agreements. */
export function demoOrganisation(routine: string): OrganisationDocument {
  const additions = join(workflows, 'demo', 'additions', `${routine}.json`);
  return readOrganisation(join(workflows, 'demo', 'ekdala.json'), existsSync(additions) ? additions : undefined);
}

/** The routine that a data folder was begun with, as `bootstrapOnce` noted it; undefined: it has none yet. */
export function routineOfFolder(data: string): string | undefined {
  const file = join(data, 'state.sqlite');
  if (!existsSync(file)) return undefined;
  try {
    using db = new DatabaseSync(file, { readOnly: true });
    const row = db.prepare('SELECT * FROM bootstrap_done').get();
    if (row === undefined) return undefined;
    const noted = asText(row['routine']);
    // Folders of before there was more than one routine noted none.
    return noted !== undefined && routineNames.includes(noted) ? noted : usualRoutine;
  } catch {
    // No such table, or no store at all: the start itself says what is wrong.
    return undefined;
  }
}
