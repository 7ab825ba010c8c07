import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** H8, V13: once a day, before work begins, invitations and what is late of meetings and deep analyses. */
export class MeetingReminders extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queue: IQueue }) {
    super(scope, id);
    const { stage, key, maker, queue } = props;
    const reminder = maker.make(this, 'remind-of-meetings', relayEntries['remind-of-meetings'], queue);
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
    new Schedule(this, 'RemindOfMeetings', {
      scheduleName: `brygga-${stage}-remind-of-meetings`,
      description: 'Invites to meetings, and reminds of what is left to do of them',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '4', timeZone: TimeZone.of('Europe/Stockholm') }),
      target: new LambdaInvoke(reminder.function, { role, deadLetterQueue: queue, retryAttempts: 5, maxEventAge: Duration.hours(6) }),
      key,
    });
  }
}
