import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** Shown in lists without reading the case itself. */
const listAttributes = ['summary', 'overdue', 'stopped', 'waitsFor', 'waitsSince', 'waitsUntil', 'generation', 'status'];

/** Index name → [partition attribute, sort attribute]: one per question the pages ask, so nothing scans. */
const caseIndexes = {
  responsible: ['responsibleKey', 'dueKey'],
  unit: ['unitKey', 'dueKey'],
  reporter: ['reporterKey', 'createdKey'],
  party: ['partyKey', 'dueKey'],
  execution: ['executionKey', 'dueKey'],
} as const;

/** Kept for good (L5: at least five years): no time to live, and nobody may delete. `unit`: of whoever looked. */
const accessIndexes = { case: 'caseKey', patient: 'patientKey', unit: 'unitId' } as const;

/** Cases, registers, the access log and, with a key of its own, patient references. All keys and tables survive their stack. */
export class CaseStore extends Construct {
  readonly key: Key;
  readonly patientKey: Key;
  readonly cases: Table;
  readonly caseIndexes: readonly string[] = [...Object.keys(caseIndexes), 'outbox'];
  readonly accessIndexes: readonly string[] = Object.keys(accessIndexes);
  readonly patientReferences: Table;
  readonly accessLog: Table;
  readonly registers: Table;

  get tables(): readonly Table[] {
    return [this.cases, this.patientReferences, this.accessLog, this.registers];
  }

  constructor(scope: Construct, id: string, props: { readonly stage: string }) {
    super(scope, id);
    this.key = new Key(this, 'GeneralKey', {
      alias: `brygga-${props.stage}`,
      description: 'Brygga: tables, logs, queues and topics, all but patient references',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.patientKey = new Key(this, 'PatientKey', {
      alias: `brygga-${props.stage}-patient-references`,
      description: 'Brygga: patient references alone (domain.md L8)',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#letServicesUseGeneralKey(props.stage);

    this.cases = this.#table('Cases', this.key, { timeToLiveAttribute: 'expiresAt', stream: StreamViewType.NEW_IMAGE });
    for (const [indexName, [partition, sort]] of Object.entries(caseIndexes)) {
      this.cases.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: listAttributes,
      });
    }
    // Sparse: a row carries outboxKey only while something has to happen with it, or has gone wrong (functions/adapters/pending-index.ts).
    this.cases.addGlobalSecondaryIndex({
      indexName: 'outbox',
      partitionKey: { name: 'outboxKey', type: AttributeType.STRING },
      sortKey: { name: 'outboxAt', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });

    this.patientReferences = this.#table('PatientReferences', this.patientKey);
    this.accessLog = this.#table('AccessLog', this.key);
    for (const [indexName, partition] of Object.entries(accessIndexes)) {
      this.accessLog.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: 'at', type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
    this.registers = this.#table('Registers', this.key);
  }

  #table(id: string, key: Key, more: { readonly timeToLiveAttribute?: string; readonly stream?: StreamViewType } = {}): Table {
    return new Table(this, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
    });
  }

  /** Services that write encrypted on our behalf; each bound to what it may use the key for. */
  #letServicesUseGeneralKey(stage: string): void {
    const { region, account } = Stack.of(this);
    this.key.addToResourcePolicy(new PolicyStatement({
      sid: 'LogGroupsOfThisStage',
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*/brygga/${stage}/*` } },
    }));
    this.key.addToResourcePolicy(new PolicyStatement({
      sid: 'EventsIntoOurQueuesAndTopics',
      principals: [
        new ServicePrincipal('cloudwatch.amazonaws.com'), new ServicePrincipal('events.amazonaws.com'),
        new ServicePrincipal('ses.amazonaws.com'), new ServicePrincipal('sns.amazonaws.com'), new ServicePrincipal('scheduler.amazonaws.com'),
      ],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }));
  }
}
