import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** The clock of an outgoing deviation, from report to closing. */
export const outgoingDeviation = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  startNextGeneration: task('start-next-generation'),
  readComment: 'Asks the case what it awaits and which step of the clock comes next',
  endTitle: 'Case ended',
  endComment: 'Closed, withdrawn, or handed over to the next generation',
  waits: [
    { awaits: 'sending', title: 'Await sending', comment: 'The handler prepares the case and sends it to the external unit' },
    { awaits: 'acknowledgement', title: 'Await acknowledgement', comment: 'The external unit opens the request with its first code' },
    { awaits: 'reply', title: 'Await reply', comment: 'The external unit investigates and answers through the link' },
    { awaits: 'closing', title: 'Await closing', comment: 'The reply is in: the handler shares it and closes the case, or returns it' },
  ],
  steps: [
    { step: 'handlingOverdue', title: 'Report handling overdue', comment: 'The case has not been sent in time: flags it and tells the handler', task: task('report-handling-overdue') },
    { step: 'notAcknowledged', title: 'Report not acknowledged', comment: 'Nobody has opened the request: tells the handler, reminds the unit', task: task('report-not-acknowledged') },
    { step: 'remindBefore', title: 'Remind before due', comment: 'A week before the reply is due: reminds the unit', task: task('remind-unit') },
    { step: 'remindDue', title: 'Remind on due day', comment: 'The reply is due: reminds the unit', task: task('remind-unit') },
    { step: 'remindAfter', title: 'Remind after due', comment: 'The reply is a week late: flags the case and reminds the unit', task: task('remind-unit') },
    { step: 'escalate', title: 'Escalate to managers', comment: 'The reply is two weeks late: tells both managers and the handler', task: task('escalate-to-managers') },
    { step: 'expireLink', title: 'Expire link', comment: 'The reply link dies; a new one needs the handler', task: task('expire-link') },
  ],
});
