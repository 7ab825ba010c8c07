import { StartFailure } from '../start-failure.ts';
import { asFlag, asList, asRecord, asText } from '../template/json.ts';
import type { Resource, ResolvedTemplate } from '../template/resolved-template.ts';
import { EngineError, type EngineClient } from './engine-client.ts';

/** The template's tables, of either CloudFormation type. */
export function tablesOf(template: ResolvedTemplate): readonly Resource[] {
  return [...template.ofType('AWS::DynamoDB::Table'), ...template.ofType('AWS::DynamoDB::GlobalTable')];
}

/**
 * Creates the template's tables; adds to a table that is there the indexes that the template has got since.
 *
 * @throws StartFailure `store-broken` when a table's key, or an index's, is another than the template's
 */
export async function createTables(template: ResolvedTemplate, engine: EngineClient): Promise<void> {
  for (const table of tablesOf(template)) {
    const existing = await describe(engine, table.physicalId);
    if (existing) await bringUpToDate(engine, table, existing);
    else await engine.call('CreateTable', createInput(table));
    await keepExpiry(engine, table);
  }
}

async function describe(engine: EngineClient, name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return asRecord((await engine.call('DescribeTable', { TableName: name }))['Table']);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function createInput({ physicalId, properties }: Resource): Record<string, unknown> {
  const stream = asRecord(properties['StreamSpecification']);
  const view = asText(stream['StreamViewType']);
  return {
    TableName: physicalId,
    AttributeDefinitions: properties['AttributeDefinitions'],
    KeySchema: properties['KeySchema'],
    BillingMode: 'PAY_PER_REQUEST',
    ...(asList(properties['GlobalSecondaryIndexes']).length > 0 ? { GlobalSecondaryIndexes: asList(properties['GlobalSecondaryIndexes']).map(indexInput) } : {}),
    ...(asList(properties['LocalSecondaryIndexes']).length > 0 ? { LocalSecondaryIndexes: asList(properties['LocalSecondaryIndexes']).map(indexInput) } : {}),
    ...(view === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: view } }),
  };
}

function indexInput(index: unknown): Record<string, unknown> {
  const { IndexName, KeySchema, Projection } = asRecord(index);
  return { IndexName, KeySchema, Projection };
}

async function bringUpToDate(engine: EngineClient, table: Resource, existing: Record<string, unknown>): Promise<void> {
  const wanted = createInput(table);
  if (!sameKey(wanted['KeySchema'], existing['KeySchema'])) throw otherShape(table.physicalId, 'key');
  const present = new Map(asList(existing['GlobalSecondaryIndexes']).map((index) => [asText(asRecord(index)['IndexName']), asRecord(index)]));
  for (const index of asList(wanted['GlobalSecondaryIndexes']).map(asRecord)) {
    const found = present.get(asText(index['IndexName']));
    if (found === undefined) {
      await engine.call('UpdateTable', { TableName: table.physicalId, AttributeDefinitions: wanted['AttributeDefinitions'], GlobalSecondaryIndexUpdates: [{ Create: index }] });
    } else if (!sameKey(index['KeySchema'], found['KeySchema'])) {
      throw otherShape(table.physicalId, `index ${String(index['IndexName'])}`);
    }
  }
}

function sameKey(one: unknown, other: unknown): boolean {
  const text = (schema: unknown): string => asList(schema).map((part) => `${String(asRecord(part)['KeyType'])} ${String(asRecord(part)['AttributeName'])}`).join();
  return text(one) === text(other);
}

function otherShape(table: string, what: string): StartFailure {
  return new StartFailure('store-broken', `The table ${table} in the data folder has another ${what} than the template. Start with another folder (--data), or remove this one.`);
}

async function keepExpiry(engine: EngineClient, { physicalId, properties }: Resource): Promise<void> {
  const specification = asRecord(properties['TimeToLiveSpecification']);
  const attribute = asText(specification['AttributeName']);
  if (attribute === undefined || !asFlag(specification['Enabled'] ?? true)) return;
  const current = asRecord((await engine.call('DescribeTimeToLive', { TableName: physicalId }))['TimeToLiveDescription']);
  if (current['AttributeName'] === attribute && current['TimeToLiveStatus'] === 'ENABLED') return;
  await engine.call('UpdateTimeToLive', { TableName: physicalId, TimeToLiveSpecification: { AttributeName: attribute, Enabled: true } });
}

