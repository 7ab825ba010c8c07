import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** The second registration that a dose pharmacy wants, beside the case's own lifecycle (domain.md V12). */
export const dosePharmacy = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  machine: 'dose-pharmacy',
  readComment: 'Asks the case whether the dose pharmacy has been notified',
  endTitle: 'Track ended',
  endComment: 'Notified, excused with a reason, or the case has ended',
  waits: [
    { awaits: 'pharmacyNotification', title: 'Await pharmacy notification', comment: 'The handler notifies the dose pharmacy and records its reference, or why not' },
  ],
  steps: [
    { step: 'pharmacyOverdue', title: 'Remind of pharmacy notification', comment: 'The dose pharmacy has not been notified in time: reminds the handler', task: task('remind-of-pharmacy') },
  ],
});
