import { documentClient } from './clients.ts';
import { registersTable } from './environment.ts';
import { DynamoRegisterAdministration } from './register-administration.ts';

let registers: DynamoRegisterAdministration | undefined;
/** Once a function: it keeps the registers as it last read them. */
export const administrationPorts = (): { readonly registers: DynamoRegisterAdministration } =>
  ({ registers: (registers ??= new DynamoRegisterAdministration(documentClient(), registersTable)) });
