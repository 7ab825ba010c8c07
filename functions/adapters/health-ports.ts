import type { HealthPorts } from '../use-cases/ports-health.ts';
import { registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { deadLetterCounts } from './dead-letter-counts.ts';
import { casesTable } from './environment.ts';
import { DynamoHealthStore } from './health-store.ts';

export const healthPorts = (): HealthPorts => ({ registers: registerStore(), health: new DynamoHealthStore(documentClient(), casesTable), deadLetters: deadLetterCounts });
