import type { CommandReceipt } from '../contracts/command.ts';
import { stopExecution as decide } from '../domain/commands/mending.ts';
import type { MendRequest } from './mend-execution.ts';
import { mendExecution } from './mend-execution.ts';
import type { MendPorts } from './ports-relay.ts';

/** Stops a running execution; its case is marked stopped at once. */
export const stopExecution = (ports: MendPorts, request: MendRequest): Promise<CommandReceipt> => mendExecution(ports, request, 'stop-execution', decide);
