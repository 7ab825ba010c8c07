import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTemplate } from '../../../../infra/local/template/load-template.ts';
import type { ResolvedTemplate } from '../../../../infra/local/template/resolved-template.ts';

let folder: string;
let db: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brygga-template-'));
  db = new DatabaseSync(':memory:');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function load(stacks: Record<string, Record<string, unknown>>, parameters: Record<string, string> = {}): ResolvedTemplate {
  mkdirSync(folder, { recursive: true });
  const artifacts = Object.fromEntries(Object.keys(stacks).map((name) => [name, { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/eu-north-1', properties: { templateFile: `${name}.json` } }]));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
  for (const [name, template] of Object.entries(stacks)) writeFileSync(join(folder, `${name}.json`), JSON.stringify(template));
  return loadTemplate({ folder, parameters, db, region: 'eu-west-1', accountId: '000000000000' });
}

const surroundings = {
  Parameters: { SiteOrigin: { Type: 'String', Default: '' }, Names: { Type: 'CommaDelimitedList', Default: 'one, two' } },
  Conditions: {
    OriginGiven: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'SiteOrigin' }, ''] }] },
    Both: { 'Fn::And': [{ Condition: 'OriginGiven' }, { 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Equals': ['a', 'a'] }] }] },
  },
  Mappings: { Sizes: { small: { memory: 128 } } },
  Resources: {
    Cases: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'cases' } },
    Unnamed: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'mails' } },
    Gone: { Type: 'AWS::SNS::Topic', Condition: 'Both', Properties: {} },
  },
};

describe('a value in a template', () => {
  test.each<[string, unknown, unknown]>([
    ['Ref of a named table', { Ref: 'Cases' }, 'cases'],
    ['Ref of a table without a name', { Ref: 'Unnamed' }, 'App-Unnamed'],
    ['Ref of a topic is its ARN', { Ref: 'Topic' }, 'arn:aws:sns:eu-north-1:000000000000:mails'],
    ['GetAtt Arn', { 'Fn::GetAtt': ['Cases', 'Arn'] }, 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases'],
    ['GetAtt StreamArn, written with a dot', { 'Fn::GetAtt': 'Cases.StreamArn' }, 'arn:aws:dynamodb:eu-north-1:000000000000:table/cases/stream/local'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }, 1]] }, 'a/eu-north-1/1'],
    ['Sub', { 'Fn::Sub': '${AWS::AccountId}:${Cases}:${Cases.Arn}:${!Literal}' }, '000000000000:cases:arn:aws:dynamodb:eu-north-1:000000000000:table/cases:${Literal}'],
    ['Sub with names', { 'Fn::Sub': ['${x}-${AWS::Partition}', { x: { Ref: 'Cases' } }] }, 'cases-aws'],
    ['Select and Split', { 'Fn::Select': [2, { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
    ['Select of a list parameter', { 'Fn::Select': ['1', { Ref: 'Names' }] }, 'two'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
    ['Base64', { 'Fn::Base64': 'hej' }, 'aGVq'],
    ['If, false', { 'Fn::If': ['OriginGiven', { Ref: 'SiteOrigin' }, 'own'] }, 'own'],
    ['NoValue in an object', { kept: 1, dropped: { 'Fn::If': ['Both', 1, { Ref: 'AWS::NoValue' }] } }, { kept: 1 }],
    ['NoValue in a list', ['a', { Ref: 'AWS::NoValue' }], ['a']],
    ['a property that is called Condition', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  ])('%s', (_, value, expected) => {
    const template = load({ App: { ...surroundings, Outputs: { Value: { Value: value } } } });
    expect(template.outputs.get('Value')).toEqual(expected);
  });

  test('a parameter decides conditions and the resources under them', () => {
    const without = load({ App: surroundings });
    expect(without.ofType('AWS::SNS::Topic')).toHaveLength(1);
    const given = load({ App: { ...surroundings, Outputs: { Value: { Value: { 'Fn::If': ['OriginGiven', { Ref: 'SiteOrigin' }, 'own'] } } } } }, { SiteOrigin: 'http://127.0.0.1:1' });
    expect(given.ofType('AWS::SNS::Topic')).toHaveLength(2);
    expect(given.outputs.get('Value')).toBe('http://127.0.0.1:1');
  });

  test('what one stack exports another imports', () => {
    const template = load({
      App: { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'Data:name' } } } } },
      Data: { ...surroundings, Outputs: { Name: { Value: { Ref: 'Cases' }, Export: { Name: { 'Fn::Join': [':', [{ Ref: 'AWS::StackName' }, 'name']] } } } } },
    });
    expect(template.byArn('arn:aws:sqs:eu-north-1:000000000000:cases')?.logicalId).toBe('Queue');
  });

  test('a generated secret is random, by its rule, and the same at the next start', () => {
    const app = {
      App: {
        Resources: { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: { PasswordLength: 20, ExcludePunctuation: true, SecretStringTemplate: '{"user":"x"}', GenerateStringKey: 'password' } } } },
        Outputs: {
          Password: { Value: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:password::}}']] } },
          Whole: { Value: { 'Fn::Sub': '{{resolve:secretsmanager:${Secret}}}' } },
        },
      },
    };
    const first = load(app);
    expect(first.outputs.get('Password')).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(first.outputs.get('Whole')).toBe(JSON.stringify({ user: 'x', password: first.outputs.get('Password') }));
    expect(load(app).outputs.get('Password')).toBe(first.outputs.get('Password'));
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a type that nobody serves', { Resources: { Cache: { Type: 'AWS::ElastiCache::CacheCluster' } } }, 'Cache in App: AWS::ElastiCache::CacheCluster'],
    ['a reference into nothing', { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Nothing' } } } } }, 'App refers to Nothing'],
    ['an import that nobody exports', { Outputs: { X: { Value: { 'Fn::ImportValue': 'nowhere' } } } }, 'X in App cannot be resolved: App imports nowhere'],
    ['an intrinsic function that is not served', { Outputs: { X: { Value: { 'Fn::Cidr': ['10.0.0.0/16', 1] } } } }, 'Fn::Cidr'],
    ['an attribute that a served type has not', { Resources: { T: { Type: 'AWS::DynamoDB::Table' } }, Outputs: { X: { Value: { 'Fn::GetAtt': ['T', 'Weight'] } } } }, 'no attribute Weight'],
  ])('%s is refused by name', (_, app, message) => {
    expect(() => load({ App: app })).toThrow(message);
  });
});
