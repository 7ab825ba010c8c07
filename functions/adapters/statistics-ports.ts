import type { KeepingPorts, StatisticsPorts } from '../use-cases/ports-statistics.ts';
import { DynamoAggregateStore } from './aggregate-store.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';

const aggregates = () => new DynamoAggregateStore(documentClient(), casesTable);

export const keepingPorts = (): KeepingPorts => ({ aggregates: aggregates(), cases: caseStore() });
export const statisticsPorts = (): StatisticsPorts => ({ registers: registerStore(), aggregates: aggregates() });
