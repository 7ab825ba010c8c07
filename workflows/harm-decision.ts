import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/** The decision on lex Maria or lex Sarah, from when those who decide were told (domain.md L3). It is never filed by the system. */
export const harmDecision = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-lifecycle'),
  registerWait: task('register-wait'),
  machine: 'harm-decision',
  readComment: 'Asks the case whether the decision on serious harm is recorded',
  endTitle: 'Track ended',
  endComment: 'Decided, no longer held for serious, or the case has been rejected or withdrawn',
  waits: [
    { awaits: 'harmDecision', title: 'Await harm decision', comment: 'Those who decide on serious harm were told at once; they decide, and record it' },
  ],
  steps: [
    { step: 'harmDecisionOverdue', title: 'Remind of harm decision', comment: 'No decision in time: reminds those who decide', task: task('remind-of-harm-decision') },
    { step: 'harmDecisionEscalate', title: 'Escalate harm decision', comment: 'Still no decision: tells the managers of those who decide, and the administrators who act for them', task: task('escalate-harm-decision') },
  ],
});
