import { Fn, type Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Attachments } from './attachments.ts';
import { machines } from '../functions/domain/vocabulary.ts';
import type { CaseStore } from './case-store.ts';
import type { HeadVault } from './head-vault.ts';
import type { Packages } from './packages.ts';
import { machineArns, machineVariable } from './machine-names.ts';

/** What a function may do, in words of the system; each brings its environment and its IAM statements together. */
export type Permission =
  | 'readCases' | 'writeCases' | 'readPatientReferences' | 'writePatientReferences' | 'logAccess' | 'logLists' | 'readAccess'
  | 'readRegisters' | 'writeRegisters' | 'startExecutions' | 'readExecutions' | 'mendExecutions' | 'readDeadLetters' | 'completeTasks' | 'askTasks'
  | 'sendMail' | 'knowSite' | 'knowIssuer' | 'answerRequests' | 'giveUploads' | 'giveDownloads' | 'anchorHeads' | 'writePackages' | 'givePackages'
  | 'eraseFiles' | 'erasePatientReferences' | 'eraseAccess';

export interface Grant {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}

export interface Granted {
  readonly stage: string;
  readonly store: CaseStore;
  readonly mail: { readonly sender: string; readonly identityArn: string; readonly configurationSet: string; readonly configurationSetArn: string };
  readonly attachments: Attachments;
  /** Where pages put and fetch files, with the bucket in it. */
  readonly attachmentsUrl: string;
  readonly headVault: HeadVault;
  /** Where daily documents of chain heads lie, likewise. */
  readonly headsUrl: string;
  readonly packages: Packages;
  /** Where packages for archives lie, likewise. */
  readonly packagesUrl: string;
  readonly deadLetterQueues: readonly IQueue[];
  readonly siteOrigin: string;
  readonly oidcIssuer: string;
  readonly oidcClientId: string;
  /** Assurance that staff tokens must claim, or `any`. */
  readonly oidcAcr: string;
  /** Accepted values of the header that CloudFront adds, comma-separated. */
  readonly originSecrets: string;
}

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
// TransactWriteItems is authorised by the actions of its items.
const writeActions = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:ConditionCheckItem'];

