import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** As long as functions let a package be fetched (functions/domain/releasing/archive.ts), and a day for the one that began last. */
const keptDays = 8;

/** Packages of cases for archives: private, under a key of their own, gone after some days. Nothing here is the only copy. */
export class Packages extends Construct {
  readonly key: Key;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly logs: Bucket }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `brygga-${props.stage}-packages`,
      description: 'Brygga: packages of cases for archives',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
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
      serverAccessLogsBucket: props.logs as IBucket,
      serverAccessLogsPrefix: 'packages/',
      lifecycleRules: [{ id: 'fetched', expiration: Duration.days(keptDays), noncurrentVersionExpiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }
}
