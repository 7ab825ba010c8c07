import type { StaffPorts } from '../use-cases/ports.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { DynamoDraftStore } from './draft-store.ts';
import { casesTable, patientReferencesTable } from './environment.ts';
import { identifiers } from './identifiers.ts';
import { DynamoPatientReferenceStore } from './patient-reference-store.ts';

export const staffPorts = (): StaffPorts => ({
  cases: caseStore(),
  registers: registerStore(),
  drafts: new DynamoDraftStore(documentClient(), casesTable),
  accessLog: accessLog(),
  patientReferences: new DynamoPatientReferenceStore(documentClient(), patientReferencesTable),
  identifiers,
});
