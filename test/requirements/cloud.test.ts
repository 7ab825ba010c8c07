import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSettings } from '../../infra/settings.ts';
import { synthesize, type Json, type Synthesized, type TemplateResource } from '../infra/synthesized.ts';

/** What a deployment on AWS is held to (L12): tests over the synthesized template, since it is that which is deployed. */
describe('on AWS', () => {
  let made: Synthesized;
  beforeAll(() => {
    made = synthesize({ account: '123456789012' });
  });

  const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  const text = (value: unknown): string => JSON.stringify(value);
  const offenders = (resources: readonly TemplateResource[], rule: (resource: TemplateResource) => boolean): readonly string[] => resources.filter((resource) => !rule(resource)).map(({ id }) => id);
  const policies = (): readonly { readonly of: string; readonly statement: Json }[] => [...made.ofType('AWS::IAM::Role'), ...made.ofType('AWS::IAM::Policy')].flatMap(({ id, Properties: p }) =>
    [...list(p['Policies']).map((policy) => policy.PolicyDocument), p['PolicyDocument']].filter(Boolean).flatMap((document) => list(document.Statement).map((statement) => ({ of: id, statement }))));

  it('L12a keeps everything but the rules of the edge in an EU region', () => {
    const regions = made.app.node.children.flatMap((child) => ('region' in child && 'stackName' in child ? [[String(child.stackName), String(child.region)] as const] : []));
    expect(regions.length).toBeGreaterThan(5);
    expect(regions.filter(([, region]) => !region.startsWith('eu-')).map(([name]) => name)).toEqual(['Brygga-test-Edge']);
    expect(made.resources.filter(({ stack }) => stack === 'Brygga-test-Edge').map(({ Type }) => Type)).toEqual(['AWS::WAFv2::WebACL']);
    expect(() => parseSettings('prod', { region: 'us-east-1' })).toThrow('region');
    // Nothing is copied out of the region.
    expect(offenders(made.ofType('AWS::S3::Bucket'), ({ Properties: p }) => p['ReplicationConfiguration'] === undefined)).toEqual([]);
    expect(made.ofType('AWS::DynamoDB::GlobalTable')).toEqual([]);
    expect(offenders(made.ofType('AWS::Backup::BackupPlan'), ({ Properties }) => !text(Properties).includes('CopyActions'))).toEqual([]);
  });

  it('L12b encrypts what holds personal data with keys of the customer, patient references with one of their own', () => {
    const keys = made.ofType('AWS::KMS::Key');
    expect(offenders(keys, ({ Properties: p, DeletionPolicy }) => p['EnableKeyRotation'] === true && p['MultiRegion'] !== true && DeletionPolicy === 'Retain')).toEqual([]);
    expect(offenders(keys, ({ Properties }) => list(Properties['KeyPolicy'].Statement).some(({ Principal }) => text(Principal ?? '').includes(':root')))).toEqual([]);
    expect(offenders(made.ofType('AWS::DynamoDB::Table'), ({ Properties: p }) => p['SSESpecification']?.['SSEType'] === 'KMS' && p['SSESpecification']['KMSMasterKeyId'] !== undefined)).toEqual([]);
    const holdsNone = /^(?:AttachmentsLogs|WebSite)/;
    expect(offenders(made.ofType('AWS::S3::Bucket').filter(({ id }) => !holdsNone.test(id)), ({ Properties: p }) => text(p['BucketEncryption']).includes('KMSMasterKeyID'))).toEqual([]);
    expect(offenders(made.ofType('AWS::Logs::LogGroup'), ({ Properties: p }) => p['KmsKeyId'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::SQS::Queue'), ({ Properties: p }) => p['KmsMasterKeyId'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::SNS::Topic'), ({ Properties: p }) => p['KmsMasterKeyId'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::Backup::BackupVault'), ({ Properties: p }) => p['EncryptionKeyArn'] !== undefined)).toEqual([]);
    const byKey = new Map(made.ofType('AWS::DynamoDB::Table').map(({ id, Properties: p }) => [id, text(p['SSESpecification']['KMSMasterKeyId'])]));
    const [patients] = [...byKey].filter(([id]) => id.startsWith('CaseStorePatientReferences'));
    expect([...byKey.values()].filter((key) => key === patients?.[1])).toHaveLength(1);
  });

  it('L12c deploys no access for operators, and no more than each function needs', () => {
    for (const type of ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::AccessKey', 'AWS::IAM::ManagedPolicy', 'AWS::SSO::PermissionSet', 'AWS::EC2::Instance']) expect(made.ofType(type)).toEqual([]);
    // Every role is taken by a service, and by that alone.
    expect(offenders(made.ofType('AWS::IAM::Role'), ({ Properties: p }) => list(p['AssumeRolePolicyDocument'].Statement).every(({ Principal }) => Object.keys(Principal).join() === 'Service'))).toEqual([]);
    expect(policies().flatMap(({ of, statement }) => list(statement.Action).filter((action) => String(action).includes('*')).map((action) => `${of} ${String(action)}`))).toEqual([]);
    const unbound = policies().filter(({ statement }) => list(statement.Resource).includes('*')).flatMap(({ statement }) => list(statement.Action)).filter((action) => !/^(?:xray|logs):/.test(String(action)));
    expect(unbound).toEqual([]);
    const tableScans = policies().filter(({ statement }) => list(statement.Action).includes('dynamodb:Scan')).map(({ of }) => of);
    expect(tableScans).toEqual([]);
    expect(offenders(made.ofType('AWS::S3::Bucket'), ({ Properties: p }) => Object.values(p['PublicAccessBlockConfiguration']).every((each) => each === true))).toEqual([]);
    // What operators see daily holds no personal data: no execution's input or output is logged.
    expect(offenders(made.ofType('AWS::StepFunctions::StateMachine'), ({ Properties: p }) => p['LoggingConfiguration']['IncludeExecutionData'] === false)).toEqual([]);
  });

  describe('L12d has material for the customer\'s own assessment', () => {
    const material = readFileSync(new URL('../../infra/assessment.md', import.meta.url), 'utf8');
    /** Rows of the table whose first head is this. */
    const rowsOf = (head: string): readonly (readonly string[])[] => {
      const [, rows = ''] = new RegExp(`^\\| ${head} \\|.*\\n\\|[-| ]+\\n((?:\\|.*\\n?)+)`, 'm').exec(material) ?? [];
      return rows.trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    };
    const named = (id: string, names: readonly string[]): string => names.filter((name) => id.startsWith(name)).toSorted((one, other) => other.length - one.length)[0] ?? id;

    it('L12d names every store of the template with its key', () => {
      const kinds = { 'AWS::DynamoDB::Table': 'table', 'AWS::S3::Bucket': 'bucket', 'AWS::Backup::BackupVault': 'backup vault', 'AWS::Cognito::UserPool': 'user pool' } as const;
      const rows = rowsOf('Store');
      const names = rows.map(([name = '']) => name);
      const aliases = new Map(made.ofType('AWS::KMS::Alias').map(({ Properties: p }) => [String(p['TargetKeyId']['Fn::GetAtt'][0]), String(p['AliasName']).replace('alias/brygga-test', '').replace(/^-/, '') || 'general']));
      const keyOf = (resource: TemplateResource): string => {
        const found = [...aliases].find(([id]) => text(resource.Properties).includes(`"${id}"`));
        return found?.[1] ?? 'service';
      };
      const stores = Object.entries(kinds).flatMap(([type, kind]) => made.ofType(type).map((resource) => [named(resource.id, names), kind, keyOf(resource)]));
      expect(rows.map(([name, kind, key]) => [name, kind, key]).toSorted()).toEqual(stores.toSorted());
      expect(rowsOf('Key').map(([key]) => key).toSorted()).toEqual([...aliases.values()].toSorted());
    });

    it('L12d names every service that takes part', () => {
      const services = [...new Set(made.resources.map(({ Type }) => Type.split('::').slice(0, 2).join('::')))];
      expect(rowsOf('Service').map(([service]) => service)).toEqual(services.toSorted());
    });

    it('L12d says what is kept how long as the template does', () => {
      const kept = new Map(rowsOf('Store').map(([name, , , , time]) => [name, time]));
      const days = (id: string): readonly number[] => list(made.ofType('AWS::S3::Bucket').find((bucket) => bucket.id.startsWith(id))?.Properties['LifecycleConfiguration']?.['Rules']).map((rule) => rule.ExpirationInDays).filter(Boolean);
      expect([kept.get('PackagesFiles'), days('PackagesFiles')]).toEqual(['8 days', [8]]);
      expect([kept.get('AttachmentsFiles'), days('AttachmentsFiles')]).toEqual(['with its case; refused files 30 days', [30]]);
      const locked = made.ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('HeadVault'))?.Properties['ObjectLockConfiguration']['Rule']['DefaultRetention'];
      expect([kept.get('HeadVaultHeads'), locked]).toEqual(['10 years, locked', { Mode: 'COMPLIANCE', Days: 3650 }]);
      const backups = made.ofType('AWS::Backup::BackupPlan').map(({ Properties: p }) => list(p['BackupPlan']['BackupPlanRule']).map((rule) => rule.Lifecycle.DeleteAfterDays));
      expect([kept.get('BackupsVault'), backups]).toEqual(['daily 35 days, monthly 1 year', [[35, 365], [35, 365]]]);
    });
  });
});
