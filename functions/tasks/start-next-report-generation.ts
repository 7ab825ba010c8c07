import { reportTaskPorts } from '../adapters/report-ports.ts';
import { nextGenerationTask } from '../contracts/task.ts';
import { startNextReportGeneration } from '../use-cases/take-report-step.ts';

export const handler = (task: unknown) => startNextReportGeneration(reportTaskPorts(), nextGenerationTask.parse(task));
