import type { IntakePorts } from '../use-cases/ports-intake.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { patientReferencesTable } from './environment.ts';
import { identifiers } from './identifiers.ts';
import { intakeStore } from './intake-store.ts';
import { DynamoPatientReferenceStore } from './patient-reference-store.ts';
import { rateLimiter } from './rate-limiter.ts';
import { secretHasher } from './secret-hasher.ts';

export const intakePorts = (): IntakePorts => ({
  intakes: intakeStore,
  cases: caseStore(),
  registers: registerStore(),
  accessLog: accessLog(),
  patientReferences: new DynamoPatientReferenceStore(documentClient(), patientReferencesTable),
  rates: rateLimiter,
  secrets: secretHasher,
  identifiers,
});
