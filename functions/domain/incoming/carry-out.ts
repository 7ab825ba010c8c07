import type { CommandContext, EventDraft, MailDraft, Outcome } from '../command.ts';
import { eventsOf, mailsOf, versionTag } from '../command.ts';
import { isLate } from '../due.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { startEntry, type OutboxEntry } from '../outbox.ts';
import type { Machine } from '../vocabulary.ts';
import { incomingTransitions, nextIncomingStatus, type IncomingCommandName } from './transitions.ts';

export interface IncomingEffect {
  readonly changes?: Partial<IncomingCase>;
  readonly events: readonly EventDraft[];
  readonly mails?: readonly MailDraft[];
  /** Executions to start: the lifecycle by its generation, or a track by its number. */
  readonly starts?: readonly { readonly machine: Machine; readonly number: number }[];
  /** What the relay is to do to an execution itself. */
  readonly mends?: OutboxEntry;
}

/** As `carryOut` for outgoing cases: status, version, clock, late flag, events, mails, alike for every command. @throws WrongStatus */
export const carryOutIncoming = (before: IncomingCase, command: IncomingCommandName, context: CommandContext, effect: IncomingEffect): Outcome<IncomingCase> => {
  const { signals } = incomingTransitions[command];
  const version = before.version + 1;
  const starts = effect.starts ?? [];
  const changed: IncomingCase = {
    ...before,
    status: nextIncomingStatus(command, before.status, before.statusBeforeInfo),
    ...effect.changes,
    version,
    clockRevision: before.clockRevision + (signals.length > 0 ? 1 : 0),
    updatedAt: context.now,
  };
  const after: IncomingCase = { ...changed, overdue: isLate(changed, context.now) };
  const signalled: readonly OutboxEntry[] = signals.map((machine) => ({ kind: 'signal', caseId: before.id, machine }));
  return {
    case: after,
    events: eventsOf(before.id, versionTag(version), context, effect.events),
    outbox: [
      ...signalled, ...starts.map(({ machine, number }) => startEntry(before.id, number, machine)), ...(effect.mends ? [effect.mends] : []),
      ...mailsOf(before.id, `v${version}`, effect.mails ?? []),
    ],
  };
};
