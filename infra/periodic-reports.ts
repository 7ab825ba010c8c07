import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** G2, V13, R8, L11: once a day, before work begins, which periods have ended; what was missed is made up for the next day. */
export class PeriodicReports extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queue: IQueue }) {
    super(scope, id);
    const { stage, key, maker, queue } = props;
    const opener = maker.make(this, 'open-reports', relayEntries['open-reports'], queue);
    const role = new Role(this, 'OpenRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      inlinePolicies: {
        schedule: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [opener.function.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ] }),
      },
    }).withoutPolicyUpdates();
    new Schedule(this, 'OpenReports', {
      scheduleName: `brygga-${stage}-open-reports`,
      description: 'Opens the periodic reports of periods that have ended',
      schedule: ScheduleExpression.cron({ minute: '15', hour: '4', timeZone: TimeZone.of('Europe/Stockholm') }),
      target: new LambdaInvoke(opener.function, { role, deadLetterQueue: queue, retryAttempts: 5, maxEventAge: Duration.hours(6) }),
      key,
    });
  }
}
