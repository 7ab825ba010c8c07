import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Longer than the access log has to be kept (L5). */
const lockedDays = 10 * 365;

/**
 * Daily documents of chain heads, under a key of their own and locked: nobody, the account's owner included, can write
 * over or take away one before its time. What they hold is no personal data.
 */
export class HeadVault extends Construct {
  readonly key: Key;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly lock: 'compliance' | 'governance'; readonly logs: Bucket }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `brygga-${props.stage}-heads`,
      description: 'Brygga: daily heads of event chains',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = new Bucket(this, 'Heads', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention[props.lock](Duration.days(lockedDays)),
      removalPolicy: RemovalPolicy.RETAIN,
      // The library's class and interface disagree under exactOptionalPropertyTypes.
      serverAccessLogsBucket: props.logs as IBucket,
      serverAccessLogsPrefix: 'heads/',
    });
  }
}