/** The grants of one application stack, by permission. */
export function grantsOf(stack: Stack, granted: Granted): Readonly<Record<Permission, Grant>> {
  const { store } = granted;
  const table = (name: string, target: Table, key: IKey, indexes: readonly string[], actions: readonly string[]): Grant => ({
    environment: { [name]: target.tableName },
    statements: [
      new PolicyStatement({ actions: [...actions], resources: [target.tableArn, ...indexes.map((index) => `${target.tableArn}/index/${index}`)] }),
      new PolicyStatement({
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com` } },
      }),
    ],
  });
  const arns = machines.map((machine) => ({ variable: machineVariable(machine), ...machineArns(stack, granted.stage, machine) }));
  const machineArnList = arns.map(({ stateMachine }) => stateMachine);
  const onMachines = (actions: string[], resources: string[]): Grant => ({
    environment: Object.fromEntries(arns.map(({ variable, stateMachine }) => [variable, stateMachine])),
    statements: [new PolicyStatement({ actions, resources })],
  });
  // An address is good for what the function that signed it may do.
  const files = (actions: readonly string[], keyAction: string): Grant => ({
    environment: { ATTACHMENTS_URL: granted.attachmentsUrl },
    statements: [
      new PolicyStatement({ actions: [...actions], resources: [granted.attachments.bucket.arnForObjects('cases/*')] }),
      new PolicyStatement({
        actions: [keyAction],
        resources: [granted.attachments.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
      }),
    ],
  });
  const packages = (actions: readonly string[], keyActions: readonly string[]): Grant => ({
    environment: { PACKAGES_URL: granted.packagesUrl },
    statements: [
      new PolicyStatement({ actions: [...actions], resources: [granted.packages.bucket.arnForObjects('packages/*')] }),
      new PolicyStatement({
        actions: [...keyActions],
        resources: [granted.packages.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
      }),
    ],
  });
  const cases = (actions: readonly string[], indexes: readonly string[]): Grant => table('CASES_TABLE', store.cases, store.key, indexes, actions);
  return {
    readCases: cases(readActions, store.caseIndexes),
    writeCases: cases(writeActions, []),
    readPatientReferences: table('PATIENT_REFERENCES_TABLE', store.patientReferences, store.patientKey, [], ['dynamodb:GetItem']),
    writePatientReferences: table('PATIENT_REFERENCES_TABLE', store.patientReferences, store.patientKey, [], ['dynamodb:GetItem', 'dynamodb:PutItem']),
    logAccess: table('ACCESS_LOG_TABLE', store.accessLog, store.key, [], ['dynamodb:PutItem']),
    logLists: table('ACCESS_LOG_TABLE', store.accessLog, store.key, [], ['dynamodb:BatchWriteItem']),
    readAccess: table('ACCESS_LOG_TABLE', store.accessLog, store.key, store.accessIndexes, ['dynamodb:Query']),
    readRegisters: table('REGISTERS_TABLE', store.registers, store.key, [], readActions),
    writeRegisters: table('REGISTERS_TABLE', store.registers, store.key, [], writeActions),
    startExecutions: onMachines(['states:StartExecution'], machineArnList),
    readExecutions: onMachines(['states:DescribeExecution', 'states:GetExecutionHistory'], arns.map(({ executions }) => executions)),
    mendExecutions: onMachines(['states:StopExecution', 'states:RedriveExecution'], arns.map(({ executions }) => executions)),
    completeTasks: onMachines(['states:SendTaskSuccess'], machineArnList),
    // Whether somebody still waits with a token.
    askTasks: onMachines(['states:SendTaskHeartbeat'], machineArnList),
    sendMail: {
      environment: { MAIL_SENDER: granted.mail.sender, MAIL_CONFIGURATION_SET: granted.mail.configurationSet },
      statements: [new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [granted.mail.identityArn, granted.mail.configurationSetArn],
        conditions: { StringEquals: { 'ses:FromAddress': granted.mail.sender } },
      })],
    },
    giveUploads: files(['s3:PutObject'], 'kms:GenerateDataKey'),
    giveDownloads: files(['s3:GetObject', 's3:GetObjectVersion'], 'kms:Decrypt'),
    writePackages: packages(['s3:GetObject', 's3:PutObject'], ['kms:Decrypt', 'kms:GenerateDataKey']),
    givePackages: packages(['s3:GetObject'], ['kms:Decrypt']),
    // L9: for the one function that carries out what was signed off. Its addresses delete and list, and read no file.
    eraseFiles: {
      environment: { ATTACHMENTS_URL: granted.attachmentsUrl },
      statements: [
        new PolicyStatement({ actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'], resources: [granted.attachments.bucket.arnForObjects('cases/*')] }),
        new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [granted.attachments.bucket.bucketArn], conditions: { StringLike: { 's3:prefix': 'cases/*' } } }),
      ],
    },
    erasePatientReferences: table('PATIENT_REFERENCES_TABLE', store.patientReferences, store.patientKey, [], ['dynamodb:DeleteItem']),
    eraseAccess: table('ACCESS_LOG_TABLE', store.accessLog, store.key, store.accessIndexes, ['dynamodb:Query', 'dynamodb:DeleteItem']),
    // It may add and read; nobody may take away or write over.
    anchorHeads: {
      environment: { HEADS_URL: granted.headsUrl },
      statements: [
        new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [granted.headVault.bucket.arnForObjects('heads/*')] }),
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [granted.headVault.key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
        }),
      ],
    },
    readDeadLetters: {
      environment: { DEAD_LETTER_QUEUES: Fn.join(',', granted.deadLetterQueues.map(({ queueUrl }) => queueUrl)) },
      statements: [new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: granted.deadLetterQueues.map(({ queueArn }) => queueArn) })],
    },
    knowSite: { environment: { SITE_ORIGIN: granted.siteOrigin }, statements: [] },
    knowIssuer: { environment: { OIDC_ISSUER: granted.oidcIssuer, OIDC_CLIENT_ID: granted.oidcClientId }, statements: [] },
    answerRequests: { environment: { ORIGIN_SECRETS: granted.originSecrets, SITE_ORIGIN: granted.siteOrigin, OIDC_ACR: granted.oidcAcr }, statements: [] },
  };
}
