import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, HttpMethods, ObjectOwnership, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** GuardDuty's tag on every object that it has looked into. */
const scanTag = 'GuardDutyMalwareScanStatus';

/**
 * Files of cases: private, under a key of their own, and read by nobody before GuardDuty has found them clean: the bucket
 * itself refuses, whatever a function asks for.
 */
export class Attachments extends Construct {
  readonly key: Key;
  readonly bucket: Bucket;
  /** Who asked for which object, of this bucket and others. */
  readonly logs: Bucket;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly logRetentionDays: number }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `brygga-${props.stage}-attachments`,
      description: 'Brygga: files of cases',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.logs = new Bucket(this, 'Logs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(props.logRetentionDays) }],
    });
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // The library's class and interface disagree under exactOptionalPropertyTypes.
      serverAccessLogsBucket: this.logs as IBucket,
      serverAccessLogsPrefix: 'attachments/',
      // The signature in the address is what lets a page in, and a page carries nothing else: any origin may hold one.
      cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: ['*'], allowedHeaders: ['content-type', 'if-none-match'], maxAge: 3600 }],
      lifecycleRules: [
        { id: 'refused', tagFilters: { [scanTag]: 'THREATS_FOUND' }, expiration: Duration.days(30) },
        { id: 'replaced', noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    const resource = this.bucket.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error('The bucket of attachments has no resource');
    // The library would do the same with a function of its own.
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    const scannerRole = this.#scannerRole();
    this.#refuseUnscanned(scannerRole);
    new CfnMalwareProtectionPlan(this, 'Scanner', {
      role: scannerRole.roleArn,
      protectedResource: { s3Bucket: { bucketName: this.bucket.bucketName, objectPrefixes: ['cases/'] } },
      actions: { tagging: { status: 'ENABLED' } },
    }).node.addDependency(scannerRole);
  }

  /** GuardDuty's documented way: reading depends on the tag that only GuardDuty may set. */
  #refuseUnscanned(scanner: Role): void {
    const objects = this.bucket.arnForObjects('*');
    const notScanner = { ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn } };
    this.bucket.addToResourcePolicy(new PolicyStatement({
      sid: 'ReadOnlyWhatIsClean', effect: Effect.DENY, principals: [new AnyPrincipal()], actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [objects],
      conditions: { StringNotEquals: { [`s3:ExistingObjectTag/${scanTag}`]: 'NO_THREATS_FOUND' }, ...notScanner },
    }));
    this.bucket.addToResourcePolicy(new PolicyStatement({
      sid: 'OnlyTheScannerTags', effect: Effect.DENY, principals: [new AnyPrincipal()], actions: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging', 's3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'], resources: [objects],
      conditions: notScanner,
    }));
  }

  /** As GuardDuty documents it ("Creating an IAM role policy" of Malware Protection for S3), for this one bucket. */
  #scannerRole(): Role {
    const { region, account } = Stack.of(this);
    const managedRule = `arn:aws:events:${region}:${account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
    const objects = this.bucket.arnForObjects('*');
    return new Role(this, 'ScannerRole', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
      inlinePolicies: {
        scan: new PolicyDocument({ statements: [
          new PolicyStatement({
            actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'], resources: [managedRule],
            conditions: { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } },
          }),
          new PolicyStatement({ actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [managedRule] }),
          new PolicyStatement({ actions: ['s3:PutObjectTagging', 's3:GetObjectTagging', 's3:PutObjectVersionTagging', 's3:GetObjectVersionTagging', 's3:GetObject', 's3:GetObjectVersion'], resources: [objects] }),
          new PolicyStatement({ actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'], resources: [this.bucket.bucketArn] }),
          new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('malware-protection-resource-validation-object')] }),
          new PolicyStatement({
            actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [this.key.keyArn],
            conditions: { StringLike: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
          }),
        ] }),
      },
    });
  }
}
