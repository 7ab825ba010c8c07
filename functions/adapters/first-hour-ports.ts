import { createHash } from 'node:crypto';
import type { FirstHourPorts } from '../use-cases/ports-first-hour.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { firstHourStore } from './first-hour-store.ts';
import { mailLedger } from './mail-ledger.ts';

export const firstHourPorts = (): FirstHourPorts => ({
  registers: registerStore(), cases: caseStore(), ledger: mailLedger, firstHour: firstHourStore, hash: (text) => createHash('sha256').update(text).digest('hex'),
});
