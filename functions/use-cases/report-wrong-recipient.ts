import { reportWrongRecipient as report } from '../domain/commands/asking.ts';
import { commandOfUnit, type SessionCommand } from './command-of-unit.ts';
import type { ReplyPorts } from './ports-reply.ts';

/** Revokes the link at once and returns the case to its handler. @throws WrongStatus, and as commandOfUnit */
export const reportWrongRecipient = (ports: ReplyPorts, command: SessionCommand<{ readonly reason: string }>) =>
  commandOfUnit(ports, command, 'report-wrong-recipient', (concerned, context) => report(concerned, command.body, context), ({ caseId, unitId }) => [ports.replyDrafts.deleteRow(caseId, unitId)]);
