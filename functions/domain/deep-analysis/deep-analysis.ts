import type { LocalDate } from '../calendar.ts';
import { addDays, localDate } from '../calendar.ts';
import type { CaseEventType, Instant } from '../case.ts';
import { InvalidInput, NotAllowed, WrongStatus } from '../errors.ts';
import { mayBeNamed } from '../in-use.ts';
import type { OutboxEntry } from '../outbox.ts';
import { noticeEntry } from '../outbox.ts';
import { demandNothingIdentifying, type SaidHarmless } from '../outgoing-text.ts';
import type { Register } from '../register.ts';
import { actsAs, holdersOf, presentFor, type EffectiveRole } from '../role-holders.ts';
import type { DeepAnalysisRule } from '../routine.ts';
import type { MailKind, ResponsibleRole } from '../vocabulary.ts';
import type { DeepAnalysisState } from './words.ts';

/** What one of those who decide says; one voice a role. */
export interface Voice {
  readonly role: ResponsibleRole;
  readonly by: string;
  readonly approved: boolean;
  readonly reason: string;
  readonly at: Instant;
}
/** A deep analysis of a case, from proposal to result (V13c, V13d). Its texts leave the case: they say nothing of who somebody is. */
export interface DeepAnalysis {
  /** `{caseId}-{number}`. */
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  /** From 1: which of the case. */
  readonly number: number;
  readonly state: DeepAnalysisState;
  readonly version: number;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly rule: DeepAnalysisRule;
  readonly voices: readonly Voice[];
  readonly decidedAt?: Instant | undefined;
  readonly ownerUserId: string | null;
  readonly due: LocalDate | null;
  readonly result?: { readonly text: string; readonly by: string; readonly at: Instant } | undefined;
  readonly remindedAt?: Instant | undefined;
}
/** What a command leads to: the analysis, a line in the case's story, mails; one transaction. */
export interface AnalysisOutcome {
  readonly analysis: DeepAnalysis;
  readonly event: { readonly type: CaseEventType; readonly detail: Readonly<Record<string, string | number | boolean | null>> } | null;
  readonly outbox: readonly OutboxEntry[];
}
export interface AnalysisContext {
  readonly now: Instant;
  readonly actor: string;
  readonly roles: readonly EffectiveRole[];
  readonly register: Register;
}

const tell = ({ id }: Pick<DeepAnalysis, 'id'>, mail: MailKind, userIds: readonly string[], occasion: string, actor: string): readonly OutboxEntry[] =>
  [...new Set(userIds)].filter((userId) => userId !== actor).map((userId) => noticeEntry({ caseId: id, mail, userId, occasion, path: '/collaboration/deep-analyses' }));
const deciders = ({ decidedBy }: DeepAnalysisRule, register: Register, date: LocalDate): readonly string[] => decidedBy.flatMap((role) => holdersOf(register, role, date));

/** The roles that this user may speak as. */
export const decidesAs = ({ decidedBy }: DeepAnalysisRule, roles: readonly EffectiveRole[]): readonly ResponsibleRole[] => decidedBy.filter((role) => actsAs(roles, role));

/** V13c: anyone who may read the case. `earlier`: those of the case before. @throws InvalidInput (one is under way), SendingBlocked */
export const proposeAnalysis = (
  concerned: { readonly id: string; readonly number: string }, command: SaidHarmless & { readonly text: string }, earlier: readonly DeepAnalysis[], rule: DeepAnalysisRule, context: AnalysisContext,
): AnalysisOutcome => {
  if (earlier.some(({ state }) => state === 'proposed' || state === 'accepted')) throw new InvalidInput({ pointer: '/caseId', code: 'already-there' });
  const harmless = demandNothingIdentifying(command, context.register);
  const number = earlier.length + 1;
  const analysis: DeepAnalysis = {
    id: `${concerned.id}-${number}`, caseId: concerned.id, caseNumber: concerned.number, number, state: 'proposed', version: 1,
    reason: command.text, proposedBy: context.actor, proposedAt: context.now, rule, voices: [], ownerUserId: null, due: null,
  };
  return {
    analysis, event: { type: 'deepAnalysisProposed', detail: { analysis: number, reason: command.text, ...harmless } },
    outbox: tell(analysis, 'deepAnalysisProposed', deciders(rule, context.register, localDate(context.now)), 'proposed', context.actor),
  };
};

/** What the voices come to, among the roles that somebody holds; null: not yet. */
export const decisionOf = ({ voting }: Pick<DeepAnalysisRule, 'voting'>, voices: readonly Pick<Voice, 'role' | 'approved'>[], roles: readonly ResponsibleRole[]): boolean | null => {
  const count = new Set([...roles, ...voices.map(({ role }) => role)]).size;
  const [yes, no] = [voices.filter(({ approved }) => approved).length, voices.filter(({ approved }) => !approved).length];
  switch (voting) {
    case 'first': return voices[0]?.approved ?? null;
    case 'majority':
      if (yes * 2 > count) return true;
      return no * 2 >= count ? false : null;
    case 'all':
      if (no > 0) return false;
      return yes === count ? true : null;
  }
};

