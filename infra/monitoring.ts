import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, MathExpression, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { machines } from '../functions/domain/vocabulary.ts';
import type { Gateway } from './api.ts';
import type { DeadLetterQueues } from './dead-letter-queues.ts';
import type { MadeFunction } from './function-maker.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface MonitoringProps {
  readonly stage: string;
  readonly key: IKey;
  readonly alarmMail: string | undefined;
  readonly made: readonly MadeFunction[];
  readonly queues: DeadLetterQueues;
  readonly lifecycle: Lifecycle;
  readonly gateway: Gateway;
}

interface AlarmRule {
  readonly metric: IMetric;
  /** What has happened, in a sentence that holds no personal data. */
  readonly says: string;
  /** Heading of infra/README.md that says what to do, as its anchor. */
  readonly runbook: string;
  readonly threshold: number;
  /** Periods of five minutes; all of them must breach. */
  readonly periods?: number;
  readonly below?: boolean;
  readonly silenceIsBad?: boolean;
}

const period = Duration.minutes(5);
/** An alarm computes over at most ten metrics. */
const metricsPerAlarm = 10;

/** Alarms, each of which names its section of the runbook, infra/README.md. */
export class Monitoring extends Construct {
  readonly #stage: string;
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.#stage = props.stage;
    this.#topic = new Topic(this, 'Alarms', { topicName: `brygga-${props.stage}-alarms`, masterKey: props.key, enforceSSL: true });
    // A topic with a policy of its own lets nobody in by default, CloudWatch of the same account included.
    this.#topic.addToResourcePolicy(new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [this.#topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    }));
    if (props.alarmMail !== undefined) this.#topic.addSubscription(new EmailSubscription(props.alarmMail));
    this.#watchFunctions(props.made);
    this.#watchDelivery(props);
    this.#watchLifecycle(props);
    this.#watchRequests(props);
    this.#watchMail();
  }

  #watchFunctions(made: readonly MadeFunction[]): void {
    for (const folder of ['api', 'tasks', 'relay'] as const) {
      const functions = made.filter(({ entry }) => entry.folder === folder);
      for (let start = 0; start < functions.length; start += metricsPerAlarm) {
        const group = functions.slice(start, start + metricsPerAlarm).map(({ node }) => node.functionName);
        const number = start / metricsPerAlarm + 1;
        this.#alarm(`function-errors-${folder}-${number}`, {
          metric: sum(group.map((one) => ofFunction('Errors', one))),
          says: `Functions of ${folder}/ failed with an error nobody expected`,
          runbook: 'functions-fail',
          threshold: 1,
        });
        this.#alarm(`function-throttles-${folder}-${number}`, {
          metric: sum(group.map((one) => ofFunction('Throttles', one))),
          says: `Functions of ${folder}/ were refused a place to run`,
          runbook: 'functions-are-throttled',
          threshold: 1,
        });
      }
    }
  }

  #watchDelivery({ made, queues }: MonitoringProps): void {
    for (const [name, queue] of queues.byName) {
      this.#alarm(`failed-${name}`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
        says: `Events that ${name} could not handle lie in its queue`,
        runbook: 'events-in-a-dead-letter-queue',
        threshold: 1,
      });
    }
    const named = (name: string) => {
      const found = made.find((one) => one.name === name);
      if (!found) throw new Error(`There is no function ${name} to watch`);
      return found.node;
    };
    this.#alarm('outbox-age', {
      metric: named('deliver-outbox').function.metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
      says: 'The relay is more than ten minutes behind the stream of the case store (milliseconds)',
      runbook: 'the-outbox-is-not-delivered',
      threshold: 600_000,
    });
    new MetricFilter(this, 'OutboxUndelivered', {
      logGroup: named('sweep-outbox').logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'outbox-swept'),
      metricNamespace: `Brygga/${this.#stage}`,
      metricName: 'OutboxUndelivered',
      metricValue: '$.failed',
    });
    this.#alarm('outbox-undelivered', {
      metric: this.#own('OutboxUndelivered', Stats.MAXIMUM),
      says: 'Rows of the outbox could not be delivered by three sweeps in a row',
      runbook: 'the-outbox-is-not-delivered',
      threshold: 1,
      periods: 3,
    });
    this.#alarm('sweep-silent', {
      metric: named('sweep-outbox').function.metricInvocations({ period }),
      says: 'The sweep has not run for half an hour',
      runbook: 'the-sweep-does-not-run',
      threshold: 1,
      periods: 6,
      below: true,
      silenceIsBad: true,
    });
  }

  #watchLifecycle({ lifecycle, made }: MonitoringProps): void {
    // Not those aborted: a case that is closed or restarted aborts its execution, and nothing is wrong.
    lifecycle.stateMachines.forEach((stateMachine, index) => this.#alarm(`executions-failed-${machines[index] ?? index}`, {
      metric: sum([stateMachine.metricFailed({ period }), stateMachine.metricTimedOut({ period })]),
      says: 'Executions of a lifecycle or a track failed: their cases have no clock until somebody redrives or restarts them',
      runbook: 'an-execution-has-stopped',
      threshold: 1,
    }));
    // Whoever finds out logs it: the notice of the end, or the sweep where the notice was lost.
    for (const { name, node } of made.filter((one) => one.name === 'mark-stopped' || one.name === 'sweep-outbox')) {
      new MetricFilter(this, `stopped-${name}`, {
        logGroup: node.logGroup,
        filterPattern: FilterPattern.stringValue('$.message', '=', 'case-stopped'),
        metricNamespace: `Brygga/${this.#stage}`,
        metricName: 'CasesStopped',
        metricValue: '1',
      });
    }
    this.#alarm('cases-stopped', {
      metric: this.#own('CasesStopped', Stats.SUM),
      says: 'Open cases, or tracks of them, have stopped: they have no clock until somebody redrives or restarts them',
      runbook: 'an-execution-has-stopped',
      threshold: 1,
    });
  }

  #watchRequests({ gateway, made }: MonitoringProps): void {
    this.#alarm('requests-fail', {
      metric: gateway.httpApi.metricServerError({ period, statistic: Stats.SUM }),
      says: 'Requests were answered with 5xx',
      runbook: 'requests-fail',
      threshold: 5,
    });
    this.#alarm('requests-slow', {
      metric: gateway.httpApi.metricLatency({ period, statistic: 'p95' }),
      says: 'One request in twenty took more than three seconds (milliseconds)',
      runbook: 'requests-are-slow',
      threshold: 3000,
      periods: 3,
    });
    const limited = ['request-code', 'verify-code', 'request-new-link', 'request-intake-code', 'verify-intake-code', 'submit-intake'];
    for (const { name, node } of made.filter((one) => limited.includes(one.name))) {
      new MetricFilter(this, `limited-${name}`, {
        logGroup: node.logGroup,
        filterPattern: FilterPattern.all(
          FilterPattern.stringValue('$.message', '=', 'request-refused'),
          FilterPattern.any(FilterPattern.stringValue('$.code', '=', 'rate-limited'), FilterPattern.stringValue('$.code', '=', 'code-exhausted')),
        ),
        metricNamespace: `Brygga/${this.#stage}`,
        metricName: 'LinkAttemptsLimited',
        metricValue: '1',
      });
    }
    this.#alarm('link-attempts-limited', {
      metric: this.#own('LinkAttemptsLimited', Stats.SUM),
      says: 'Many codes or links were refused by their rate limit',
      runbook: 'somebody-guesses-links-or-codes',
      threshold: 20,
    });
  }

  #watchMail(): void {
    const reputation = (metricName: string) => new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });
    this.#alarm('mail-bounces', { metric: reputation('Reputation.BounceRate'), says: 'More than 4 of 100 mails bounce', runbook: 'mails-bounce', threshold: 0.04 });
    this.#alarm('mail-complaints', { metric: reputation('Reputation.ComplaintRate'), says: 'More than 1 of 1,000 mails is reported as unwanted', runbook: 'mails-bounce', threshold: 0.001 });
  }

  #own(metricName: string, statistic: string): Metric {
    return new Metric({ namespace: `Brygga/${this.#stage}`, metricName, period, statistic });
  }

  #alarm(name: string, rule: AlarmRule): void {
    const alarm = new Alarm(this, name, {
      alarmName: `brygga-${this.#stage}-${name}`,
      alarmDescription: `${rule.says}. What to do: infra/README.md#${rule.runbook}`,
      metric: rule.metric,
      threshold: rule.threshold,
      evaluationPeriods: rule.periods ?? 1,
      comparisonOperator: rule.below === true ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: rule.silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.#topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }
}

/** By name: a reference between stacks would make an export of every function. */
function ofFunction(metricName: string, functionName: string): Metric {
  return new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: functionName }, statistic: Stats.SUM, period });
}

function sum(metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({ expression: Object.keys(usingMetrics).map((name) => `FILL(${name}, 0)`).join(' + '), usingMetrics, period });
}
