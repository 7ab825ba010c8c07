import type { CommandContext, EventDraft, MailDraft, Outcome } from '../command.ts';
import { eventsOf, mailsOf, versionTag } from '../command.ts';
import { isLate } from '../due.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { startEntry, type OutboxEntry } from '../outbox.ts';
import { trackEntries, withRuns } from '../tracks.ts';
import { incomingTransitions, nextIncomingStatus, type IncomingCommandName } from './transitions.ts';

export interface IncomingEffect {
  readonly changes?: Partial<IncomingCase>;
  readonly events: readonly EventDraft[];
  readonly mails?: readonly MailDraft[];
  /** Restarted and reopened cases start an execution beside signalling the one that waits. */
  readonly starts?: boolean;
  /** What the relay is to do to an execution itself. */
  readonly mends?: OutboxEntry;
}

/** As `carryOut` for outgoing cases: status, version, clock, late flag, events, mails, alike for every command. @throws WrongStatus */
export const carryOutIncoming = (before: IncomingCase, command: IncomingCommandName, context: CommandContext, effect: IncomingEffect): Outcome<IncomingCase> => {
  const concernsClock = incomingTransitions[command].clock;
  const version = before.version + 1;
  const changed = withRuns(before, {
    ...before,
    status: nextIncomingStatus(command, before.status, before.statusBeforeInfo),
    ...effect.changes,
    version,
    updatedAt: context.now,
  });
  const ofTracks = trackEntries(before, changed);
  const after: IncomingCase = { ...changed, clockRevision: before.clockRevision + (concernsClock || ofTracks.length > 0 ? 1 : 0), overdue: isLate(changed, context.now) };
  const signal: OutboxEntry[] = concernsClock ? [{ kind: 'signal', caseId: before.id, machine: 'incoming-deviation' }] : [];
  const start: OutboxEntry[] = effect.starts ? [startEntry(before.id, after.generation, 'incoming-deviation')] : [];
  return {
    case: after,
    events: eventsOf(before.id, versionTag(version), context, effect.events),
    outbox: [...signal, ...start, ...ofTracks, ...(effect.mends ? [effect.mends] : []), ...mailsOf(before.id, `v${version}`, effect.mails ?? [])],
  };
};
