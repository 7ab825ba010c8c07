import { Choice, Condition, Succeed, TaskInput, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retried } from './case-clock.ts';
import type { TaskName, TaskOf } from './tasks.ts';

/**
 * Brings a file into a register: its rows are written beside those in force, some at a time, and put in force together at
 * the end. An import that comes to nothing has changed nothing. The execution knows the import's id; the rows stay in the store.
 */
export function registerImport(scope: Construct, task: TaskOf): IChainable {
  const step = (title: string, name: TaskName, comment: string) =>
    retried(LambdaInvoke.jsonata(scope, title, {
      comment,
      lambdaFunction: task(name),
      payload: TaskInput.fromObject({ caseId: '{% $states.context.Execution.Input.caseId %}', now: '{% $states.context.State.EnteredTime %}' }),
      assign: { next: '{% $states.result.Payload.next %}' },
      outputs: '{% {} %}',
    }));
  const ended = Succeed.jsonata(scope, 'Import ended', { comment: 'In force, or given up because the register was changed meanwhile; the import says which', outputs: '{% {} %}' });
  const check = step('Check file', 'check-import', 'Reads the file again and sees whether the register still is as it was previewed');
  const write = step('Write rows', 'write-import-rows', 'Writes some rows beside those in force; doing it again changes nothing');
  const putInForce = step('Put in force', 'put-import-in-force', 'Lets all rows take effect in one transaction');
  // No otherwise: an answer this machine does not know must fail the execution, not pass unseen.
  const whatIsNext = Choice.jsonata(scope, 'What is next?', { comment: 'The import says what is left to do' })
    .when(Condition.jsonata('{% $next = "write" %}'), write)
    .when(Condition.jsonata('{% $next = "put-in-force" %}'), putInForce)
    .when(Condition.jsonata('{% $next = "ended" %}'), ended);
  write.next(whatIsNext);
  putInForce.next(whatIsNext);
  return check.next(whatIsNext);
}
