import { localDate } from './calendar.ts';
import type { Case, CaseEvent, CaseEventType, Instant, OutgoingCase } from './case.ts';
import { isLate } from './due.ts';
import type { MailEntry, MailRecipient, OutboxEntry } from './outbox.ts';
import { mailEntry, startEntry } from './outbox.ts';
import type { Register } from './register.ts';
import { handlersOf } from './role-holders.ts';
import type { Routine } from './routine.ts';
import { trackEntries, withRuns } from './tracks.ts';
import type { CommandName } from './transitions.ts';
import { nextStatus, transitions } from './transitions.ts';
import type { MailKind, Role } from './vocabulary.ts';

/** What a command needs besides the case: when, by whom, as whom, under which rules. */
export interface CommandContext {
  readonly now: Instant;
  /** User id; `external` for the unit behind the link. */
  readonly actor: string;
  readonly principal: Role | null;
  readonly routine: Routine;
  readonly register: Register;
}
/** A command's whole effect; written in one transaction. */
export interface Outcome<Of extends Case = Case> {
  readonly case: Of;
  readonly events: readonly CaseEvent[];
  readonly outbox: readonly OutboxEntry[];
}
export interface EventDraft {
  readonly type: CaseEventType;
  readonly detail?: CaseEvent['detail'];
}
export interface MailDraft {
  readonly mail: MailKind;
  readonly to: MailRecipient;
  readonly occasion?: string;
  readonly linkEpoch?: number;
  readonly data?: MailEntry['data'];
}
export interface Effect {
  readonly changes?: Partial<OutgoingCase>;
  readonly events: readonly EventDraft[];
  readonly mails?: readonly MailDraft[];
  /** Restarted and reopened cases start an execution beside signalling the one that waits. */
  readonly starts?: boolean;
  /** What the relay is to do to the execution itself. */
  readonly mends?: OutboxEntry;
}

/** Event ids follow the version: unique, in order, and the same when the command is decided again. */
export const eventsOf = (caseId: string, prefix: string, context: { now: Instant; actor: string; principal: Role | null }, drafts: readonly EventDraft[]): readonly CaseEvent[] =>
  drafts.map((draft, index) => ({
    id: `${prefix}-${index + 1}`,
    caseId,
    at: context.now,
    type: draft.type,
    actor: context.actor,
    ...(context.principal !== null && { principal: context.principal }),
    detail: draft.detail ?? {},
  }));
export const versionTag = (version: number): string => `v${String(version).padStart(5, '0')}`;

/**
 * Carries a command on an outgoing case out: next status, version, clock, late flag, events, mails; the same for every command, so that no
 * command can forget one. @throws WrongStatus
 */
export const carryOut = (before: OutgoingCase, command: CommandName, context: CommandContext, effect: Effect): Outcome<OutgoingCase> => {
  const concernsClock = transitions[command].clock;
  const version = before.version + 1;
  const changed = withRuns(before, {
    ...before,
    status: nextStatus(command, before.status),
    ...effect.changes,
    version,
    updatedAt: context.now,
  });
  const ofTracks = trackEntries(before, changed);
  const after: OutgoingCase = { ...changed, clockRevision: before.clockRevision + (concernsClock || ofTracks.length > 0 ? 1 : 0), overdue: isLate(changed, context.now) };
  const signal: OutboxEntry[] = concernsClock ? [{ kind: 'signal', caseId: before.id }] : [];
  const start: OutboxEntry[] = effect.starts ? [startEntry(before.id, after.generation)] : [];
  return {
    case: after,
    events: eventsOf(before.id, versionTag(version), context, effect.events),
    outbox: [...signal, ...start, ...ofTracks, ...(effect.mends ? [effect.mends] : []), ...mailsOf(before.id, `v${version}`, effect.mails ?? [])],
  };
};

export const mailsOf = (caseId: string, occasion: string, drafts: readonly MailDraft[]): readonly MailEntry[] => {
  const entries = drafts.map((draft) => mailEntry({
    caseId, mail: draft.mail, recipient: draft.to, occasion: draft.occasion ?? occasion,
    ...(draft.linkEpoch !== undefined && { linkEpoch: draft.linkEpoch }),
    ...(draft.data && { data: draft.data }),
  }));
  return [...new Map(entries.map((entry) => [entry.mailId, entry])).values()];
};

export const toUser = (userId: string): MailRecipient => ({ kind: 'user', userId });
export const toFiler: MailRecipient = { kind: 'filer' };
export const toUnit = (unitId: string): MailRecipient => ({ kind: 'unit', unitId, mailbox: 'function' });
/** A mail to the handler; to nobody who caused it. */
export const toHandlers = (concerned: Pick<Case, 'leadInvestigatorId' | 'responsible' | 'owningUnitId'>, context: Pick<CommandContext, 'register' | 'now' | 'actor'>, draft: Omit<MailDraft, 'to'>): readonly MailDraft[] =>
  handlersOf(context.register, concerned, localDate(context.now))
    .filter((userId) => userId !== context.actor)
    .map((userId) => ({ ...draft, to: toUser(userId) }));
