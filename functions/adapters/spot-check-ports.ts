import type { DrawPorts, SpotCheckPorts } from '../use-cases/ports-spot-check.ts';
import { accessLogPorts } from './access-log-ports.ts';
import { DynamoAccessReader } from './access-reader.ts';
import { registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { accessLogTable, casesTable } from './environment.ts';
import { createLog } from './log.ts';
import { DynamoSpotCheckStore } from './spot-check-store.ts';

export const spotCheckPorts = (): SpotCheckPorts => ({ ...accessLogPorts(), spotChecks: new DynamoSpotCheckStore(documentClient(), casesTable) });
export const drawPorts = (): DrawPorts => ({
  registers: registerStore(), accessReader: new DynamoAccessReader(documentClient(), accessLogTable), spotChecks: new DynamoSpotCheckStore(documentClient(), casesTable), log: createLog(),
});
