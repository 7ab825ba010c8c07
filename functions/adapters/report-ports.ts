import type { CopyKeepingPorts, OpenReportsPorts, ReportLinkPorts, ReportPorts, ReportTaskPorts } from '../use-cases/ports-report.ts';
import { accessLogPorts } from './access-log-ports.ts';
import { DynamoAggregateStore } from './aggregate-store.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { codeStore } from './code-store.ts';
import { DynamoCopyStore } from './copy-store.ts';
import { casesTable } from './environment.ts';
import { executions } from './executions.ts';
import { identifiers } from './identifiers.ts';
import { linkStore } from './link-store.ts';
import { createLog } from './log.ts';
import { rateLimiter } from './rate-limiter.ts';
import { DynamoReleaseLedger } from './release-ledger.ts';
import { DynamoReportStore } from './report-store.ts';
import { secretHasher } from './secret-hasher.ts';
import { sessionStore } from './session-store.ts';

const reports = () => new DynamoReportStore(documentClient(), casesTable);
const copies = () => new DynamoCopyStore(documentClient(), casesTable);
const compiling = () => ({ registers: registerStore(), aggregates: new DynamoAggregateStore(documentClient(), casesTable), releases: new DynamoReleaseLedger(documentClient(), casesTable) });

export const reportPorts = (): ReportPorts => ({ ...accessLogPorts(), ...compiling(), reports: reports(), copies: copies() });
export const reportTaskPorts = (): ReportTaskPorts => ({ ...compiling(), reports: reports(), log: createLog() });
export const openReportsPorts = (): OpenReportsPorts => ({ registers: registerStore(), reports: reports(), executions, log: createLog() });
export const copyKeepingPorts = (): CopyKeepingPorts => ({ registers: registerStore(), cases: caseStore(), copies: copies(), log: createLog() });
export const reportLinkPorts = (): ReportLinkPorts => ({
  registers: registerStore(), reports: reports(), accessLog: accessLog(), links: linkStore, codes: codeStore, sessions: sessionStore, rates: rateLimiter, secrets: secretHasher, identifiers,
});
