import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { BatchWriteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand, ListTablesCommand, GetItemCommand, DeleteItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { readNamedSettings } from './settings.ts';

/** A row as DynamoDB has it, every value with its type. */
export type Item = Record<string, AttributeValue>;
/** Tables of the data stack, in the order they are copied: what others name comes first. */
export const tableNames = ['Registers', 'PatientReferences', 'AccessLog', 'Cases'] as const;
export type TableName = (typeof tableNames)[number];
export const bucketNames = ['attachments', 'heads'] as const;
export type BucketName = (typeof bucketNames)[number];

/** An installation by AWS's own interfaces, on AWS and on one machine alike. */
export interface Place {
  readonly where: string;
  scan(table: TableName): AsyncIterable<Item>;
  partition(table: TableName, pk: string): Promise<readonly Item[]>;
  get(table: TableName, pk: string, sk: string): Promise<Item | undefined>;
  put(table: TableName, item: Item): Promise<void>;
  putAll(table: TableName, items: readonly Item[]): Promise<void>;
  remove(table: TableName, pk: string, sk: string): Promise<void>;
  /** But for rows that count for nothing. */
  isEmpty(table: TableName, isNothing: (item: Item) => boolean): Promise<boolean>;
  /** Undefined: there is no such object, or it is not given out. */
  readObject(bucket: BucketName, key: string, versionId?: string): Promise<Uint8Array | undefined>;
  /** The version that was written. */
  writeObject(bucket: BucketName, key: string, bytes: Uint8Array, mediaType: string): Promise<string>;
}

/** What AWS_ENDPOINT_URL names on this machine, else the deployment of BRYGGA_STAGE. */
export const placeOfEnvironment = (): Place => {
  const endpoint = env['AWS_ENDPOINT_URL'];
  if (endpoint !== undefined && URL.canParse(endpoint) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname)) return placeHere(endpoint.replace(/\/$/, ''));
  return placeThere();
};

/** Rows that DynamoDB takes at once. */
const batchSize = 25;

function tables(client: DynamoDBClient, stackPrefix: string | null): Omit<Place, 'where' | 'readObject' | 'writeObject'> {
  let names: Promise<ReadonlyMap<TableName, string>> | undefined;
  const listed = async (): Promise<ReadonlyMap<TableName, string>> => {
    const all: string[] = [];
    let start: string | undefined;
    do {
      const page = await client.send(new ListTablesCommand(start === undefined ? {} : { ExclusiveStartTableName: start }));
      all.push(...(page.TableNames ?? []));
      start = page.LastEvaluatedTableName;
    } while (start !== undefined);
    return new Map(tableNames.map((name) => {
      const found = all.filter((each) => each.includes(`CaseStore${name}`) && (stackPrefix === null || each.startsWith(stackPrefix)));
      const [only] = found;
      if (only === undefined || found.length > 1) throw new Error(`${found.length === 0 ? 'There is no' : 'There is more than one'} table ${name}`);
      return [name, only];
    }));
  };
  const nameOf = async (table: TableName): Promise<string> => {
    names ??= listed();
    const name = (await names).get(table);
    if (name === undefined) throw new Error(`There is no table ${table}`);
    return name;
  };
  const keyOf = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });
  return {
    async *scan(table) {
      let start: Item | undefined;
      do {
        const page = await client.send(new ScanCommand({ TableName: await nameOf(table), ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }));
        for (const item of page.Items ?? []) yield item;
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
    },
    async partition(table, pk) {
      const items: Item[] = [];
      let start: Item | undefined;
      do {
        const page = await client.send(new QueryCommand({ TableName: await nameOf(table), ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: pk } }, ...(start && { ExclusiveStartKey: start }) }));
        items.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return items;
    },
    async get(table, pk, sk) {
      return (await client.send(new GetItemCommand({ TableName: await nameOf(table), Key: keyOf(pk, sk), ConsistentRead: true }))).Item;
    },
    async put(table, item) {
      await client.send(new PutItemCommand({ TableName: await nameOf(table), Item: item }));
    },
    async putAll(table, items) {
      const name = await nameOf(table);
      for (let from = 0; from < items.length; from += batchSize) {
        let left = items.slice(from, from + batchSize).map((Item) => ({ PutRequest: { Item } }));
        for (let attempt = 0; left.length > 0; attempt += 1) {
          if (attempt > 20) throw new Error(`The table ${table} does not take all rows: try again`);
          if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
          const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: left } }));
          left = (UnprocessedItems[name] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : []));
        }
      }
    },
    async remove(table, pk, sk) {
      await client.send(new DeleteItemCommand({ TableName: await nameOf(table), Key: keyOf(pk, sk) }));
    },
    async isEmpty(table, isNothing) {
      let start: Item | undefined;
      do {
        const page = await client.send(new ScanCommand({ TableName: await nameOf(table), Limit: 100, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }));
        if (!(page.Items ?? []).every((item) => isNothing(item))) return false;
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return true;
    },
  };
}

