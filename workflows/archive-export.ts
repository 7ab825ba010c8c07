import { Choice, Condition, Succeed, TaskInput, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retried } from './case-clock.ts';
import type { TaskName, TaskOf } from './tasks.ts';

/**
 * Writes a package of cases for an archive: the cases are chosen, written volume by volume, and a manifest of all of it lets
 * it be fetched. The execution knows the package's id; what it has come to lies in the store, so that a step may be repeated.
 */
export function archiveExport(scope: Construct, task: TaskOf): IChainable {
  const step = (title: string, name: TaskName, comment: string) =>
    retried(LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction: task(name),
      payload: TaskInput.fromObject({ caseId: '{% $states.context.Execution.Input.caseId %}', now: '{% $states.context.State.EnteredTime %}' }),
      assign: { next: '{% $states.result.Payload.next %}' },
      outputs: '{% {} %}',
    }));
  const ended = Succeed.jsonata(scope, 'Package ended', { comment: 'It can be fetched, or was given up; the package says which', outputs: '{% {} %}' });
  const choose = step('Choose cases', 'choose-archive-cases', 'Goes through some of the cases and remembers those that come along');
  const write = step('Write volume', 'write-archive-volume', 'Writes one zip file of cases with their files; doing it again writes the same');
  const finish = step('Write manifest', 'finish-archive', 'Writes checksums of every file and lets the package be fetched');
  // No otherwise: an answer this machine does not know must fail the execution, not pass unseen.
  const whatIsNext = Choice.jsonata(scope, 'What is next?', { comment: 'The package says what is left to do' })
    .when(Condition.jsonata('{% $next = "choose" %}'), choose)
    .when(Condition.jsonata('{% $next = "write" %}'), write)
    .when(Condition.jsonata('{% $next = "finish" %}'), finish)
    .when(Condition.jsonata('{% $next = "ended" %}'), ended);
  write.next(whatIsNext);
  finish.next(whatIsNext);
  return choose.next(whatIsNext);
}
