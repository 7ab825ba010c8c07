import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Gateway } from './api.ts';
import type { DeadLetterQueues } from './dead-letter-queues.ts';
import type { FunctionMaker } from './function-maker.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface MonitoringProps {
  readonly stage: string;
  readonly key: IKey;
  readonly alarmMail: string | undefined;
  readonly maker: FunctionMaker;
  readonly queues: DeadLetterQueues;
  readonly lifecycle: Lifecycle;
  readonly gateway: Gateway;
}

/** Alarms, each of which names its section of infra/README.md. */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const topic = new Topic(this, 'Alarms', { topicName: `brygga-${props.stage}-alarms`, masterKey: props.key, enforceSSL: true });
    if (props.alarmMail !== undefined) topic.addSubscription(new EmailSubscription(props.alarmMail));
  }
}
