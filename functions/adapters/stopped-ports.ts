import type { StoppedPorts } from '../use-cases/ports-relay.ts';
import { clockPorts } from './clock-ports.ts';
import { executions } from './executions.ts';

export const stoppedPorts = (): StoppedPorts => ({ ...clockPorts(), executions });
