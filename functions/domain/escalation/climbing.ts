import { addDays, endOfDay, localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput, LadderBlocked, NotAllowed } from '../errors.ts';
import { confirmedText, demandNothingIdentifying, editedText, type SaidHarmless } from '../outgoing-text.ts';
import type { EscalationRoutine } from '../routine.ts';
import { climbsBefore, isClimbing, ruleOf, topLevel, type Escalation, type Station } from './escalation.ts';
import { awaitedAt, choosableGroups, factsOf, groupsForLevel, levelDueAt } from './groups.ts';
import { toLevel } from './telling.ts';
import type { ClimbReason, StationOutcome } from './words.ts';

const ladderSteps: readonly string[] = ['ladderRemind', 'ladderOverdue', 'ladderEscalate'];
/** A new level has its own reminders. */
export const withoutLadderSteps = (steps: Case['steps']): Case['steps'] => Object.fromEntries(Object.entries(steps).filter(([step]) => !ladderSteps.includes(step)));

/** @throws NotAllowed */
export const ladderOf = ({ routine }: CommandContext): EscalationRoutine => {
  if (routine.escalation === null) throw new NotAllowed('not-in-routine');
  return routine.escalation;
};
/** @throws LadderBlocked */
export const climbingOf = ({ escalation }: Case): Escalation => {
  if (!isClimbing(escalation)) throw new LadderBlocked('not-at-this-level');
  return escalation;
};
/** The stations once the case has left the level where it is. */
export const leaving = ({ stations }: Pick<Escalation, 'stations'>, { now, actor }: CommandContext, left: { outcome: StationOutcome; to: number; because?: ClimbReason | undefined; reason: string }): readonly Station[] =>
  stations.map((station, index) => (index === stations.length - 1 && station.left === undefined ? { ...station, left: { at: now, by: actor, ...left } } : station));
/** At a level, with its own deadline. */
export const entering = (escalation: Escalation, ladder: EscalationRoutine, level: number, groupIds: readonly string[], now: string): Escalation => {
  const rule = ruleOf(ladder, level);
  return {
    ...escalation, state: 'climbing', level, groupIds, enteredAt: now, dueAt: rule === undefined ? now : levelDueAt(now, rule), awaits: awaitedAt(ladder, level),
    stations: [...escalation.stations, { climb: escalation.number, level, groupIds, from: now }],
  };
};
/** Decided: whoever prepared it (else whoever decided) tells those concerned. */
export const toInform = (escalation: Escalation, level: number, groupIds: readonly string[], days: number, now: string): Escalation => ({
  ...escalation, state: 'informing', level, groupIds, enteredAt: now, dueAt: endOfDay(addDays(localDate(now), days)), awaits: 'ladderInformation',
  stations: [...escalation.stations, { climb: escalation.number, level, groupIds, from: now }],
});
/** Back with the staff. */
export const ended = (escalation: Escalation, now: string): Escalation => ({ ...escalation, state: 'ended', level: 1, groupIds: [], enteredAt: now });

/** The text of the climb before is what the managers begin from; what its groups had stays as it was. */
const draftOf = (before: Escalation | undefined): Escalation['folder'] => {
  if (!before?.folder) return null;
  const { confirmedBy: _by, confirmedAt: _at, ...draft } = before.folder;
  return draft;
};
/** R6: the staff could not settle it: the nearest managers get it. @throws NotAllowed, LadderBlocked, WrongStatus */
export const raiseCase = <Of extends Case>(concerned: Of, command: { readonly reason: string; readonly ofPrinciple: boolean }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'raise-case');
  const ladder = ladderOf(context);
  const before: Escalation | undefined = concerned.escalation;
  if (before !== undefined && before.state !== 'ended') throw new LadderBlocked('not-at-this-level');
  const fresh: Escalation = {
    number: (before?.number ?? 0) + 1, state: 'climbing', level: 1, ofPrinciple: command.ofPrinciple, enteredAt: context.now, dueAt: context.now, awaits: 'ladderManagers', groupIds: [],
    stations: before?.stations ?? [], folder: draftOf(before), consultations: [], earlier: climbsBefore(before),
  };
  const escalation = entering(fresh, ladder, 2, [], context.now);
  return carryOutOnEither(concerned, 'raise-case', context, {
    changes: { escalation, steps: withoutLadderSteps(concerned.steps) },
    events: [{ type: 'ladderRaised', detail: { level: 2, reason: command.reason, ofPrinciple: command.ofPrinciple, dueAt: escalation.dueAt } }],
    mails: toLevel(concerned, escalation, context, { mail: 'ladderReached' }),
  });
};

/** R6, level 2: who, what and how, by agreement; the case comes down again. @throws LadderBlocked, WrongStatus */
export const recordAgreement = <Of extends Case>(concerned: Of, command: { readonly who: string; readonly what: string; readonly how: string }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'record-agreement');
  const before = climbingOf(concerned);
  if (before.groupIds.length > 0 || before.state !== 'climbing') throw new LadderBlocked('not-at-this-level');
  const { who, what, how } = command;
  const escalation: Escalation = {
    ...ended(before, context.now), agreement: { who, what, how, by: context.actor, at: context.now },
    stations: leaving(before, context, { outcome: 'agreed', to: 1, reason: '' }),
  };
  return carryOutOnEither(concerned, 'record-agreement', context, {
    changes: { escalation },
    events: [{ type: 'ladderAgreed', detail: { who, what, how } }],
    mails: toLevel(concerned, { ...before, groupIds: [] }, context, { mail: 'ladderReturned' }),
  });
};

