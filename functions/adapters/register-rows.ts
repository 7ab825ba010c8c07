import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { registerEntry } from '../contracts/register.ts';
import type { Register, RegisterEntry } from '../domain/register.ts';
import { registerKey } from '../domain/register.ts';
import type { RegisterName } from '../domain/vocabulary.ts';
import type { RegisterRow } from '../use-cases/ports-administration.ts';
import { readAll, revisionKey } from './routine-rows.ts';
import { asking } from './store-errors.ts';

/*
 * How registers lie in their table. Each of those that come and go as files has a partition, whose name ends with its generation: an import
 * writes a whole new one and then points at it. The others share a partition.
 */
const partitioned = {
  organisations: 'ORGANISATION', units: 'UNIT', users: 'USER', roles: 'ROLE', areas: 'AREA', agreements: 'AGREEMENT', suppliers: 'SUPPLIER', onCallTimes: 'ONCALLTIME', groups: 'GROUP',
} as const satisfies Partial<Record<RegisterName, string>>;
export type PartitionedRegister = keyof typeof partitioned;
const isPartitioned = (name: RegisterName): name is PartitionedRegister => name in partitioned;
const partitionedRegisters = ['organisations', 'units', 'users', 'roles', 'areas', 'agreements', 'suppliers', 'onCallTimes', 'groups'] as const satisfies readonly PartitionedRegister[];
const together = 'REGISTER';
const phoneKey = { pk: 'SETTING', sk: 'call-back-phone' };

/** What stands in force. `retired`: partitions that an import left and that may be removed. */
export interface Revision {
  /** Undefined: nothing was ever written. */
  readonly revision: string | undefined;
  readonly generations: Readonly<Partial<Record<PartitionedRegister, string | undefined>>>;
  readonly retired: readonly string[];
}
export interface StoredRegister {
  readonly at: Revision;
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
}
type Key = { readonly pk: string; readonly sk: string };

export const partitionOf = (name: PartitionedRegister, generation: string | undefined): string => (generation === undefined ? partitioned[name] : `${partitioned[name]}#${generation}`);

export const rowKey = (entry: RegisterEntry, { generations }: Pick<Revision, 'generations'>): Key => {
  const { register } = entry;
  if (register === 'settings') return phoneKey;
  return isPartitioned(register) ? { pk: partitionOf(register, generations[register]), sk: registerKey(entry) } : { pk: together, sk: `${register}#${registerKey(entry)}` };
};
/** The stored form of a row. A setting is stored as its value alone. */
export const rowItem = ({ entry, version, changedAt, changedBy }: RegisterRow, at: Pick<Revision, 'generations'>): Key & Record<string, unknown> =>
  ({ ...rowKey(entry, at), value: entry.register === 'settings' ? entry.value.value : entry.value, version, changedAt, changedBy });

const generations = z.object({
  organisations: z.optional(z.string()), units: z.optional(z.string()), users: z.optional(z.string()), roles: z.optional(z.string()), areas: z.optional(z.string()),
  agreements: z.optional(z.string()), suppliers: z.optional(z.string()), onCallTimes: z.optional(z.string()), groups: z.optional(z.string()),
});
/** Rows from before there was an administration have neither version nor change. */
const storedRow = z.object({ value: z.unknown(), version: z._default(z.number(), 1), changedAt: z._default(z.nullable(z.string()), null), changedBy: z._default(z.nullable(z.string()), null) });

export const getItem = async (documents: DynamoDBDocumentClient, table: string, key: Key): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const { Item } = await asking(documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true })));
  return Item;
};
export const readRevision = async (documents: DynamoDBDocumentClient, table: string): Promise<Revision> => {
  const item = await getItem(documents, table, revisionKey);
  const shape = z.object({ revision: z.string(), generations: z._default(generations, {}), retired: z._default(z.array(z.string()), []) });
  return item === undefined ? { revision: undefined, generations: {}, retired: [] } : shape.parse(item);
};

/** All registers. The revision is read first: rows written while we read make the next call read again. */
export const readStoredRegister = async (documents: DynamoDBDocumentClient, table: string): Promise<StoredRegister> => {
  for (;;) {
    const at = await readRevision(documents, table);
    const rows = await readRows(documents, table, at);
    // A generation that an import has replaced meanwhile may have lost rows already.
    const { generations } = await readRevision(documents, table);
    if (partitionedRegisters.every((name) => generations[name] === at.generations[name])) return { at, rows, register: registerOf(rows.map(({ entry }) => entry)) };
  }
};

const readRows = async (documents: DynamoDBDocumentClient, table: string, at: Revision): Promise<readonly RegisterRow[]> => {
  const ofPartition = async (name: PartitionedRegister) => standing((await readAll(documents, table, partitionOf(name, at.generations[name]))).map((item) => ({ row: rowOf(name, item), sk: item['sk'] })));
  const [partitions, others, phone] = await Promise.all([Promise.all(partitionedRegisters.map(ofPartition)), readAll(documents, table, together), getItem(documents, table, phoneKey)]);
  return [
    ...partitions.flat(),
    ...others.map((item) => rowOf(String(item['sk']).split('#', 1)[0], item)),
    ...(phone === undefined ? [] : [rowOf('settings', { ...phone, value: { name: 'callBackPhone', value: phone['value'] } })]),
  ];
};

/** A role was stored without its beginning in its key once: such a row stands until it is written under the key it has now. */
const standing = (stored: readonly { readonly row: RegisterRow; readonly sk: unknown }[]): readonly RegisterRow[] => {
  const present = new Set(stored.map(({ sk }) => sk));
  return stored.filter(({ row, sk }) => sk === row.key || !present.has(row.key)).map(({ row }) => row);
};

const rowOf = (register: unknown, item: Readonly<Record<string, unknown>>): RegisterRow => {
  const { value, version, changedAt, changedBy } = storedRow.parse(item);
  const entry = registerEntry.parse({ register, value });
  return { key: registerKey(entry), entry, version, changedAt, changedBy };
};

const registerOf = (entries: readonly RegisterEntry[]): Register => ({
  organisations: entries.flatMap((entry) => (entry.register === 'organisations' ? [entry.value] : [])),
  units: entries.flatMap((entry) => (entry.register === 'units' ? [entry.value] : [])),
  users: entries.flatMap((entry) => (entry.register === 'users' ? [entry.value] : [])),
  roles: entries.flatMap((entry) => (entry.register === 'roles' ? [entry.value] : [])),
  areas: entries.flatMap((entry) => (entry.register === 'areas' ? [entry.value] : [])),
  agreements: entries.flatMap((entry) => (entry.register === 'agreements' ? [entry.value] : [])),
  onCall: {
    suppliers: entries.flatMap((entry) => (entry.register === 'suppliers' ? [entry.value] : [])),
    calendar: entries.flatMap((entry) => (entry.register === 'onCallTimes' ? [entry.value] : [])),
  },
  groups: entries.flatMap((entry) => (entry.register === 'groups' ? [entry.value] : [])),
  mailTexts: entries.flatMap((entry) => (entry.register === 'mailTexts' ? [entry.value] : [])),
  callBackPhone: entries.flatMap((entry) => (entry.register === 'settings' && entry.value.name === 'callBackPhone' ? [entry.value.value] : []))[0],
});
