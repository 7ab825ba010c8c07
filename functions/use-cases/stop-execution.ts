import type { CommandReceipt } from '../contracts/command.ts';
import { stopExecution as decide } from '../domain/commands/mending.ts';
import type { MendPorts, MendRequest } from './mend-execution.ts';
import { mendExecution } from './mend-execution.ts';

/** Stops a running execution; its case is marked stopped at once. */
export const stopExecution = (ports: MendPorts, request: MendRequest): Promise<CommandReceipt> => mendExecution(ports, request, 'stop-execution', decide);
