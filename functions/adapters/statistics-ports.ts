import type { KeepingPorts, StatisticsPorts } from '../use-cases/ports-statistics.ts';
import { DynamoAggregateStore } from './aggregate-store.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import type { StaffPorts } from '../use-cases/ports.ts';
import { staffPorts } from './staff-ports.ts';
import { casesTable } from './environment.ts';
import { DynamoReleaseLedger } from './release-ledger.ts';

const aggregates = () => new DynamoAggregateStore(documentClient(), casesTable);

/** For what is like a case: the staff's ports and the index that the stream keeps. */
export const similarPorts = (): StaffPorts & Pick<StatisticsPorts, 'aggregates'> => ({ ...staffPorts(), aggregates: aggregates() });
export const keepingPorts = (): KeepingPorts => ({ aggregates: aggregates(), cases: caseStore(), registers: registerStore() });
export const statisticsPorts = (): StatisticsPorts => ({ releases: new DynamoReleaseLedger(documentClient(), casesTable), registers: registerStore(), aggregates: aggregates() });
