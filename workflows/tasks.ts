import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** What machines invoke, by entry file in functions/tasks. */
export const taskNames = [
  'read-lifecycle', 'register-wait', 'start-next-generation',
  'report-handling-overdue', 'report-not-acknowledged', 'remind-unit', 'escalate-to-managers', 'expire-link',
  'report-registration-overdue', 'remind-investigators',
  'remind-of-pharmacy', 'remind-of-effect-review', 'escalate-effect-review',
  'check-import', 'write-import-rows', 'put-import-in-force',
  'remind-of-harm-decision', 'escalate-harm-decision',
  'remind-of-dispute', 'escalate-dispute',
  'choose-archive-cases', 'write-archive-volume', 'finish-archive',
  'remind-of-ladder', 'escalate-ladder',
  'read-report-clock', 'start-next-report-generation', 'draft-report', 'remind-of-report', 'escalate-report', 'remind-of-feedback', 'report-feedback-overdue',
] as const;
export type TaskName = (typeof taskNames)[number];
/** The function of a task, by the name of its entry file. */
export type TaskOf = (name: TaskName) => IFunction;
