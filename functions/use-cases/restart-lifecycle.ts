import type { output } from 'zod/mini';
import type { CommandReceipt, restartLifecycle as bodyShape } from '../contracts/command.ts';
import { restartLifecycle as decide } from '../domain/commands/ending.ts';
import { restartIncoming } from '../domain/incoming/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Starts the next generation of a stopped lifecycle (design.md 1.4). */
export const restartLifecycle = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'restart-lifecycle', outgoing: decide, incoming: restartIncoming });
