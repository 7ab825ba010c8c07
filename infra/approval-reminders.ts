import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** N4: once a day, which event descriptions wait for the other party. */
export class ApprovalReminders extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queue: IQueue }) {
    super(scope, id);
    const { stage, key, maker, queue } = props;
    const reminder = maker.make(this, 'remind-of-approvals', relayEntries['remind-of-approvals'], queue);
    const role = new Role(this, 'RemindRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      inlinePolicies: {
        schedule: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [reminder.function.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ] }),
      },
    }).withoutPolicyUpdates();
    new Schedule(this, 'RemindOfApprovals', {
      scheduleName: `brygga-${stage}-remind-of-approvals`,
      description: 'Reminds parties of event descriptions to approve',
      schedule: ScheduleExpression.cron({ minute: '40', hour: '4', timeZone: TimeZone.of('Europe/Stockholm') }),
      target: new LambdaInvoke(reminder.function, { role, deadLetterQueue: queue, retryAttempts: 5, maxEventAge: Duration.hours(6) }),
      key,
    });
  }
}
