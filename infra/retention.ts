import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/**
 * L9: each morning what has come past its time is drawn up, once a month and signed by a person; each hour what was signed off
 * and has waited out its days of grace is carried out, so much at a time. Only the latter may take anything away for good.
 */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly maker: FunctionMaker; readonly queueFor: (name: string) => IQueue }) {
    super(scope, id);
    const { stage, key, maker, queueFor } = props;
    const scheduled = (name: 'report-retention' | 'erase-retired', logicalId: string, description: string, schedule: ScheduleExpression): void => {
      const queue = queueFor(name);
      const made = maker.make(this, name, relayEntries[name], queue);
      const role = new Role(this, `${logicalId}Role`, {
        assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
        inlinePolicies: {
          schedule: new PolicyDocument({ statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [made.function.functionArn] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
            new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
          ] }),
        },
      }).withoutPolicyUpdates();
      new Schedule(this, logicalId, {
        scheduleName: `brygga-${stage}-${name}`, description, schedule, key,
        target: new LambdaInvoke(made.function, { role, deadLetterQueue: queue, retryAttempts: 2, maxEventAge: Duration.hours(6) }),
      });
    };
    scheduled('report-retention', 'ReportRetention', 'Draws up once a month what retention rules say will go', ScheduleExpression.cron({ minute: '50', hour: '4', timeZone: TimeZone.of('Europe/Stockholm') }));
    scheduled('erase-retired', 'EraseRetired', 'Carries out what was signed off', ScheduleExpression.rate(Duration.hours(1)));
  }
}
