import { readFileSync } from 'node:fs';
import type { DemoUser } from './oidc/demo-user.ts';
import { StartFailure } from './start-failure.ts';
import { asList, asRecord, asText } from './template/json.ts';

/** What an empty store is filled with. The function that takes it knows its shape; we read who can sign in. */
export interface OrganisationDocument {
  readonly document: Record<string, unknown>;
  readonly users: readonly DemoUser[];
}

/** @throws StartFailure `bootstrap-failed` when the file cannot be read */
export function readOrganisation(file: string): OrganisationDocument {
  let document: Record<string, unknown>;
  try {
    document = asRecord(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartFailure('bootstrap-failed', `The organisation document ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const users = asList(document['users'])
    .map(asRecord)
    .map((user): DemoUser => ({ id: asText(user['id']) ?? '', name: asText(user['name']) ?? '', title: asText(user['title']) ?? '', language: user['language'] === 'en' ? 'en' : 'sv' }));
  return { document, users };
}