const unsigned = { authorization: 'local' };
const bucketParts: Readonly<Record<BucketName, string>> = { attachments: 'attachmentsfiles', heads: 'headvault' };

function placeHere(endpoint: string): Place {
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  let buckets: Promise<readonly string[]> | undefined;
  const addressOf = async (bucket: BucketName, key: string): Promise<string> => {
    buckets ??= fetch(`${endpoint}/`, { headers: unsigned }).then((response) => response.text()).then((text) => [...text.matchAll(/<Name>([^<]+)<\/Name>/g)].flatMap(([, name]) => (name === undefined ? [] : [name])));
    const found = (await buckets).find((name) => name.includes(bucketParts[bucket]));
    if (found === undefined) throw new Error(`There is no bucket of ${bucket} at ${endpoint}`);
    return `${endpoint}/${found}/${key}`;
  };
  return {
    where: endpoint,
    ...tables(client, null),
    async readObject(bucket, key, versionId) {
      const response = await fetch(`${await addressOf(bucket, key)}${versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`}`, { headers: unsigned });
      if (response.status === 404 || response.status === 403) return undefined;
      if (!response.ok) throw new Error(`The file store answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async writeObject(bucket, key, bytes, mediaType) {
      const response = await fetch(await addressOf(bucket, key), { method: 'PUT', headers: { ...unsigned, 'content-type': mediaType, 'content-md5': md5(bytes) }, body: Buffer.from(bytes) });
      if (!response.ok) throw new Error(`The file store answered ${response.status}`);
      return response.headers.get('x-amz-version-id') ?? '';
    },
  };
}

/** Tables through the SDK, files through the aws CLI, both with the credentials of the environment. */
function placeThere(): Place {
  const { stage, region } = readNamedSettings(env);
  const aws = (parameters: readonly string[]): unknown => {
    const text = execFileSync('aws', ['--region', region, '--output', 'json', ...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 512 * 1024 * 1024 });
    return text.trim() === '' ? {} : JSON.parse(text);
  };
  const prefix = `Brygga-${stage}-Data-`;
  let buckets: readonly string[] | undefined;
  const nameOf = (bucket: BucketName): string => {
    buckets ??= z.array(z.string()).parse(aws(['s3api', 'list-buckets', '--query', 'Buckets[].Name']));
    const found = buckets.filter((name) => name.startsWith(prefix.toLowerCase()) && name.includes(bucketParts[bucket]));
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length === 0 ? 'There is no' : 'There is more than one'} bucket of ${bucket} of stage ${stage}`);
    return only;
  };
  const inFolder = <Value>(run: (file: string) => Value): Value => {
    const folder = mkdtempSync(join(tmpdir(), 'brygga-object-'));
    try {
      return run(join(folder, 'object'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    where: `stage ${stage}`,
    ...tables(new DynamoDBClient({ region, maxAttempts: 8 }), prefix),
    readObject: (bucket, key, versionId) => Promise.resolve(inFolder((file) => {
      try {
        aws(['s3api', 'get-object', '--bucket', nameOf(bucket), '--key', key, ...(versionId === undefined ? [] : ['--version-id', versionId]), file]);
        return new Uint8Array(readFileSync(file));
      } catch {
        // What the scan has not released the bucket gives to nobody.
        return undefined;
      }
    })),
    writeObject: (bucket, key, bytes, mediaType) => Promise.resolve(inFolder((file) => {
      writeFileSync(file, bytes);
      return z.object({ VersionId: z.string() }).parse(aws(['s3api', 'put-object', '--bucket', nameOf(bucket), '--key', key, '--body', file, '--content-type', mediaType, '--content-md5', md5(bytes)])).VersionId;
    })),
  };
}

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('base64');
