import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Where events rest that could not be handled; each has an alarm and its redrive in the runbook. */
export class DeadLetterQueues extends Construct {
  readonly byName: ReadonlyMap<string, Queue>;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly names: readonly string[] }) {
    super(scope, id);
    this.byName = new Map(props.names.map((name) => [name, new Queue(this, name, {
      queueName: `brygga-${props.stage}-${name}-failed`,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })]));
  }

  of(name: string): Queue {
    const queue = this.byName.get(name);
    if (!queue) throw new Error(`There is no dead-letter queue for ${name}`);
    return queue;
  }
}
