import type { CommandReceipt } from '../contracts/command.ts';
import { redriveExecution as decide } from '../domain/commands/mending.ts';
import type { MendRequest } from './mend-execution.ts';
import { mendExecution } from './mend-execution.ts';
import type { MendPorts } from './ports-relay.ts';

/** Lets a stopped execution go on where it stopped. */
export const redriveExecution = (ports: MendPorts, request: MendRequest): Promise<CommandReceipt> => mendExecution(ports, request, 'redrive-execution', decide);
