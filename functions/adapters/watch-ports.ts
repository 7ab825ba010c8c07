import type { WatchPorts } from '../use-cases/ports-relay.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { executions } from './executions.ts';

export const watchPorts = (): WatchPorts => ({ cases: caseStore(), registers: registerStore(), executions });
