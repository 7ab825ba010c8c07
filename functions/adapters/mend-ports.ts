import type { MendPorts } from '../use-cases/ports-relay.ts';
import { executions } from './executions.ts';
import { staffPorts } from './staff-ports.ts';

export const mendPorts = (): MendPorts => ({ ...staffPorts(), executions });
