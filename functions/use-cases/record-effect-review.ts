import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { recordEffectReview as bodyShape } from '../contracts/follow-up.ts';
import { recordEffectReview as decide } from '../domain/follow-up/effect-review.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Records whether the actions had the wanted result (R2, H8). */
export const recordEffectReview = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, { action: 'record-effect-review', outgoing: decide, incoming: decide });
