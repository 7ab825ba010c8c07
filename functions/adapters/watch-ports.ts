import type { WatchPorts } from '../use-cases/ports-relay.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { executions } from './executions.ts';
import { DynamoWaitStore } from './wait-store.ts';

export const watchPorts = (): WatchPorts => ({ cases: caseStore(), accessLog: accessLog(), waits: new DynamoWaitStore(documentClient(), casesTable), registers: registerStore(), executions });
