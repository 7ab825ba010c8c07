import type { output } from 'zod/mini';
import type { CommandReceipt, restartLifecycle as bodyShape } from '../contracts/command.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext, Outcome } from '../domain/command.ts';
import { restartLifecycle as decide } from '../domain/commands/ending.ts';
import { restartTrack } from '../domain/commands/mending.ts';
import { restartIncoming } from '../domain/incoming/ending.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

type Body = output<typeof bodyShape>;
const ofTrack = <Of extends Case>(concerned: Of, { reason, track }: Body, context: CommandContext, ofLifecycle: (concerned: Of, body: Body, context: CommandContext) => Outcome): Outcome =>
  (track === undefined ? ofLifecycle(concerned, { version: concerned.version, reason }, context) : restartTrack(concerned, { reason, track }, context));

/** Starts the next generation of a stopped lifecycle, or the next run of a track (design.md 1.4). */
export const restartLifecycle = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'restart-lifecycle', outgoing: (concerned, body, context) => ofTrack(concerned, body, context, decide), incoming: (concerned, body, context) => ofTrack(concerned, body, context, restartIncoming) });
