import { createHash } from 'node:crypto';
import type { ImportPorts, ImportTaskPorts } from '../use-cases/ports-import.ts';
import { registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { casesTable, registersTable } from './environment.ts';
import { executions } from './executions.ts';
import { DynamoImportStore } from './import-store.ts';
import { createLog } from './log.ts';
import { DynamoRegisterAdministration } from './register-administration.ts';
import { DynamoRegisterGenerations } from './register-generations.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const imports = () => new DynamoImportStore(documentClient(), { registers: registersTable, cases: casesTable });

export const importPorts = (): ImportPorts => ({ registers: registerStore(), imports: imports(), hash, executions });
export const importTaskPorts = (): ImportTaskPorts => ({
  administration: new DynamoRegisterAdministration(documentClient(), registersTable),
  generations: new DynamoRegisterGenerations(documentClient(), registersTable),
  imports: imports(), hash, log: createLog(),
});
