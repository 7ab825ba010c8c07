import type { BouncePorts } from '../use-cases/ports-relay.ts';
import { clockPorts } from './clock-ports.ts';
import { mailLedger } from './mail-ledger.ts';

export const bouncePorts = (): BouncePorts => ({ ...clockPorts(), ledger: mailLedger });
