import type { Reply } from '../domain/case.ts';
import { answer } from '../domain/commands/replying.ts';
import { commandOfUnit, type SessionCommand } from './command-of-unit.ts';
import type { ReplyPorts } from './ports-reply.ts';

/** The unit's answer; its draft goes in the same transaction. @throws ReplyIncomplete, WrongStatus, and as commandOfUnit */
export const submitReply = (ports: ReplyPorts, command: SessionCommand<{ readonly parts: Reply['parts']; readonly respondentTitle: string }>) =>
  commandOfUnit(ports, command, 'submit-reply', (concerned, context) => answer(concerned, command.body, context), ({ caseId, unitId }) => [ports.replyDrafts.deleteRow(caseId, unitId)]);
