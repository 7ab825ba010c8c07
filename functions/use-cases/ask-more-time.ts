import { askMoreTime as ask } from '../domain/commands/asking.ts';
import { commandOfUnit, type SessionCommand } from './command-of-unit.ts';
import type { ReplyPorts } from './ports-reply.ts';

/** Takes effect when decided. @throws MoreTimeOutOfRange, AskOpen, WrongStatus, and as commandOfUnit */
export const askMoreTime = (ports: ReplyPorts, command: SessionCommand<{ readonly days: number; readonly reason: string }>) =>
  commandOfUnit(ports, command, 'ask-more-time', (concerned, context) => ask(concerned, command.body, context));
