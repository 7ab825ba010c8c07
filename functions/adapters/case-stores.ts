import { DynamoAccessLog } from './access-log.ts';
import { DynamoCaseStore } from './case-store.ts';
import { documentClient } from './clients.ts';
import { accessLogTable, casesTable, patientReferencesTable, registersTable } from './environment.ts';
import { DynamoRegisterStore } from './register-store.ts';

/** Each store once a function, made when first asked for. A table that a function never touches need not be in its environment. */
const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

export const caseStore = once(() => new DynamoCaseStore(documentClient(), { cases: casesTable, accessLog: accessLogTable, patientReferences: patientReferencesTable }));
export const registerStore = once(() => new DynamoRegisterStore(documentClient(), registersTable));
export const accessLog = once(() => new DynamoAccessLog(documentClient(), accessLogTable));
