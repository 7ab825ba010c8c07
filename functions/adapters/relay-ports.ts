import type { RelayPorts, SweepPorts } from '../use-cases/ports-relay.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { descriptionStore } from './description-ports.ts';
import { casesTable, siteOrigin } from './environment.ts';
import { executions } from './executions.ts';
import { identifiers } from './identifiers.ts';
import { intakeStore } from './intake-store.ts';
import { createLog } from './log.ts';
import { mailLedger } from './mail-ledger.ts';
import { mailer } from './mailer.ts';
import { DynamoOutboxStore } from './outbox-store.ts';
import { secretHasher } from './secret-hasher.ts';
import { sweepProgress } from './sweep-progress.ts';
import { DynamoWaitStore } from './wait-store.ts';

export const relayPorts = (): RelayPorts => ({
  cases: caseStore(),
  registers: registerStore(),
  outbox: new DynamoOutboxStore(documentClient(), casesTable),
  waits: new DynamoWaitStore(documentClient(), casesTable),
  executions,
  intakes: intakeStore,
  descriptions: descriptionStore(),
  ledger: mailLedger,
  mailer,
  secrets: secretHasher,
  identifiers,
  siteOrigin,
  log: createLog(),
});
export const sweepPorts = (): SweepPorts => ({ ...relayPorts(), progress: sweepProgress });
