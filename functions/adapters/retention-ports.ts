import type { ErasePorts, ReportPorts, RetentionPorts } from '../use-cases/ports-retention.ts';
import { accessLogEraser } from './access-log-eraser.ts';
import { DynamoAggregateStore } from './aggregate-store.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { accessLogTable, casesTable, patientReferencesTable } from './environment.ts';
import { DynamoErasureStore } from './erasure-store.ts';
import { fileEraser } from './file-eraser.ts';
import { identifiers } from './identifiers.ts';
import { DynamoLegalHoldStore } from './legal-hold-store.ts';
import { createLog } from './log.ts';
import { DynamoRetentionStore } from './retention-store.ts';

const tables = { cases: casesTable, accessLog: accessLogTable, patientReferences: patientReferencesTable };
const stores = () => ({
  registers: registerStore(), retention: new DynamoRetentionStore(documentClient(), tables), holds: new DynamoLegalHoldStore(documentClient(), casesTable),
});

export const retentionPorts = (): RetentionPorts => ({ ...stores(), cases: caseStore(), accessLog: accessLog(), identifiers });
export const reportPorts = (): ReportPorts => ({ ...stores(), cases: caseStore(), log: createLog() });
export const erasePorts = (): ErasePorts => ({
  ...stores(), cases: caseStore(), accessLog: accessLog(), aggregates: new DynamoAggregateStore(documentClient(), casesTable), erasure: new DynamoErasureStore(documentClient(), tables),
  files: fileEraser, access: accessLogEraser(documentClient(), accessLogTable), log: createLog(),
});
