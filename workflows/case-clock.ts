import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, Errors, IntegrationPattern, JitterType, Succeed, TaskInput, Timeout, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwaitedEvent, ClockStep, Machine, ReportStep, ReportWait } from '../functions/domain/vocabulary.ts';

/** A wait for a person: which event ends it, and how an administrator would name it. */
export interface WaitOf {
  readonly awaits: AwaitedEvent | ReportWait;
  readonly title: string;
  readonly comment: string;
}
/** What time does: which step of the clock, and the task that takes it. */
export interface StepOf {
  readonly step: ClockStep | ReportStep;
  readonly title: string;
  readonly comment: string;
  readonly task: IFunction;
}
export interface CaseClock {
  readonly readLifecycle: IFunction;
  readonly registerWait: IFunction;
  /** Absent where the machine ends well within the limits of Step Functions. */
  readonly startNextGeneration?: IFunction;
  /** Named by a track to its tasks; absent: the clock of the whole case. */
  readonly machine?: Machine;
  /** Of what is no case: how the state that reads it is called. */
  readonly readTitle?: string;
  readonly readComment: string;
  readonly endTitle: string;
  readonly endComment: string;
  readonly waits: readonly WaitOf[];
  readonly steps: readonly StepOf[];
}

/** Whole seconds from entering the state until `until`; at least 1, at most what Step Functions takes. */
const secondsUntil = '{% $max([1, $min([99999999, $ceil(($toMillis($until) - $toMillis($states.context.State.EnteredTime)) / 1000)])]) %}';

/**
 * The pattern of every machine here. The case is the truth: each round reads it, waits for a person or for the next due
 * step, and reads it again; a command that moves the case on completes the wait (design.md 1.2, 1.3).
 */
export function caseClock(scope: Construct, clock: CaseClock): IChainable {
  /** Of every payload: which case, which execution of it, and the time (functions own no clock). Identifiers and instants only. */
  const caseAndTime = {
    caseId: '{% $states.context.Execution.Input.caseId %}',
    generation: '{% $states.context.Execution.Input.generation %}',
    now: '{% $states.context.State.EnteredTime %}',
    ...(clock.machine && { machine: clock.machine }),
  };

  const readCase = retried(LambdaInvoke.jsonata(scope, clock.readTitle ?? 'Read case', {
    comment: clock.readComment,
    lambdaFunction: clock.readLifecycle,
    payload: TaskInput.fromObject({ ...caseAndTime, startedAt: '{% $states.context.Execution.StartTime %}' }),
    assign: {
      clockRevision: '{% $states.result.Payload.clockRevision %}',
      awaits: '{% $states.result.Payload.awaits %}',
      until: '{% $states.result.Payload.until %}',
      step: '{% $states.result.Payload.next = null ? "none" : $states.result.Payload.next.step %}',
      stepAt: '{% $states.result.Payload.next = null ? $states.result.Payload.until : $states.result.Payload.next.at %}',
    },
    outputs: '{% {} %}',
  }));

  const ended = Succeed.jsonata(scope, clock.endTitle, { comment: clock.endComment, outputs: '{% {} %}' });

  const step = ({ title, comment, task }: StepOf) =>
    retried(LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction: task,
      payload: TaskInput.fromObject({ ...caseAndTime, step: '{% $step %}', at: '{% $stepAt %}' }),
      outputs: '{% {} %}',
    })).next(readCase);

  // No otherwise: a step this machine does not know must fail the execution, not pass unseen.
  const whatIsDue = Choice.jsonata(scope, 'What is due?', { comment: 'The wait ran out: takes the step that the case named when it was read' });
  for (const each of clock.steps) whatIsDue.when(Condition.jsonata(`{% $step = "${each.step}" %}`), step(each));
  whatIsDue.when(Condition.jsonata('{% $step = "none" %}'), readCase);

  const wait = ({ title, comment }: WaitOf) => {
    const state = LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction: clock.registerWait,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        ...caseAndTime,
        awaits: '{% $awaits %}',
        clockRevision: '{% $clockRevision %}',
        until: '{% $until %}',
        token: '{% $states.context.Task.Token %}',
        retryCount: '{% $states.context.State.RetryCount %}',
      }),
      taskTimeout: Timeout.jsonata(secondsUntil),
      outputs: '{% {} %}',
    });
    return retried(state)
      .addCatch(whatIsDue, { errors: [Errors.TIMEOUT], outputs: '{% {} %}' })
      .next(readCase);
  };
  const awaits = (name: WaitOf['awaits'] | 'nothing' | 'nextGeneration'): Condition => Condition.jsonata(`{% $awaits = "${name}" %}`);

  const whatIsAwaited = Choice.jsonata(scope, 'What is awaited?', { comment: 'The case says whose turn it is' });
  for (const each of clock.waits) whatIsAwaited.when(awaits(each.awaits), wait(each));
  if (clock.startNextGeneration) {
    whatIsAwaited.when(awaits('nextGeneration'), retried(LambdaInvoke.jsonata(scope, 'Start next generation', {
      comment: 'Hands over to a fresh execution well before a year and 25,000 events',
      lambdaFunction: clock.startNextGeneration,
      payload: TaskInput.fromObject(caseAndTime),
      outputs: '{% {} %}',
    })).next(ended));
  }
  whatIsAwaited.when(awaits('nothing'), ended);

  return readCase.next(whatIsAwaited);
}

/**
 * Only what may succeed a moment later, by name: the store's own contention and Lambda being full.
 * Anything else fails the execution, so that an administrator hears of it (design.md 1.4).
 */
export function retried(task: LambdaInvoke): LambdaInvoke {
  task.addRetry({
    errors: ['Conflict', 'Throttled', 'Lambda.TooManyRequestsException'],
    interval: Duration.seconds(2),
    backoffRate: 2,
    // With full jitter some twenty minutes: a service that is away for a moment must not stop every case that is due then.
    maxAttempts: 15,
    maxDelay: Duration.minutes(5),
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
