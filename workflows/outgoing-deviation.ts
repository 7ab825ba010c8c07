import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, Errors, IntegrationPattern, JitterType, Succeed, TaskInput, Timeout, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwaitedEvent, ClockStep } from '../functions/domain/vocabulary.ts';

/** The functions this machine calls, by entry file. */
export interface OutgoingDeviationTasks {
  readonly readLifecycle: IFunction;
  readonly registerWait: IFunction;
  readonly reportHandlingOverdue: IFunction;
  readonly reportNotAcknowledged: IFunction;
  readonly remindUnit: IFunction;
  readonly escalateToManagers: IFunction;
  readonly expireLink: IFunction;
  readonly startNextGeneration: IFunction;
}

/** Of every payload: which case, which execution of it, and the time (functions own no clock). Identifiers and instants only. */
const caseAndTime = {
  caseId: '{% $states.context.Execution.Input.caseId %}',
  generation: '{% $states.context.Execution.Input.generation %}',
  now: '{% $states.context.State.EnteredTime %}',
};

/** Whole seconds from entering the state until `until`; at least 1, at most what Step Functions takes. */
const secondsUntil = '{% $max([1, $min([99999999, $ceil(($toMillis($until) - $toMillis($states.context.State.EnteredTime)) / 1000)])]) %}';

/**
 * The clock of an outgoing deviation. The case is the truth: every round reads it, waits for a person
 * or for the next due step, and reads it again; a command that moves the case completes the wait.
 */
export function outgoingDeviation(scope: Construct, tasks: OutgoingDeviationTasks): IChainable {
  const readCase = retried(LambdaInvoke.jsonata(scope, 'Read case', {
    comment: 'Asks the case what it awaits and which step of the clock comes next',
    lambdaFunction: tasks.readLifecycle,
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

  const caseEnded = Succeed.jsonata(scope, 'Case ended', { comment: 'Closed, withdrawn, or handed over to the next generation', outputs: '{% {} %}' });

  const step = (title: string, comment: string, lambdaFunction: IFunction) =>
    retried(LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction,
      payload: TaskInput.fromObject({ ...caseAndTime, step: '{% $step %}', at: '{% $stepAt %}' }),
      outputs: '{% {} %}',
    })).next(readCase);
  const due = (name: ClockStep): Condition => Condition.jsonata(`{% $step = "${name}" %}`);

  // No otherwise: a step this machine does not know must fail the execution, not pass unseen.
  const whatIsDue = Choice.jsonata(scope, 'What is due?', { comment: 'The wait ran out: takes the step that the case named when it was read' })
    .when(due('handlingOverdue'), step('Report handling overdue', 'The case has not been sent in time: flags it and tells the handler', tasks.reportHandlingOverdue))
    .when(due('notAcknowledged'), step('Report not acknowledged', 'Nobody has opened the request: tells the handler, reminds the unit', tasks.reportNotAcknowledged))
    .when(due('remindBefore'), step('Remind before due', 'A week before the reply is due: reminds the unit', tasks.remindUnit))
    .when(due('remindDue'), step('Remind on due day', 'The reply is due: reminds the unit', tasks.remindUnit))
    .when(due('remindAfter'), step('Remind after due', 'The reply is a week late: flags the case and reminds the unit', tasks.remindUnit))
    .when(due('escalate'), step('Escalate to managers', 'The reply is two weeks late: tells both managers and the handler', tasks.escalateToManagers))
    .when(due('expireLink'), step('Expire link', 'The reply link dies; a new one needs the handler', tasks.expireLink))
    .when(Condition.jsonata('{% $step = "none" %}'), readCase);

  const wait = (title: string, comment: string) => {
    const state = LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction: tasks.registerWait,
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
  const awaits = (name: AwaitedEvent | 'nothing' | 'nextGeneration'): Condition => Condition.jsonata(`{% $awaits = "${name}" %}`);

  const nextGeneration = retried(LambdaInvoke.jsonata(scope, 'Start next generation', {
    comment: 'Hands over to a fresh execution well before a year and 25,000 events',
    lambdaFunction: tasks.startNextGeneration,
    payload: TaskInput.fromObject(caseAndTime),
    outputs: '{% {} %}',
  })).next(caseEnded);

  const whatIsAwaited = Choice.jsonata(scope, 'What is awaited?', { comment: 'The case says whose turn it is' })
    .when(awaits('sending'), wait('Await sending', 'The handler prepares the case and sends it to the external unit'))
    .when(awaits('acknowledgement'), wait('Await acknowledgement', 'The external unit opens the request with its first code'))
    .when(awaits('reply'), wait('Await reply', 'The external unit investigates and answers through the link'))
    .when(awaits('closing'), wait('Await closing', 'The reply is in: the handler shares it and closes the case, or returns it'))
    .when(awaits('nextGeneration'), nextGeneration)
    .when(awaits('nothing'), caseEnded);

  return readCase.next(whatIsAwaited);
}

/**
 * Only what may succeed a moment later, by name: the store's own contention and Lambda being full.
 * Anything else fails the execution, so that an administrator hears of it (design.md 1.4).
 */
function retried(task: LambdaInvoke): LambdaInvoke {
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
