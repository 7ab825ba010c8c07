import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** L5: once a day, before work begins, what has come due is drawn and reminded of; mostly there is nothing to do. */
export class SpotChecks extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queue: IQueue }) {
    super(scope, id);
    const { stage, key, maker, queue } = props;
    const drawer = maker.make(this, 'draw-spot-checks', relayEntries['draw-spot-checks'], queue);
    const role = new Role(this, 'DrawRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      inlinePolicies: {
        schedule: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [drawer.function.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ] }),
      },
    }).withoutPolicyUpdates();
    new Schedule(this, 'DrawSpotChecks', {
      scheduleName: `brygga-${stage}-draw-spot-checks`,
      description: 'Draws spot checks of the access log, and reminds of them',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '4', timeZone: TimeZone.of('Europe/Stockholm') }),
      target: new LambdaInvoke(drawer.function, { role, deadLetterQueue: queue, retryAttempts: 5, maxEventAge: Duration.hours(6) }),
      key,
    });
  }
}
