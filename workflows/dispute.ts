import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** One step of a dispute on responsibility or cost beside the case (domain.md G7): each step that it is taken to is an execution of its own. */
export const dispute = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  machine: 'dispute',
  readComment: 'Asks the case whether the dispute is still at this step',
  endTitle: 'Track ended',
  endComment: 'Settled, withdrawn, ruled on, or taken to another step, which has an execution of its own',
  waits: [
    { awaits: 'disputeLineManagers', title: 'Await line managers', comment: 'The line managers try to agree; the case may close meanwhile' },
    { awaits: 'disputeHeads', title: 'Await heads of administration', comment: 'The heads of administration try to agree' },
    { awaits: 'disputeCourt', title: 'Await court', comment: 'The administrative court tries the dispute' },
  ],
  steps: [
    { step: 'disputeRemind', title: 'Remind before dispute date', comment: 'The date of the step is near: reminds the owner of the dispute', task: task('remind-of-dispute') },
    { step: 'disputeOverdue', title: 'Remind of dispute', comment: 'The date of the step has passed: reminds the owner once more', task: task('remind-of-dispute') },
    { step: 'disputeEscalate', title: 'Escalate dispute', comment: 'Nobody has taken it further: tells the managers of its owner, and whoever opened it', task: task('escalate-dispute') },
  ],
});
