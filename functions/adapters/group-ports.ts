import type { GroupPorts } from '../use-cases/ports-groups.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { DynamoGroupCaseStore } from './group-cases.ts';

export const groupPorts = (): GroupPorts => ({ groupCases: new DynamoGroupCaseStore(documentClient(), casesTable), registers: registerStore(), cases: caseStore(), accessLog: accessLog() });
