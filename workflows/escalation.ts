import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** A case on the ladder, from the nearest managers to the steering body and back (domain.md R6, R7): one climb. */
export const escalation = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  machine: 'escalation',
  readComment: 'Asks the case at which level of the ladder it is',
  endTitle: 'Track ended',
  endComment: 'Settled and back with the staff, or the case has been rejected or withdrawn',
  waits: [
    { awaits: 'ladderManagers', title: 'Await nearest managers', comment: 'The managers agree on who, what and how, or forward the case with a de-identified folder' },
    { awaits: 'ladderGroup', title: 'Await group', comment: 'A group has the folder: its convener forwards or returns it' },
    { awaits: 'ladderPreparation', title: 'Await decision basis', comment: 'Groups have the folder in parallel: one consults the others and writes the basis of the decision' },
    { awaits: 'ladderDecision', title: 'Await steering body', comment: 'The highest level decides, and may appoint a working group' },
    { awaits: 'ladderInformation', title: 'Await information on the decision', comment: 'Decided: whoever prepared it informs the units concerned and the reporter' },
  ],
  steps: [
    { step: 'ladderRemind', title: 'Remind before the level is due', comment: 'The time at the level is almost over: reminds the convener, or the managers and the handler', task: task('remind-of-ladder') },
    { step: 'ladderOverdue', title: 'Remind that the level is overdue', comment: 'The time at the level is over: reminds the convener, or the managers and the handler', task: task('remind-of-ladder') },
    { step: 'ladderEscalate', title: 'Escalate overdue level', comment: 'Still at its level: tells the convener of the next level and the administrators', task: task('escalate-ladder') },
  ],
});
