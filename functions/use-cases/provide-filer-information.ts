import { answerForFiler } from '../domain/incoming/handling.ts';
import { commandThroughLink, type SessionCommand } from './command-of-unit.ts';
import type { ReplyPorts } from './ports-reply.ts';
import { filedCaseOf } from './reply-session.ts';

/** What was asked of whoever filed; the report itself is never rewritten. @throws WrongStatus, and as commandThroughLink */
export const provideFilerInformation = (ports: ReplyPorts, command: SessionCommand<{ readonly answer: string }>) =>
  commandThroughLink(ports, command, {
    operation: 'provide-filer-information', caseOf: filedCaseOf, decide: (concerned, context) => answerForFiler(concerned, command.body, context),
  });
