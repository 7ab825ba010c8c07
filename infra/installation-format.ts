import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { bucketNames, tableNames, type Item, type TableName } from './installation-place.ts';

/*
 * The export of an installation is a folder of open formats: a file of JSON lines for each table (a row a line, each value
 * with its type as DynamoDB writes it, bytes in base64; of two lines with one key the later is the row), the files of cases as
 * they are, and a manifest with the SHA-256 of everything.
 */
export const exportManifest = z.object({
  format: z.literal('brygga-installation-1'),
  id: z.string(), begunAt: z.string(), endedAt: z.string(),
  tables: z.record(z.enum(tableNames), z.object({ rows: z.number(), sha256: z.string() })),
  /** Heads of the chains of events, by case number. */
  chains: z.record(z.string(), z.object({ sequence: z.number(), digest: z.string() })),
  files: z.array(z.object({ bucket: z.enum(bucketNames), key: z.string(), path: z.string(), bytes: z.number(), sha256: z.string(), mediaType: z.string(), versionId: z.nullable(z.string()) })),
  /** Files that the store gave to nobody: not scanned, or refused. */
  withheld: z.array(z.string()),
  accounts: z.number(),
});
export type ExportManifest = z.infer<typeof exportManifest>;

/** Of a file of any size. */
export const sha256OfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
};
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
/** Names of a row in one order, bytes in base64: the same row is the same line. */
export const lineOf = (item: Item): string => JSON.stringify(item, (_, value: unknown) => {
  if (isBytes(value)) return Buffer.from(value).toString('base64');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return value;
});
const typed: z.ZodMiniType<AttributeValue> = z.lazy(() => z.union([
  z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() }), z.strictObject({ BOOL: z.boolean() }), z.strictObject({ NULL: z.literal(true) }),
  z.pipe(z.strictObject({ B: z.string() }), z.transform(({ B }) => ({ B: new Uint8Array(Buffer.from(B, 'base64')) }))),
  z.strictObject({ SS: z.array(z.string()) }), z.strictObject({ NS: z.array(z.string()) }),
  z.strictObject({ L: z.array(typed) }), z.strictObject({ M: z.record(z.string(), typed) }),
]));
const row = z.record(z.string(), typed);
export const itemOf = (line: string): Item => row.parse(JSON.parse(line));

export async function* linesOf(file: string): AsyncIterable<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) if (line !== '') yield line;
}

const textOf = (value: AttributeValue | undefined): string => value?.S ?? '';
export const keyOf = (item: Item): string => `${textOf(item['pk'])} ${textOf(item['sk'])}`;

/** What belongs to a running installation and to no other: tokens of executions, sessions, codes, counters, packages on their way to an archive. */
export const staysBehind = (table: TableName, item: Item): boolean => {
  if (table !== 'Cases') return false;
  const pk = textOf(item['pk']);
  const sk = textOf(item['sk']);
  return sk === 'WAIT' || sk.startsWith('WAIT#') || /^(?:SESSION|INTAKESESSION|CODE|RATE|ARCHIVE)#/.test(pk) || pk === 'SWEEP';
};
/**
 * What a new installation writes by itself before anybody has used it: where its sweep has come, its daily documents' last one,
 * counters. An installation with nothing else is empty; the export's rows take their place.
 */
export const writtenUnasked = (table: TableName, item: Item): boolean => table === 'Cases' && (staysBehind(table, item) || keyOf(item) === 'CHAINHEADS LAST' || keyOf(item) === 'SPOTCHECK PROGRESS');

/** Rows that set things going are written last. */
export const waitsForTheRest = (table: TableName, item: Item): 'row' | 'case' | 'outbox' => {
  if (table !== 'Cases') return 'row';
  if (textOf(item['outboxKey']) !== '') return 'outbox';
  return textOf(item['sk']) === 'CASE' ? 'case' : 'row';
};

/** What the new installation writes by itself as soon as it is there: its executions, its relay, a file's new version. */
const ownOfPlace = ['waitsFor', 'waitsSince', 'waitsUntil', 'generation', 'trackRuns', 'outboxKey', 'outboxAt', 'systemRevision', 'executionKey', 'steps', 'overdue', 'stopped'];
/** A row as it is compared; undefined: rows that are delivered, counted or moved on in the meantime. */
export const comparedAs = (table: TableName, item: Item): string | undefined => {
  const pk = textOf(item['pk']);
  const sk = textOf(item['sk']);
  if (staysBehind(table, item) || sk.startsWith('OUTBOX#') || sk.startsWith('MAIL#') || pk.startsWith('IDEMPOTENCY#') || pk === 'CHAINHEADS' || sk === 'RECOMPUTATION') return undefined;
  if (table === 'Cases' && sk.startsWith('ATTACHMENT#')) return lineOf(without(item, ['versionId']));
  return lineOf(table === 'Cases' && sk === 'CASE' ? without(item, ownOfPlace) : item);
};
const without = (item: Item, names: readonly string[]): Item => Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
