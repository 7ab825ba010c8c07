import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** Once a day, when the day before has ended: the heads of its event chains go where nobody can change them. */
export class AnchorHeads extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queue: IQueue }) {
    super(scope, id);
    const { stage, key, maker, queue } = props;
    const anchor = maker.make(this, 'anchor-heads', relayEntries['anchor-heads'], queue);
    const role = new Role(this, 'AnchorRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      inlinePolicies: {
        schedule: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [anchor.function.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ] }),
      },
    }).withoutPolicyUpdates();
    new Schedule(this, 'AnchorHeads', {
      scheduleName: `brygga-${stage}-anchor-heads`,
      description: 'Writes the heads of the ended day of event chains to the locked bucket',
      schedule: ScheduleExpression.cron({ minute: '10', hour: '2', timeZone: TimeZone.of('Europe/Stockholm') }),
      target: new LambdaInvoke(anchor.function, { role, deadLetterQueue: queue, retryAttempts: 5, maxEventAge: Duration.hours(6) }),
      key,
    });
  }
}
