import type { CaseParts } from './case-parts.ts';
import type { Case } from './case.ts';
import type { CommandContext, EventDraft, MailDraft, Outcome } from './command.ts';
import { carryOut } from './command.ts';
import { carryOutIncoming } from './incoming/carry-out.ts';
import { nextIncomingStatus, type IncomingCommandName } from './incoming/transitions.ts';
import type { OutboxEntry } from './outbox.ts';
import { nextStatus, type CommandName } from './transitions.ts';

/** Commands that a case of either direction has. */
export type SharedCommandName = CommandName & IncomingCommandName;

/** What a command changes in the parts that either direction has. */
export interface SharedEffect {
  readonly changes: Partial<CaseParts & Pick<Case, 'steps' | 'trackRuns' | 'classification'>>;
  readonly events: readonly EventDraft[];
  readonly mails?: readonly MailDraft[];
  readonly mends?: OutboxEntry;
}

/** The outcome is of the case's own direction. @throws WrongStatus */
export function carryOutOnEither<Of extends Case>(concerned: Of, command: SharedCommandName, context: CommandContext, effect: SharedEffect): Outcome<Of>;
export function carryOutOnEither(concerned: Case, command: SharedCommandName, context: CommandContext, effect: SharedEffect): Outcome {
  return concerned.direction === 'outgoing' ? carryOut(concerned, command, context, effect) : carryOutIncoming(concerned, command, context, effect);
}

/** @throws WrongStatus before anything else is looked at */
export const demandPossible = (concerned: Case, command: SharedCommandName): void => {
  if (concerned.direction === 'outgoing') nextStatus(command, concerned.status);
  else nextIncomingStatus(command, concerned.status, concerned.statusBeforeInfo);
};
