import type { AccessLogPorts, ExtractPorts } from '../use-cases/ports-access-log.ts';
import { DynamoAccessReader } from './access-reader.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { accessLogTable, patientReferencesTable } from './environment.ts';
import { DynamoPatientReferenceStore } from './patient-reference-store.ts';

export const accessLogPorts = (): AccessLogPorts => ({
  cases: caseStore(), registers: registerStore(), accessLog: accessLog(), accessReader: new DynamoAccessReader(documentClient(), accessLogTable),
});
export const extractPorts = (): ExtractPorts => ({ ...accessLogPorts(), patientReferences: new DynamoPatientReferenceStore(documentClient(), patientReferencesTable) });
