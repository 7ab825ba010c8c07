import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** Whether the actions had the wanted result, asked some months after closing (domain.md R2, H8). */
export const effectReview = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  machine: 'effect-review',
  readComment: 'Asks the case whether the effect of its actions has been reviewed',
  endTitle: 'Track ended',
  endComment: 'Reviewed, or overtaken by a later review',
  waits: [
    { awaits: 'effectReview', title: 'Await effect review', comment: 'The actions get time to work; then whoever led the investigation says whether they did' },
  ],
  steps: [
    { step: 'effectReviewDue', title: 'Ask for effect review', comment: 'The review is due: asks whoever led the investigation', task: task('remind-of-effect-review') },
    { step: 'effectReviewOverdue', title: 'Remind of effect review', comment: 'The review is late: reminds whoever led the investigation', task: task('remind-of-effect-review') },
    { step: 'effectReviewEscalate', title: 'Escalate effect review', comment: 'Nobody has reviewed the effect: tells the manager of the owning unit and the handler', task: task('escalate-effect-review') },
  ],
});
