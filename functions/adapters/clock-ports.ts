import type { ClockPorts } from '../use-cases/ports-relay.ts';
import { caseStore, registerStore } from './case-stores.ts';
import { identifiers } from './identifiers.ts';
import { createLog } from './log.ts';

export const clockPorts = (): ClockPorts => ({ cases: caseStore(), registers: registerStore(), identifiers, log: createLog() });
