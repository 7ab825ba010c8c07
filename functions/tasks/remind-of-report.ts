import { reportTaskPorts } from '../adapters/report-ports.ts';
import { reportStepTask } from '../contracts/task.ts';
import { takeReportStep } from '../use-cases/take-report-step.ts';

export const handler = (task: unknown) => takeReportStep(reportTaskPorts(), reportStepTask.parse(task), 'remindOfReport');
