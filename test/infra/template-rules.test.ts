import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { AwsSolutionsChecks } from 'cdk-nag';
import { operations, type Operation } from '../../functions/contracts/operations.ts';
import { entryFiles, operationEntry, operationIds } from '../../infra/function-list.ts';
import { acknowledgements } from '../../infra/security-acknowledgements.ts';
import { synthesize, type Synthesized, type TemplateResource } from './synthesized.ts';

let made: Synthesized;
beforeAll(() => { made = synthesize(); });

/** Offenders by name, so that a failing rule says at once whom it concerns. */
const offenders = (resources: readonly TemplateResource[], rule: (resource: TemplateResource) => boolean): readonly string[] =>
  resources.filter((resource) => !rule(resource)).map(({ stack, id }) => `${stack}/${id}`);
const statements = () => [...made.ofType('AWS::IAM::Role'), ...made.ofType('AWS::IAM::Policy')].flatMap((resource) =>
  [...(resource.Properties['Policies'] ?? []).map((policy: { PolicyDocument: unknown }) => policy.PolicyDocument), resource.Properties['PolicyDocument']]
    .filter(Boolean)
    .flatMap((document: { Statement: readonly Record<string, unknown>[] }) => document.Statement.map((statement) => ({ of: resource.id, statement }))));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

describe('functions', () => {
  it('has one for every entry of the list, and no other', () => {
    const names = made.ofType('AWS::Lambda::Function').map(({ Properties }) => Properties['FunctionName']).sort();
    expect(names).toEqual(entryFiles().map(({ name }) => `brygga-test-${name}`).sort());
  });
  it('has an entry file for each, of at most 15 lines', () => {
    const root = new URL('../../', import.meta.url);
    expect(entryFiles().filter(({ path }) => !existsSync(new URL(path, root))).map(({ path }) => path)).toEqual([]);
    expect(entryFiles().filter(({ path }) => readFileSync(new URL(path, root), 'utf8').trimEnd().split('\n').length > 15).map(({ path }) => path)).toEqual([]);
  });
  it('runs on arm64 with Node 24, encrypts its environment and logs JSON into its own group', () => {
    const functions = made.ofType('AWS::Lambda::Function');
    expect(offenders(functions, ({ Properties: p }) => p['Architectures'][0] === 'arm64' && p['Runtime'] === 'nodejs24.x')).toEqual([]);
    expect(offenders(functions, ({ Properties: p }) => p['KmsKeyArn'] !== undefined && p['LoggingConfig']['LogFormat'] === 'JSON' && p['LoggingConfig']['LogGroup'] !== undefined)).toEqual([]);
    expect(new Set(functions.map(({ Properties: p }) => JSON.stringify(p['Role']))).size).toBe(functions.length);
    expect(new Set(functions.map(({ Properties: p }) => JSON.stringify(p['LoggingConfig']['LogGroup']))).size).toBe(functions.length);
  });
  it('has a queue for what fails wherever it is invoked without anybody waiting', () => {
    const asynchronous = ['deliver-outbox', 'keep-aggregates', 'sweep-outbox', 'mark-stopped', 'record-bounce', 'record-upload', 'record-scan', 'draw-spot-checks', 'remind-of-routine-review', 'remind-of-meetings', 'remind-of-approvals', 'anchor-heads', 'report-retention', 'erase-retired'].map((name) => `brygga-test-${name}`);
    const functions = made.ofType('AWS::Lambda::Function').filter(({ Properties }) => asynchronous.includes(Properties['FunctionName']));
    expect(functions).toHaveLength(asynchronous.length);
    expect(offenders(functions, ({ Properties: p }) => p['DeadLetterConfig'] !== undefined)).toEqual([]);
    const targets = made.ofType('AWS::Events::Rule').flatMap(({ Properties: p }) => p['Targets']);
    expect(targets.every((target: Record<string, unknown>) => target['DeadLetterConfig'] !== undefined)).toBe(true);
    expect(offenders(made.ofType('AWS::Scheduler::Schedule'), ({ Properties: p }) => p['Target']['DeadLetterConfig'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::Lambda::EventSourceMapping'), ({ Properties: p }) => p['DestinationConfig']['OnFailure'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::SNS::Subscription'), ({ Properties: p }) => p['Protocol'] !== 'lambda' || p['RedrivePolicy'] !== undefined)).toEqual([]);
  });
  it('is told only by variables that the environment knows, and patient references only where they are needed', () => {
    const environment = readFileSync(new URL('../../functions/adapters/environment.ts', import.meta.url), 'utf8');
    const known = new Set([...environment.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name));
    const functions = made.ofType('AWS::Lambda::Function');
    expect(functions.flatMap(({ Properties: p }) => Object.keys(p['Environment']['Variables'])).filter((name) => !known.has(name))).toEqual([]);
    const withPatients = functions.filter(({ Properties: p }) => 'PATIENT_REFERENCES_TABLE' in p['Environment']['Variables']).map(({ Properties: p }) => p['FunctionName']);
    expect(withPatients.sort()).toEqual(['brygga-test-erase-retired', 'brygga-test-extract-patient-access', 'brygga-test-move-to-patient-reference', 'brygga-test-read-patient-reference', 'brygga-test-register-deviation', 'brygga-test-set-patient-reference', 'brygga-test-submit-deviation', 'brygga-test-submit-intake', 'brygga-test-write-archive-volume']);
  });
});

