import { reportTaskPorts } from '../adapters/report-ports.ts';
import { readLifecycleTask } from '../contracts/task.ts';
import { readReportClock } from '../use-cases/read-report-clock.ts';

export const handler = (task: unknown) => readReportClock(reportTaskPorts(), readLifecycleTask.parse(task));
