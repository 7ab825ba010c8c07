import { askHandOver as ask } from '../domain/commands/asking.ts';
import { commandOfUnit, type SessionCommand } from './command-of-unit.ts';
import type { ReplyPorts } from './ports-reply.ts';

/** Takes effect when decided. @throws InvalidInput, AskOpen, WrongStatus, and as commandOfUnit */
export const askHandOver = (ports: ReplyPorts, command: SessionCommand<{ readonly toUnitId: string; readonly reason: string }>) =>
  commandOfUnit(ports, command, 'ask-hand-over', (concerned, context) => ask(concerned, command.body, context));
