import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** The clock of an incoming deviation, from filing to the reply, which closes it (domain.md V3–V8). */
export const incomingDeviation = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  startNextGeneration: task('start-next-generation'),
  readComment: 'Asks the case what it awaits and which step of the clock comes next',
  endTitle: 'Case ended',
  endComment: 'Answered and so closed, rejected, or handed over to the next generation',
  waits: [
    { awaits: 'registration', title: 'Await registration', comment: 'What came in without an account waits to be registered' },
    { awaits: 'investigation', title: 'Await investigation', comment: 'The lead and the co-investigators find out what happened and plan actions' },
    { awaits: 'information', title: 'Await information', comment: 'Whoever filed is asked for more; the clock goes on' },
    { awaits: 'answer', title: 'Await reply', comment: 'The investigation is done: the handler sends the reply, which closes the case' },
  ],
  steps: [
    { step: 'registrationOverdue', title: 'Report registration overdue', comment: 'Nobody has registered the report in time: flags it and tells those who register', task: task('report-registration-overdue') },
    { step: 'remindBefore', title: 'Remind before due', comment: 'Some days before our reply is due: reminds investigators and handler', task: task('remind-investigators') },
    { step: 'remindDue', title: 'Remind on due day', comment: 'Our reply is due: reminds investigators and handler', task: task('remind-investigators') },
    { step: 'remindAfter', title: 'Remind after due', comment: 'Our reply is late: flags the case, reminds investigators and handler', task: task('remind-investigators') },
    { step: 'escalate', title: 'Escalate to managers', comment: 'Our reply is very late: tells the managers of the units concerned and the handler', task: task('escalate-to-managers') },
  ],
});
