import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule, type EventPattern } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries, type RelayName } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** What the file store says of itself, onto the case: a file has come, a file has been scanned. */
export class AttachmentEvents extends Construct {
  constructor(scope: Construct, id: string, props: { readonly bucketName: string; readonly maker: FunctionMaker; readonly queueFor: (name: string) => IQueue }) {
    super(scope, id);
    const { bucketName, maker, queueFor } = props;
    const eventBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    const tell = (name: Extract<RelayName, 'record-upload' | 'record-scan'>, description: string, eventPattern: EventPattern): void => {
      const queue = queueFor(name);
      const target = maker.make(this, name, relayEntries[name], queue);
      new Rule(this, `on-${name}`, {
        description, eventBus, eventPattern,
        targets: [new LambdaFunction(target.function, { deadLetterQueue: queue, retryAttempts: 10, maxEventAge: Duration.hours(6) })],
      });
    };
    tell('record-upload', 'Files that were put into the store', { source: ['aws.s3'], detailType: ['Object Created'], detail: { bucket: { name: [bucketName] } } });
    tell('record-scan', 'Results of the malware scan', {
      source: ['aws.guardduty'], detailType: ['GuardDuty Malware Protection Object Scan Result'], detail: { s3ObjectDetails: { bucketName: [bucketName] } },
    });
  }
}
