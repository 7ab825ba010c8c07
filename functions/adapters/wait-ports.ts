import type { WaitPorts } from '../use-cases/ports-relay.ts';
import { caseStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { executions } from './executions.ts';
import { createLog } from './log.ts';
import { DynamoWaitStore } from './wait-store.ts';

export const waitPorts = (): WaitPorts => ({ cases: caseStore(), waits: new DynamoWaitStore(documentClient(), casesTable), executions, log: createLog() });