/** R9: the text that groups read. Saving is never blocked; it is confirmed when the case leaves the managers. @throws LadderBlocked, WrongStatus */
export const editFolder = <Of extends Case>(concerned: Of, command: SaidHarmless & { readonly text: string }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'edit-folder');
  const before = climbingOf(concerned);
  if (before.groupIds.length > 0) throw new LadderBlocked('not-at-this-level');
  const { text, event } = editedText(null, command, context);
  return carryOutOnEither(concerned, 'edit-folder', context, {
    changes: { escalation: { ...before, folder: { ...text, form: 'deidentified' } } },
    events: [{ type: 'folderEdited', detail: event.detail ?? {} }],
  });
};

export interface Forwarding extends SaidHarmless {
  readonly because: ClimbReason;
  readonly reason: string;
  /** Of the next level, in place of those that fit best. */
  readonly groupIds?: readonly string[] | undefined;
}
/** The groups of the next level: those named, else those that fit best. @throws InvalidInput, LadderBlocked */
const nextGroups = (concerned: Case, level: number, { groupIds }: Pick<Forwarding, 'groupIds'>, context: CommandContext): readonly string[] => {
  const rule = ruleOf(ladderOf(context), level);
  const kinds = rule?.groups ?? [];
  if (rule === undefined || kinds.length === 0) return [];
  if (groupIds !== undefined && groupIds.length > 0) {
    const choosable = choosableGroups(context.register, rule);
    const chosen = groupIds.map((groupId) => choosable.find(({ id }) => id === groupId));
    const wrong = chosen.findIndex((group, index) => group === undefined || chosen.findIndex((other) => other?.kind === group.kind) !== index);
    if (wrong !== -1) throw new InvalidInput({ pointer: `/groupIds/${wrong}`, code: 'group-unknown' });
    if (chosen.length < kinds.length) throw new LadderBlocked('group-missing');
    return groupIds;
  }
  const fitting = groupsForLevel(context.register, rule, factsOf(concerned, context.register)).map(({ id }) => id);
  if (fitting.length < kinds.length) throw new LadderBlocked('group-missing');
  return fitting;
};

/**
 * R6, R7, R9: one level up. What leaves the managers is the confirmed de-identified text; what a preparing group forwards has the
 * basis of the decision. @throws LadderBlocked, SendingBlocked (what identifies), InvalidInput, WrongStatus
 */
export const forwardCase = <Of extends Case>(concerned: Of, command: Forwarding, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'forward-case');
  const ladder = ladderOf(context);
  const before = climbingOf(concerned);
  const { level } = before;
  if (before.state !== 'climbing' || level >= topLevel(ladder)) throw new LadderBlocked('not-at-this-level');
  const folder = before.groupIds.length > 0 ? before.folder : confirmedText(before.folder, 'deidentified', context);
  if (ruleOf(ladder, level)?.prepares !== undefined && before.basis === undefined) throw new LadderBlocked('basis-missing');
  const said = demandNothingIdentifying({ text: command.reason, notIdentifying: command.notIdentifying }, context.register);
  const groupIds = nextGroups(concerned, level + 1, command, context);
  const left = { ...before, folder, ofPrinciple: before.ofPrinciple || command.because === 'ofPrinciple', stations: leaving(before, context, { outcome: 'forwarded', to: level + 1, because: command.because, reason: command.reason }) };
  const escalation = entering(left, ladder, level + 1, groupIds, context.now);
  return carryOutOnEither(concerned, 'forward-case', context, {
    changes: { escalation, steps: withoutLadderSteps(concerned.steps) },
    events: [{ type: 'ladderForwarded', detail: { from: level, level: level + 1, because: command.because, reason: command.reason, groups: groupIds.join(' '), dueAt: escalation.dueAt, ...said } }],
    mails: toLevel(concerned, escalation, context, { mail: 'ladderReached' }),
  });
};

export interface Returning extends SaidHarmless {
  /** 1: the staff; a level that the case has been at. */
  readonly toLevel: number;
  readonly reason: string;
}
/** Downwards, with what was found. @throws LadderBlocked, InvalidInput, SendingBlocked, WrongStatus */
export const returnCase = <Of extends Case>(concerned: Of, command: Returning, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'return-case');
  const ladder = ladderOf(context);
  const before = climbingOf(concerned);
  if (before.state !== 'climbing') throw new LadderBlocked('not-at-this-level');
  if (command.toLevel >= before.level) throw new InvalidInput({ pointer: '/toLevel', code: 'level-unknown' });
  const said = demandNothingIdentifying({ text: command.reason, notIdentifying: command.notIdentifying }, context.register);
  const left = { ...before, stations: leaving(before, context, { outcome: 'returned', to: command.toLevel, reason: command.reason }) };
  const been = before.stations.findLast(({ level, climb }) => level === command.toLevel && climb === before.number);
  if (command.toLevel > 1 && been === undefined) throw new InvalidInput({ pointer: '/toLevel', code: 'level-unknown' });
  const escalation = command.toLevel === 1 ? ended(left, context.now) : entering(left, ladder, command.toLevel, been?.groupIds ?? [], context.now);
  return carryOutOnEither(concerned, 'return-case', context, {
    changes: { escalation, steps: withoutLadderSteps(concerned.steps) },
    events: [{ type: 'ladderReturned', detail: { from: before.level, level: command.toLevel, reason: command.reason, ...said } }],
    mails: toLevel(concerned, escalation, context, { mail: 'ladderReturned' }),
  });
};