describe('routes', () => {
  it('has exactly one per operation, with the authorizer its kind asks for', () => {
    const routes = new Map(made.ofType('AWS::ApiGatewayV2::Route').map(({ Properties: p }) => [p['RouteKey'], p['AuthorizationType'] ?? 'NONE']));
    const expected = new Map(Object.values<Operation>(operations).map(({ method, path, auth }) => [`${method} ${path}`, auth === 'staff' ? 'JWT' : 'NONE']));
    expect(routes).toEqual(expected);
  });
  it('throttles, and logs neither paths nor addresses', () => {
    const [stage] = made.ofType('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties['DefaultRouteSettings']).toMatchObject({ ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 });
    expect(stage?.Properties['AccessLogSettings']['Format']).not.toMatch(/sourceIp|userAgent|\$context\.path|claims/);
  });
  it('has nothing of the local console', () => {
    expect(JSON.stringify(made.templates)).not.toContain('/_local');
  });
});

describe('data', () => {
  it('protects every table: point-in-time recovery, deletion protection, an own key, kept for good', () => {
    const tables = made.ofType('AWS::DynamoDB::Table');
    expect(tables).toHaveLength(4);
    expect(offenders(tables, ({ Properties: p }) =>
      p['PointInTimeRecoverySpecification']['PointInTimeRecoveryEnabled'] === true && p['DeletionProtectionEnabled'] === true && p['SSESpecification']['KMSMasterKeyId'] !== undefined)).toEqual([]);
    expect(offenders(tables, ({ DeletionPolicy, UpdateReplacePolicy }) => DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain')).toEqual([]);
  });
  it('keeps patient references under a key of their own, which only those may use that write a reference, show it, find by it, or erase it', () => {
    const key = (id: string) => made.ofType('AWS::DynamoDB::Table').find((table) => table.id.startsWith(id))?.Properties['SSESpecification']['KMSMasterKeyId'];
    const patientKey = key('CaseStorePatientReferences');
    const others = made.ofType('AWS::DynamoDB::Table').filter(({ id }) => !id.startsWith('CaseStorePatientReferences')).map(({ Properties: p }) => p['SSESpecification']['KMSMasterKeyId']);
    expect(others).not.toContainEqual(patientKey);
    const users = statements().filter(({ statement }) => JSON.stringify(statement['Resource']).includes('PatientKey')).map(({ of }) => of);
    expect(new Set(users.map((id) => id.replace(/Role.*/, '')))).toEqual(new Set(['Apiextractpatientaccess', 'Apimovetopatientreference', 'Apisetpatientreference', 'Apireadpatientreference', 'Apiregisterdeviation', 'Apisubmitdeviation', 'Apisubmitintake', 'Lifecyclewritearchivevolume', 'Retentioneraseretired']));
  });
  it('rotates every key and keeps it', () => {
    expect(offenders(made.ofType('AWS::KMS::Key'), ({ Properties: p, DeletionPolicy }) => p['EnableKeyRotation'] === true && DeletionPolicy === 'Retain')).toEqual([]);
  });
  it('keeps every bucket private and refuses unencrypted transport', () => {
    const buckets = made.ofType('AWS::S3::Bucket');
    const locked = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    expect(offenders(buckets, ({ Properties: p }) => JSON.stringify(p['PublicAccessBlockConfiguration']) === JSON.stringify(locked))).toEqual([]);
    const denying = made.ofType('AWS::S3::BucketPolicy').filter(({ Properties: p }) => JSON.stringify(p['PolicyDocument']).includes('"aws:SecureTransport":"false"'));
    expect(denying).toHaveLength(buckets.length);
  });
  it('keeps attachments under a key of their own, versioned, and gives out what the scan found clean alone', () => {
    const files = made.ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('AttachmentsFiles'));
    expect(files?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' }, NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
    });
    expect(files?.DeletionPolicy).toBe('Retain');
    const key = JSON.stringify(files?.Properties['BucketEncryption']).match(/AttachmentsKey\w+/)?.[0];
    expect(key).toBeDefined();
    const policy = made.ofType('AWS::S3::BucketPolicy').find(({ id }) => id.startsWith('AttachmentsFiles'))?.Properties['PolicyDocument'].Statement;
    const refusals = policy.filter(({ Effect }: { Effect: string }) => Effect === 'Deny');
    expect(refusals).toContainEqual(expect.objectContaining({
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Condition: expect.objectContaining({ StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } }),
    }));
    const plans = made.ofType('AWS::GuardDuty::MalwareProtectionPlan');
    expect(plans.map(({ Properties: p }) => [p['ProtectedResource'].S3Bucket.BucketName, p['Actions']])).toEqual([[{ Ref: files?.id }, { Tagging: { Status: 'ENABLED' } }]]);
  });
  it('locks the daily heads of event chains for ten years, under a key of their own, for one function to add to', () => {
    const heads = made.ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('HeadVault'));
    expect(heads?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' }, ObjectLockEnabled: true,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } } },
    });
    expect(JSON.stringify(heads?.Properties['BucketEncryption'])).toContain('HeadVaultKey');
    const users = statements().filter(({ statement }) => JSON.stringify(statement['Resource']).includes('HeadVault'));
    expect(new Set(users.map(({ of }) => of.replace(/Role.*/, '')))).toEqual(new Set(['AnchorHeadsanchorheads']));
  });
  it('lets one function alone take entries out of the access log, files and patient references', () => {
    const erasing = (resource: RegExp, action: RegExp) => [...new Set(statements().filter(({ statement }) => resource.test(JSON.stringify(statement['Resource'])) && list(statement['Action']).some((each) => action.test(String(each)))).map(({ of }) => of.replace(/Role.*/, '')))];
    expect(erasing(/AccessLog|PatientReferences/, /DeleteItem|UpdateItem/)).toEqual(['Retentioneraseretired']);
    expect(erasing(/./, /^s3:Delete/)).toEqual(['Retentioneraseretired']);
  });
  it('lets four functions sign addresses of files, two to put and two to fetch; beside them those that write heads and packages touch the stores, each its own', () => {
    const users = statements().filter(({ of, statement }) => !of.startsWith('Attachments') && list(statement['Action']).some((action) => String(action).startsWith('s3:')));
    const actions = new Map<string, unknown[]>();
    for (const { of, statement } of users) actions.set(of.replace(/Role.*/, ''), [...(actions.get(of.replace(/Role.*/, '')) ?? []), statement['Action']]);
    const read = ['s3:GetObject', 's3:GetObjectVersion'];
    const both = ['s3:GetObject', 's3:PutObject'];
    expect(Object.fromEntries(actions)).toEqual({
      Apiaddattachment: ['s3:PutObject'], Apiaddreplyattachment: ['s3:PutObject'], Apidownloadattachment: [read], Apidownloadreplyattachment: [read],
      // It lists and deletes, and reads nothing.
      Retentioneraseretired: [['s3:DeleteObject', 's3:DeleteObjectVersion'], 's3:ListBucketVersions'],
      AnchorHeadsanchorheads: [both], Lifecyclewritearchivevolume: [read, both], Lifecyclefinisharchive: [both], Apidownloadarchive: ['s3:GetObject'],
    });
  });
  it('encrypts every queue, topic and log group with an own key, and keeps logs for a stated time', () => {
    expect(offenders(made.ofType('AWS::SQS::Queue'), ({ Properties: p }) => p['KmsMasterKeyId'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::SNS::Topic'), ({ Properties: p }) => p['KmsMasterKeyId'] !== undefined)).toEqual([]);
    expect(offenders(made.ofType('AWS::Logs::LogGroup'), ({ Properties: p }) => p['KmsKeyId'] !== undefined && p['RetentionInDays'] > 0)).toEqual([]);
  });
  it('wants a second factor of every account and makes none on request', () => {
    const [pool] = made.ofType('AWS::Cognito::UserPool');
    expect(pool?.Properties).toMatchObject({ MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    const [client] = made.ofType('AWS::Cognito::UserPoolClient');
    expect(client?.Properties).toMatchObject({ GenerateSecret: false, AllowedOAuthFlows: ['code'], ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] });
  });
});

describe('permissions', () => {
  it('let whoever logs a list write it in one go', () => {
    const logsLists = operationIds.filter((id) => existsSync(`functions/use-cases/${id}.ts`) && readFileSync(`functions/use-cases/${id}.ts`, 'utf8').includes('.recordAll('));
    expect(logsLists.length).toBeGreaterThan(10);
    expect(logsLists.filter((id) => !operationEntry(id).permissions.includes('logLists'))).toEqual([]);
  });
  it('has no wildcard in an action', () => {
    expect(statements().flatMap(({ of, statement }) => list(statement['Action']).filter((action) => String(action).includes('*')).map((action) => `${of}: ${String(action)}`))).toEqual([]);
  });
  it('lets nobody scan a table', () => {
    expect(statements().filter(({ statement }) => list(statement['Action']).some((action) => String(action) === 'dynamodb:Scan'))).toEqual([]);
  });
  it('gives those who touch no case nothing of cases, and whoever reads a patient reference nothing to write but the log', () => {
    const tables = (name: string) => Object.keys(made.ofType('AWS::Lambda::Function').find(({ Properties: p }) => p['FunctionName'] === `brygga-test-${name}`)?.Properties['Environment']['Variables']).filter((variable) => variable.endsWith('_TABLE'));
    for (const name of ['read-profile', 'read-registers', 'set-language', 'read-configuration']) expect([name, tables(name)]).toEqual([name, ['REGISTERS_TABLE']]);
    const ofReader = statements().filter(({ of }) => of.startsWith('Apireadpatientreference'));
    const writing = ofReader.filter(({ statement }) => list(statement['Action']).some((action) => /dynamodb:(Put|Update|Delete|BatchWrite)/.test(String(action))));
    expect(writing.map(({ statement }) => statement['Action'])).toEqual(['dynamodb:PutItem']);
    expect(JSON.stringify(writing)).toContain('AccessLog');
  });
  it('grants of mail and of task tokens what is called, to whom calls it', () => {
    const granted = (service: string) => new Map(statements().flatMap(({ of, statement }) => list(statement['Action']).map(String).filter((action) => action.startsWith(service)).map((action) => [`${of.replace(/Role.*/, '')} ${action}`, true])));
    expect([...granted('ses:').keys()].sort()).toEqual(['Lifecycledeliveroutbox ses:SendRawEmail', 'Lifecyclesweepoutbox ses:SendRawEmail']);
    expect([...granted('states:SendTask').keys()].sort()).toEqual([
      'Lifecycledeliveroutbox states:SendTaskSuccess', 'Lifecycleregisterwait states:SendTaskSuccess',
      'Lifecyclesweepoutbox states:SendTaskHeartbeat', 'Lifecyclesweepoutbox states:SendTaskSuccess',
    ]);
  });
  it('lets only the relay send mail', () => {
    const senders = statements().filter(({ statement }) => list(statement['Action']).some((action) => String(action).startsWith('ses:'))).map(({ of }) => of.replace(/Role.*/, ''));
    expect(senders.sort()).toEqual(['Lifecycledeliveroutbox', 'Lifecyclesweepoutbox']);
  });
});

describe('alarms', () => {
  it('says that a case has stopped by what the functions found, and nothing of executions ended on purpose', () => {
    const filters = made.ofType('AWS::Logs::MetricFilter').filter(({ Properties: p }) => p['MetricTransformations'][0].MetricName === 'CasesStopped');
    expect(filters.map(({ Properties: p }) => p['FilterPattern'])).toEqual(Array.from({ length: 2 }, () => '{ $.message = "case-stopped" }'));
    const alarms = made.ofType('AWS::CloudWatch::Alarm');
    expect(alarms.filter(({ Properties: p }) => p['MetricName'] === 'CasesStopped')).toHaveLength(1);
    expect(JSON.stringify(alarms)).not.toContain('ExecutionsAborted');
  });
  it('names a section of the runbook that exists, and tells somebody', () => {
    const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8');
    const anchors = new Set([...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')));
    const alarms = made.ofType('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(20);
    expect(offenders(alarms, ({ Properties: p }) => anchors.has(/infra\/README\.md#([a-z0-9-]+)$/.exec(p['AlarmDescription'])?.[1] ?? ''))).toEqual([]);
    expect(offenders(alarms, ({ Properties: p }) => p['AlarmActions'].length === 1)).toEqual([]);
  });
  it('watches every queue for what failed', () => {
    const watched = made.ofType('AWS::CloudWatch::Alarm').filter(({ Properties: p }) => p['MetricName'] === 'ApproximateNumberOfMessagesVisible');
    expect(watched).toHaveLength(made.ofType('AWS::SQS::Queue').length);
  });
});

describe('the site', () => {
  it('sends a policy without anything inline or foreign', () => {
    const [headers] = made.ofType('AWS::CloudFront::ResponseHeadersPolicy');
    const security = headers?.Properties['ResponseHeadersPolicyConfig']['SecurityHeadersConfig'];
    const policy = JSON.stringify(security['ContentSecurityPolicy']['ContentSecurityPolicy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(security['StrictTransportSecurity']['AccessControlMaxAgeSec']).toBeGreaterThanOrEqual(31_536_000);
  });
  it('adds the secret header to the API only, caches nothing of it, and rewrites pages only', () => {
    const config = made.ofType('AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig'];
    const withHeader = config['Origins'].filter((origin: Record<string, unknown>) => origin['OriginCustomHeaders'] !== undefined);
    expect(withHeader).toHaveLength(1);
    expect(withHeader[0]['OriginCustomHeaders'][0]['HeaderName']).toBe('x-brygga-origin');
    expect(config['CacheBehaviors']).toMatchObject([{ PathPattern: '/api/*', CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', TargetOriginId: withHeader[0]['Id'] }]);
    expect(config['CacheBehaviors'][0]['FunctionAssociations']).toBeUndefined();
    expect(config['CustomErrorResponses']).toBeUndefined();
    expect(config['Logging']).toMatchObject({ IncludeCookies: false });
  });
  it.each([['/', '/index.html'], ['/cases/abc', '/index.html'], ['/assets/app-1.js', '/assets/app-1.js'], ['/reply', '/index.html']])('serves %s as %s', (uri, expected) => {
    const code = made.ofType('AWS::CloudFront::Function')[0]?.Properties['FunctionCode'];
    const handler: unknown = new Function(`${code}; return handler;`)();
    expect(typeof handler === 'function' ? handler({ request: { uri } }) : undefined).toEqual({ uri: expected });
  });
  it('says where its files are and how long each may be kept', () => {
    const sites = made.ofType('AWS::S3::Bucket').filter(({ Metadata }) => Metadata?.['brygga:site'] !== undefined);
    expect(sites).toHaveLength(1);
    expect(sites[0]?.Metadata?.['brygga:site'].asset).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the edge', () => {
  it('limits tightly where something can be guessed or sent, and not where a reply is written', () => {
    const limits = new Map<string, readonly string[]>();
    for (const { Name, Statement } of made.ofType('AWS::WAFv2::WebACL')[0]?.Properties['Rules'] ?? []) {
      const limit = Statement['RateBasedStatement'];
      if (limit !== undefined) limits.set(`${Name} ${limit.Limit}`, [...JSON.stringify(limit.ScopeDownStatement).matchAll(/"SearchString":"([^"]*)"/g)].map(([, path = '']) => path));
    }
    expect(limits).toEqual(new Map([
      ['LimitCodesAndLinks 100', ['/api/reply/codes', '/api/reply/session', '/api/reply/links']],
      ['LimitIntakes 100', ['/api/intake/codes', '/api/intake/session']],
      ['LimitAddress 2000', ['/']],
    ]));
  });
});

describe('copies', () => {
  it('of patient references lie in a vault of their own, under their own key', () => {
    const key = (name: string) => made.ofType('AWS::Backup::BackupVault').find(({ Properties: p }) => p['BackupVaultName'] === name)?.Properties['EncryptionKeyArn']['Fn::GetAtt'][0];
    expect([key('brygga-test'), key('brygga-test-patient-references')]).toEqual([expect.stringContaining('GeneralKey'), expect.stringContaining('PatientKey')]);
    const copied = made.ofType('AWS::Backup::BackupSelection').map(({ Properties: p }) => p['BackupSelection'].Resources.map((arn: { 'Fn::GetAtt': readonly string[] }) => arn['Fn::GetAtt'][0]?.replace(/^CaseStore|[0-9A-F]{8}$/g, '')));
    expect(copied).toEqual([['Cases', 'AccessLog', 'Registers'], ['PatientReferences']]);
  });
});

describe('stages', () => {
  it('takes TLS 1.2 and the certificate with a domain, and DKIM with a mail domain', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';
    const own = synthesize({ domain: 'brygga.ekdala.example', certificateArn, mailDomain: 'ekdala.example', account: '123456789012' });
    expect(own.ofType('AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig']['ViewerCertificate']).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    expect(own.ofType('AWS::SES::EmailIdentity')[0]?.Properties).toMatchObject({ EmailIdentity: 'ekdala.example', DkimAttributes: { SigningEnabled: true } });
    expect(new AwsSolutionsChecks(own.app).validateScope(own.app).violations).toEqual([]);
  });
  it('stays below the limits of a stack', () => {
    for (const template of Object.values(made.templates)) {
      expect(Object.keys(template.Resources).length).toBeLessThan(500);
      expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
      expect(Object.keys(template.Outputs ?? {}).length).toBeLessThan(200);
    }
  });
  it('gives the same bytes again', () => {
    expect(JSON.stringify(synthesize().templates)).toBe(JSON.stringify(made.templates));
  });
});

describe('security findings', () => {
  it('keeps none without a reason', () => {
    expect(new AwsSolutionsChecks(made.app).validateScope(made.app).violations.map(({ ruleName, violatingResources }) => `${ruleName}: ${violatingResources[0]?.constructPath}`)).toEqual([]);
  });
  it('has no reason without a finding', () => {
    const unforgiving = new AwsSolutionsChecks(made.app);
    Object.defineProperty(unforgiving, 'isAcknowledged', { value: () => false });
    const found = unforgiving.validateScope(made.app).violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => ({ ruleName, at: constructPath ?? '' })));
    const idle = acknowledgements(made.settings).filter(({ stack, path, id }) =>
      !found.some(({ ruleName, at }) => ruleName === id && at.startsWith([`Brygga-test-${stack}`, ...(path === undefined ? [] : [path])].join('/'))));
    expect(idle.map(({ id, path }) => `${id} ${path ?? ''}`)).toEqual([]);
  });
  it('passes the checks of the CDK itself', () => {
    const before = process.exitCode;
    synthesize({}, true);
    expect(process.exitCode).toBe(before);
  });
});