/** V13d: a voice of MAS, MAR or SAS, with its reason. @throws WrongStatus, NotAllowed, InvalidInput (the role has spoken), SendingBlocked */
export const speakOnAnalysis = (analysis: DeepAnalysis, command: SaidHarmless & { readonly role: ResponsibleRole; readonly approved: boolean; readonly text: string }, context: AnalysisContext): AnalysisOutcome => {
  if (analysis.state !== 'proposed') throw new WrongStatus('speak-on-analysis', analysis.state);
  if (!decidesAs(analysis.rule, context.roles).includes(command.role)) throw new NotAllowed('not-in-routine');
  if (analysis.voices.some(({ role }) => role === command.role)) throw new InvalidInput({ pointer: '/change', code: 'already-there' });
  demandNothingIdentifying(command, context.register);
  const today = localDate(context.now);
  const voices: readonly Voice[] = [...analysis.voices, { role: command.role, by: context.actor, approved: command.approved, reason: command.text, at: context.now }];
  const held = analysis.rule.decidedBy.filter((role) => holdersOf(context.register, role, today).length > 0);
  const approved = decisionOf(analysis.rule, voices, held);
  const next: DeepAnalysis = {
    ...analysis, version: analysis.version + 1, voices,
    ...(approved !== null && { state: approved ? 'accepted' : 'declined', decidedAt: context.now, due: approved ? addDays(today, analysis.rule.dueDays) : null }),
  };
  return {
    analysis: next,
    event: approved === null ? null : { type: 'deepAnalysisDecided', detail: { analysis: analysis.number, approved } },
    outbox: approved === null ? [] : tell(next, 'deepAnalysisDecided', [presentFor(context.register, analysis.proposedBy, today), ...deciders(analysis.rule, context.register, today)], 'decided', context.actor),
  };
};

/** Who makes it, and by when. @throws WrongStatus, NotAllowed, InvalidInput */
export const assignAnalysis = (analysis: DeepAnalysis, command: { readonly ownerUserId: string; readonly due: LocalDate }, context: AnalysisContext): AnalysisOutcome => {
  if (analysis.state !== 'accepted') throw new WrongStatus('assign-analysis', analysis.state);
  if (decidesAs(analysis.rule, context.roles).length === 0) throw new NotAllowed('not-in-routine');
  if (!mayBeNamed(context.register, command.ownerUserId, [analysis.ownerUserId])) throw new InvalidInput({ pointer: '/change/ownerUserId', code: 'user-unknown' });
  if (command.due < localDate(context.now)) throw new InvalidInput({ pointer: '/change/due', code: 'date-missing' });
  const version = analysis.version + 1;
  const next: DeepAnalysis = { ...analysis, version, ownerUserId: command.ownerUserId, due: command.due, remindedAt: undefined };
  return {
    analysis: next, event: { type: 'deepAnalysisAssigned', detail: { analysis: analysis.number, ownerUserId: command.ownerUserId, due: command.due } },
    outbox: command.ownerUserId === analysis.ownerUserId ? [] : tell(next, 'deepAnalysisAssigned', [command.ownerUserId], `v${version}`, context.actor),
  };
};

/** @throws WrongStatus, NotAllowed, SendingBlocked */
export const finishAnalysis = (analysis: DeepAnalysis, command: SaidHarmless & { readonly text: string }, context: AnalysisContext): AnalysisOutcome => {
  if (analysis.state !== 'accepted') throw new WrongStatus('finish-analysis', analysis.state);
  if (analysis.ownerUserId !== context.actor && decidesAs(analysis.rule, context.roles).length === 0) throw new NotAllowed('no-need-to-know');
  const harmless = demandNothingIdentifying(command, context.register);
  const next: DeepAnalysis = { ...analysis, version: analysis.version + 1, state: 'done', result: { text: command.text, by: context.actor, at: context.now } };
  return { analysis: next, event: { type: 'deepAnalysisDone', detail: { analysis: analysis.number, ...harmless } }, outbox: [] };
};

/** What time does: one reminder of an analysis that is late; null: nothing. Nobody named yet: those who decide hear of it. */
export const analysisOnDay = (analysis: DeepAnalysis, today: LocalDate, { now, register }: Pick<AnalysisContext, 'now' | 'register'>): AnalysisOutcome | null => {
  if (analysis.state !== 'accepted' || analysis.due === null || today <= analysis.due || analysis.remindedAt !== undefined) return null;
  const version = analysis.version + 1;
  const next: DeepAnalysis = { ...analysis, version, remindedAt: now };
  const told = analysis.ownerUserId === null ? deciders(analysis.rule, register, today) : [presentFor(register, analysis.ownerUserId, today)];
  return { analysis: next, event: null, outbox: tell(next, 'deepAnalysisDue', told, `v${version}`, 'clock') };
};
