import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { machines, type Machine } from '../functions/domain/vocabulary.ts';
import { machineList } from '../workflows/machines.ts';
import { taskNames, type TaskName, type TaskOf } from '../workflows/tasks.ts';
import type { CaseStore } from './case-store.ts';
import { relayEntries, taskEntry } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';
import { machineConstruct, machineName } from './machine-names.ts';

export interface LifecycleProps {
  readonly stage: string;
  readonly store: CaseStore;
  readonly key: IKey;
  readonly logRetention: RetentionDays;
  readonly tracing: boolean;
  readonly maker: FunctionMaker;
  /** One queue per source of events, so that a redrive knows where to go. */
  readonly queueFor: (name: string) => IQueue;
}

/** The state machines, what they call, and the relay between them and the case store. */
export class Lifecycle extends Construct {
  readonly stateMachines: readonly StateMachine[];

  constructor(scope: Construct, id: string, props: LifecycleProps) {
    super(scope, id);
    const tasks = new Map(taskNames.map((name) => [name, props.maker.make(this, name, taskEntry(name)).function]));
    const task: TaskOf = (name: TaskName) => {
      const made = tasks.get(name);
      if (!made) throw new Error(`There is no task ${name}`);
      return made;
    };
    const role = this.#machineRole([...tasks.values()], props.tracing);
    this.stateMachines = machines.map((machine) => this.#machine(machine, task, role, props));
    this.#relayOutbox(props);
    this.#keepAggregates(props);
    this.#markStopped(props);
    this.#sweep(props);
  }

  #machine(machine: Machine, task: TaskOf, role: IRole, { stage, key, logRetention, tracing }: LifecycleProps): StateMachine {
    const { comment, chain } = machineList[machine];
    const id = machineConstruct(machine);
    return new StateMachine(this, id, {
      stateMachineName: machineName(stage, machine),
      stateMachineType: StateMachineType.STANDARD,
      role,
      queryLanguage: QueryLanguage.JSONATA,
      comment,
      // A scope of its own: machines share names of states.
      definitionBody: DefinitionBody.fromChainable(chain(new Construct(this, `${id}States`), task)),
      logs: {
        destination: new LogGroup(this, machine === 'outgoing-deviation' ? 'ExecutionLog' : `${id}ExecutionLog`, {
          // Step Functions asks for this prefix once many log groups deliver to it.
          logGroupName: `/aws/vendedlogs/states/brygga/${stage}/${machine}`,
          retention: logRetention,
          encryptionKey: key,
          removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
      tracingEnabled: tracing,
      // A machine that is replaced ends no execution.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** The fast path: new outbox rows reach the relay within a second. What fails for good waits for the sweep. */
  #relayOutbox({ store, maker, queueFor }: LifecycleProps): void {
    const queue = queueFor('deliver-outbox');
    const streamArn = store.cases.tableStreamArn;
    if (streamArn === undefined) throw new Error('The table of cases has no stream');
    const relay = maker.make(this, 'deliver-outbox', relayEntries['deliver-outbox'], queue, [
      new PolicyStatement({ actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], resources: [streamArn] }),
    ]);
    new EventSourceMapping(this, 'OutboxStream', {
      target: relay.function,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      parallelizationFactor: 2,
      retryAttempts: 5,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: Duration.hours(6),
      filters: [FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { NewImage: { outboxKey: { S: FilterRule.isEqual('pending') } } },
      })],
      onFailure: new SqsDlq(queue),
    });
  }

  /** Figures follow the cases. A step of a recomputation is a row of the stream as well, and brings the next. */
  #keepAggregates({ store, maker, queueFor }: LifecycleProps): void {
    const queue = queueFor('keep-aggregates');
    const streamArn = store.cases.tableStreamArn;
    if (streamArn === undefined) throw new Error('The table of cases has no stream');
    const keeper = maker.make(this, 'keep-aggregates', relayEntries['keep-aggregates'], queue, [
      new PolicyStatement({ actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], resources: [streamArn] }),
    ]);
    new EventSourceMapping(this, 'AggregateStream', {
      target: keeper.function,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 50,
      parallelizationFactor: 2,
      // Nothing sweeps after it: it is tried for as long as the record may live.
      retryAttempts: 50,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: Duration.hours(20),
      filters: [FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { Keys: { sk: { S: FilterRule.or('CASE', 'RECOMPUTATION') } } },
      })],
      onFailure: new SqsDlq(queue),
    });
  }

  /** design.md 1.4: an execution that ended otherwise than by succeeding marks its case. */
  #markStopped({ maker, queueFor }: LifecycleProps): void {
    const queue = queueFor('mark-stopped');
    const marker = maker.make(this, 'mark-stopped', relayEntries['mark-stopped'], queue);
    new Rule(this, 'ExecutionStopped', {
      description: 'Executions of lifecycles and tracks that failed, timed out or were aborted',
      eventBus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: this.stateMachines.map(({ stateMachineArn }) => stateMachineArn), status: Match.anyOf('FAILED', 'TIMED_OUT', 'ABORTED') },
      },
      targets: [new LambdaFunction(marker.function, { deadLetterQueue: queue, retryAttempts: 10, maxEventAge: Duration.hours(6) })],
    });
  }

  /** The slow path that heals: undelivered rows, and open cases without a running execution. */
  #sweep({ stage, key, maker, queueFor }: LifecycleProps): void {
    const queue = queueFor('sweep-outbox');
    const sweeper = maker.make(this, 'sweep-outbox', relayEntries['sweep-outbox'], queue);
    new Schedule(this, 'SweepOutbox', {
      scheduleName: `brygga-${stage}-sweep-outbox`,
      description: 'Delivers what the stream missed',
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: new LambdaInvoke(sweeper.function, { role: this.#sweepRole(sweeper.function, queue, key), deadLetterQueue: queue, retryAttempts: 2, maxEventAge: Duration.minutes(15) }),
      key,
    });
  }

  #sweepRole(sweeper: IFunction, queue: IQueue, key: IKey): IRole {
    return new Role(this, 'SweepRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      inlinePolicies: {
        schedule: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [sweeper.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ] }),
      },
    }).withoutPolicyUpdates();
  }

  /** Step Functions may invoke exactly the functions of these machines, in no other version. */
  #machineRole(tasks: readonly IFunction[], tracing: boolean): IRole {
    const { account } = Stack.of(this);
    return new Role(this, 'MachineRole', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
      inlinePolicies: {
        machine: new PolicyDocument({ statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map((task) => task.functionArn) }),
          new PolicyStatement({ actions: logDelivery, resources: ['*'] }),
          ...(tracing ? [new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'], resources: ['*'] })] : []),
        ] }),
      },
    }).withoutPolicyUpdates();
  }
}

/** What AWS documents for a machine that logs; these actions know no resources. */
const logDelivery = [
  'logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery', 'logs:ListLogDeliveries',
  'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups',
];
