import { readFileSync } from 'node:fs';
import type { DemoUser } from './oidc/demo-user.ts';
import { StartFailure } from './start-failure.ts';
import { asList, asRecord, asText } from './template/json.ts';

/** What an empty store is filled with. The function that takes it knows its shape; we read who can sign in. */
export interface OrganisationDocument {
  readonly document: Record<string, unknown>;
  readonly users: readonly DemoUser[];
}

/**
 * @param additions what a routine adds to the organisation: laid over the file, entry by entry
 * @throws StartFailure `bootstrap-failed` when a file cannot be read
 */
export function readOrganisation(file: string, additions?: string): OrganisationDocument {
  const base = readDocument(file);
  const document = additions === undefined ? base : laidOver(base, readDocument(additions));
  const users = asList(document['users'])
    .map(asRecord)
    .map((user): DemoUser => ({ id: asText(user['id']) ?? '', name: asText(user['name']) ?? '', title: asText(user['title']) ?? '', language: user['language'] === 'en' ? 'en' : 'sv' }));
  return { document, users };
}

function readDocument(file: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartFailure('bootstrap-failed', `The organisation document ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** An entry of a list by what makes it the same one: its id and version, or who holds which role where. */
const keyOf = (entry: unknown): string => {
  const { id, version, role, userId, unitId } = asRecord(entry);
  return JSON.stringify([id, version, role, userId, unitId]);
};

/** Parts are laid over parts and entries over the same entries; new entries come last. */
function laidOver(base: Record<string, unknown>, additions: Record<string, unknown>): Record<string, unknown> {
  const laid = Object.entries(additions).map(([name, added]): [string, unknown] => {
    const before = base[name];
    if (Array.isArray(added)) return [name, entriesLaidOver(asList(before), added)];
    return [name, isRecord(added) && isRecord(before) ? laidOver(before, added) : added];
  });
  return { ...base, ...Object.fromEntries(laid) };
}

function entriesLaidOver(base: readonly unknown[], additions: readonly unknown[]): readonly unknown[] {
  const added = new Map(additions.map((entry) => [keyOf(entry), entry]));
  const known = new Set(base.map(keyOf));
  return [
    ...base.map((entry) => ({ ...asRecord(entry), ...asRecord(added.get(keyOf(entry)) ?? {}) })),
    ...additions.filter((entry) => !known.has(keyOf(entry))),
  ];
}
