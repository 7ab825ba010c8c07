import { importTaskPorts } from './import-ports.ts';
import { archiveFailurePorts } from './releasing-ports.ts';
import { openReportsPorts } from './report-ports.ts';
import type { StoppedPorts } from '../use-cases/ports-relay.ts';
import { clockPorts } from './clock-ports.ts';
import { executions } from './executions.ts';

export const stoppedPorts = (): StoppedPorts => ({ ...clockPorts(), executions });
export const stoppedOfAnyKindPorts = () => ({ cases: stoppedPorts, imports: importTaskPorts, archives: archiveFailurePorts, reports: openReportsPorts });
