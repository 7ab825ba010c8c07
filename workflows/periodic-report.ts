import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { caseClock } from './case-clock.ts';
import type { TaskOf } from './tasks.ts';

/**
 * The clock of a periodic report (domain.md G2–G5, V13, R8, L11): drafted on its day from the kept figures, submitted by the
 * organisation's function, answered by whoever receives it. The execution knows the report's id; words and figures stay in the store.
 */
export const periodicReport = (scope: Construct, task: TaskOf): IChainable => caseClock(scope, {
  readLifecycle: task('read-report-clock'),
  registerWait: task('register-wait'),
  startNextGeneration: task('start-next-report-generation'),
  machine: 'periodic-report',
  readTitle: 'Read report',
  readComment: 'Asks the report what it waits for, and what comes next',
  endTitle: 'Report ended',
  endComment: 'Feedback or follow-up has come, none is asked for, or a newer execution has taken over',
  waits: [
    { awaits: 'reportDrafting', title: 'Await drafting day', comment: 'The period has ended; the figures settle until the working day on which the draft is made' },
    { awaits: 'reportSubmission', title: 'Await submission', comment: 'The draft is there; the organisation\'s function edits and submits it' },
    { awaits: 'reportFeedback', title: 'Await feedback', comment: 'Submitted and locked; whoever received it says what was done and what is planned' },
  ],
  steps: [
    { step: 'draftReport', title: 'Draft report', comment: 'Compiles the draft from the kept figures, and tells those who edit it', task: task('draft-report') },
    { step: 'remindOfReport', title: 'Remind of report', comment: 'Not submitted yet: reminds those who edit it', task: task('remind-of-report') },
    { step: 'escalateReport', title: 'Escalate report', comment: 'Its last day has passed: tells the managers of those who edit it', task: task('escalate-report') },
    { step: 'remindOfFeedback', title: 'Remind of feedback', comment: 'A week before feedback is due: reminds whoever received the report', task: task('remind-of-feedback') },
    { step: 'feedbackOverdue', title: 'Report feedback overdue', comment: 'No feedback in time: tells whoever received the report, and those who submitted it', task: task('report-feedback-overdue') },
  ],
});
