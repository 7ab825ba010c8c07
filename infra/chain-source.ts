import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { headsKey } from '../functions/contracts/chain-heads.ts';
import type { Settings } from './settings.ts';

type Row = Readonly<Record<string, unknown>>;
export interface DailyText {
  readonly text: string;
  /** How often something was put under its name; once is right. */
  readonly versions: number;
}
/** An installation as a check sees it: read and never written. */
export interface Installation {
  /** Partition keys of all cases. */
  cases(): AsyncIterable<string>;
  /** The case's row and its events. */
  rowsOf(partition: string): Promise<readonly Row[]>;
  /** A single row, such as a run of retention. */
  rowAt(key: { readonly pk: string; readonly sk: string }): Promise<Row | undefined>;
  /** Day of the last daily document, as the table has it. */
  lastDate(): Promise<string | undefined>;
  /** The daily document as it was first written. */
  document(date: string): Promise<DailyText | undefined>;
}

const casesTable = 'CaseStoreCases';

/** The one that `npm start` runs. */
export function installationHere(endpoint: string): Installation {
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const table = once(async () => {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    const found = TableNames.find((name) => name.includes(casesTable));
    if (found === undefined) throw new Error(`There is no table of cases at ${endpoint}`);
    return found;
  });
  const bucket = once(async () => {
    const response = await fetch(`${endpoint}/`, { headers: unsigned });
    const found = [...(await response.text()).matchAll(/<Name>([^<]+)<\/Name>/g)].map(([, name]) => name).find((name) => name?.includes('headvault'));
    if (found === undefined) throw new Error(`There is no bucket of daily heads at ${endpoint}`);
    return found;
  });
  return {
    ...rowsFrom(client, table),
    async document(date) {
      const response = await fetch(`${endpoint}/${await bucket()}/${headsKey(date)}`, { headers: unsigned });
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`The file store answered ${response.status}`);
      return { text: await response.text(), versions: 1 };
    },
  };
}

/** A deployment, by the outputs of its data stack. */
export function installationThere({ stage, region }: Settings): Installation {
  const aws = (parameters: readonly string[]): unknown => {
    const text = execFileSync('aws', ['--region', region, '--output', 'json', ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 512 * 1024 * 1024 });
    return text.trim() === '' ? {} : JSON.parse(text);
  };
  const outputs = aws(['cloudformation', 'describe-stacks', '--stack-name', `Brygga-${stage}-Data`, '--query', 'Stacks[0].Outputs']);
  const output = (name: string): string => {
    const found = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })).parse(outputs).find(({ OutputKey }) => OutputKey === name);
    if (!found) throw new Error(`The data stack of stage ${stage} has no output ${name}: deploy it first`);
    return found.OutputValue;
  };
  const bucket = output('HeadsBucketName');
  const listed = once(() => Promise.resolve(firstVersions(aws(['s3api', 'list-object-versions', '--bucket', bucket, '--prefix', 'heads/']))));
  const client = new DynamoDBClient({ region, maxAttempts: 8 });
  return {
    ...rowsFrom(client, () => Promise.resolve(output('CasesTableName'))),
    async document(date) {
      const first = (await listed()).get(headsKey(date));
      if (!first) return undefined;
      const folder = mkdtempSync(join(tmpdir(), 'brygga-heads-'));
      try {
        const file = join(folder, 'heads.json');
        aws(['s3api', 'get-object', '--bucket', bucket, '--key', headsKey(date), '--version-id', first.versionId, file]);
        return { text: readFileSync(file, 'utf8'), versions: first.versions };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

const unsigned = { authorization: 'local' };
const versionList = z.object({
  Versions: z._default(z.array(z.object({ Key: z.string(), VersionId: z.string(), LastModified: z.string() })), []),
  // Somebody has asked for it to be taken away; what lies below is locked.
  DeleteMarkers: z._default(z.array(z.object({ Key: z.string() })), []),
});
/** Of each key the version that was there first, and how many there are by now. */
export function firstVersions(answer: unknown): ReadonlyMap<string, { readonly versionId: string; readonly versions: number }> {
  const { Versions, DeleteMarkers } = versionList.parse(answer);
  const first = new Map<string, { versionId: string; versions: number }>();
  for (const { Key, VersionId } of Versions.toSorted((one, other) => Date.parse(one.LastModified) - Date.parse(other.LastModified))) {
    const known = first.get(Key);
    if (known) known.versions += 1;
    else first.set(Key, { versionId: VersionId, versions: 1 });
  }
  for (const { Key } of DeleteMarkers) {
    const known = first.get(Key);
    if (known) known.versions += 1;
  }
  return first;
}

function rowsFrom(client: DynamoDBClient, table: () => Promise<string>): Pick<Installation, 'cases' | 'rowsOf' | 'rowAt' | 'lastDate'> {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    async *cases() {
      let start: Row | undefined;
      do {
        const answer = await documents.send(new ScanCommand({
          TableName: await table(), FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': 'CASE' }, ProjectionExpression: 'pk', ...(start && { ExclusiveStartKey: start }),
        }));
        for (const { pk } of answer.Items ?? []) if (typeof pk === 'string') yield pk;
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
    },
    async rowAt(key) {
      const { Item } = await documents.send(new GetCommand({ TableName: await table(), Key: { ...key } }));
      return Item;
    },
    async lastDate() {
      const { Item } = await documents.send(new GetCommand({ TableName: await table(), Key: { pk: 'CHAINHEADS', sk: 'LAST' } }));
      const date: unknown = Item?.['date'];
      return typeof date === 'string' ? date : undefined;
    },
    async rowsOf(partition) {
      const rows: Row[] = [];
      let start: Row | undefined;
      do {
        const answer = await documents.send(new QueryCommand({
          TableName: await table(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': partition, ':from': 'CASE', ':to': 'EVENT#~' }, ...(start && { ExclusiveStartKey: start }),
        }));
        rows.push(...(answer.Items ?? []));
        start = answer.LastEvaluatedKey;
      } while (start !== undefined);
      return rows;
    },
  };
}

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
};
