import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoAccessLog } from '../../../functions/adapters/access-log.ts';
import { DynamoAggregateStore } from '../../../functions/adapters/aggregate-store.ts';
import { DynamoCaseStore } from '../../../functions/adapters/case-store.ts';
import { documentsOver } from '../../../functions/adapters/clients.ts';
import { DynamoDraftStore } from '../../../functions/adapters/draft-store.ts';
import { identifiers } from '../../../functions/adapters/identifiers.ts';
import { DynamoOutboxStore } from '../../../functions/adapters/outbox-store.ts';
import { DynamoPatientReferenceStore } from '../../../functions/adapters/patient-reference-store.ts';
import { DynamoRegisterAdministration } from '../../../functions/adapters/register-administration.ts';
import { DynamoRegisterStore } from '../../../functions/adapters/register-store.ts';
import { DynamoWaitStore } from '../../../functions/adapters/wait-store.ts';
import { CaseStore } from '../../../infra/case-store.ts';
import { startEngine } from '../../../infra/local/dynamodb/engine.ts';

/** The tables as the template describes them: nothing is described a second time, not in tests either. */
const tablesOfTheTemplate = (): CreateTableCommandInput[] => {
  const stack = new Stack(new App(), 'Data', { env: { region: 'eu-north-1', account: '111122223333' } });
  new CaseStore(stack, 'Store', { stage: 'test' });
  const resources = Template.fromStack(stack).findResources('AWS::DynamoDB::Table');
  return Object.entries(resources).map(([id, resource]) => {
    const properties = (resource as { Properties: Record<string, unknown> }).Properties;
    return {
      TableName: id.replace(/^Store/, '').replace(/[0-9A-F]{8}$/, ''),
      KeySchema: properties['KeySchema'] as CreateTableCommandInput['KeySchema'],
      AttributeDefinitions: properties['AttributeDefinitions'] as CreateTableCommandInput['AttributeDefinitions'],
      GlobalSecondaryIndexes: properties['GlobalSecondaryIndexes'] as CreateTableCommandInput['GlobalSecondaryIndexes'],
      BillingMode: 'PAY_PER_REQUEST',
    };
  });
};

/** A real engine in a folder of its own, with empty tables and our stores over them. */
export const startStores = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-store-'));
  const engine = await startEngine({ folder, endpoint: undefined, onLost: () => undefined });
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  for (const table of tablesOfTheTemplate()) await client.send(new CreateTableCommand(table));
  const documents = documentsOver(client);
  const tables = { cases: () => 'Cases', patientReferences: () => 'PatientReferences', accessLog: () => 'AccessLog' };
  return {
    documents,
    cases: new DynamoCaseStore(documents, tables),
    aggregates: new DynamoAggregateStore(documents, tables.cases),
    registers: new DynamoRegisterStore(documents, () => 'Registers'),
    administration: new DynamoRegisterAdministration(documents, () => 'Registers'),
    drafts: new DynamoDraftStore(documents, tables.cases),
    accessLog: new DynamoAccessLog(documents, tables.accessLog),
    patientReferences: new DynamoPatientReferenceStore(documents, tables.patientReferences),
    outbox: new DynamoOutboxStore(documents, tables.cases),
    waits: new DynamoWaitStore(documents, tables.cases),
    identifiers,
    stop: async () => {
      client.destroy();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type Stores = Awaited<ReturnType<typeof startStores>>;
