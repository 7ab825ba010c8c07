import { localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither, demandPossible } from '../either-direction.ts';
import { InvalidInput, LadderBlocked, NotFound } from '../errors.ts';
import { standingIn } from '../groups/membership.ts';
import { isOwnUnitInUse } from '../in-use.ts';
import { demandNothingIdentifying, type SaidHarmless } from '../outgoing-text.ts';
import { ourUnitsOf } from '../parties.ts';
import { managersOf } from '../recipients.ts';
import type { Group } from '../register.ts';
import { climbingOf, ended, ladderOf, leaving, toInform, withoutLadderSteps } from './climbing.ts';
import { preparingLevel, ruleOf, topLevel, type Escalation } from './escalation.ts';
import { casePeople, everybodyIn, toThose } from './telling.ts';

/** The groups that have the case in which the actor is more than a guest. */
const actingGroups = ({ groupIds }: Escalation, { register, actor, now }: CommandContext): readonly Group[] =>
  register.groups.filter((group) => groupIds.includes(group.id) && !['guest', null].includes(standingIn(register, group, actor, localDate(now))));
const checked = (texts: readonly string[], { notIdentifying }: SaidHarmless, { register }: CommandContext) => demandNothingIdentifying({ text: texts.join('\n'), notIdentifying }, register);

/** The group of the actor that prepares at this level. @throws LadderBlocked */
const preparing = (escalation: Escalation, context: CommandContext): Group => {
  const prepares = ruleOf(ladderOf(context), escalation.level)?.prepares;
  const group = actingGroups(escalation, context).find(({ kind }) => kind === prepares);
  if (escalation.state !== 'climbing' || group === undefined) throw new LadderBlocked('not-at-this-level');
  return group;
};

export type Consulting = SaidHarmless & ({ readonly kind: 'ask'; readonly text: string } | { readonly kind: 'answer'; readonly text: string; readonly consultationId: string });
/** R7: the preparing group asks the others of its level, and they answer. @throws LadderBlocked, NotFound, SendingBlocked, WrongStatus */
export const consultGroup = <Of extends Case>(concerned: Of, command: Consulting, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'consult-group');
  const before = climbingOf(concerned);
  const said = checked([command.text], command, context);
  const { now, actor } = context;
  if (command.kind === 'ask') {
    const group = preparing(before, context);
    const asked = before.groupIds.filter((id) => id !== group.id);
    if (asked.length === 0) throw new LadderBlocked('group-missing');
    const id = `consultation-${before.consultations.length + 1}`;
    return carryOutOnEither(concerned, 'consult-group', context, {
      changes: { escalation: { ...before, consultations: [...before.consultations, { id, question: command.text, by: actor, at: now }] } },
      events: [{ type: 'groupConsulted', detail: { consultation: id, question: command.text, groups: asked.join(' '), ...said } }],
      mails: toThose(everybodyIn(asked, context), 'folder', { mail: 'ladderConsulted' }, context),
    });
  }
  const open = before.consultations.find(({ id }) => id === command.consultationId);
  if (open === undefined) throw new NotFound('ask');
  if (open.answer !== undefined) throw new InvalidInput({ pointer: '/consultationId', code: 'already-there' });
  const prepares = ruleOf(ladderOf(context), before.level)?.prepares;
  const group = actingGroups(before, context).find(({ kind }) => kind !== prepares);
  if (before.state !== 'climbing' || group === undefined) throw new LadderBlocked('not-at-this-level');
  const answer = { groupId: group.id, text: command.text, by: actor, at: now };
  return carryOutOnEither(concerned, 'consult-group', context, {
    changes: { escalation: { ...before, consultations: before.consultations.map((each) => (each === open ? { ...each, answer } : each)) } },
    events: [{ type: 'groupAnswered', detail: { consultation: open.id, answer: command.text, groups: group.id, ...said } }],
    mails: toThose(everybodyIn(before.groupIds.filter((id) => id !== group.id), context), 'folder', { mail: 'ladderConsulted' }, context),
  });
};

/** R7: what is to be decided, with measures for the whole county. Written anew until it is forwarded. @throws LadderBlocked, SendingBlocked, WrongStatus */
export const writeBasis = <Of extends Case>(concerned: Of, command: SaidHarmless & { readonly text: string; readonly measures: readonly string[] }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'write-basis');
  const before = climbingOf(concerned);
  const group = preparing(before, context);
  const said = checked([command.text, ...command.measures], command, context);
  const { text, measures } = command;
  return carryOutOnEither(concerned, 'write-basis', context, {
    changes: { escalation: { ...before, basis: { groupId: group.id, text, measures, by: context.actor, at: context.now } } },
    events: [{ type: 'basisWritten', detail: { groups: group.id, text, measures: measures.length, ...said } }],
  });
};

export interface Deciding extends SaidHarmless {
  readonly text: string;
  readonly measures: readonly string[];
  readonly workingGroup: { readonly name: string; readonly task: string; readonly due: string } | null;
}
/** R6, R7: the highest level decides and may appoint a working group; whoever prepared tells of it. @throws LadderBlocked, InvalidInput, SendingBlocked, WrongStatus */
export const decideEscalation = <Of extends Case>(concerned: Of, command: Deciding, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'decide-escalation');
  const ladder = ladderOf(context);
  const before = climbingOf(concerned);
  const [group] = actingGroups(before, context);
  if (before.state !== 'climbing' || before.level !== topLevel(ladder) || group === undefined) throw new LadderBlocked('not-at-this-level');
  const { text, measures, workingGroup } = command;
  if (workingGroup !== null && workingGroup.due < localDate(context.now)) throw new InvalidInput({ pointer: '/workingGroup/due', code: 'date-missing' });
  const said = checked([text, ...measures, ...(workingGroup === null ? [] : [workingGroup.name, workingGroup.task])], command, context);
  const [level, groupIds] = before.basis === undefined ? [before.level, before.groupIds] : [preparingLevel(ladder) ?? before.level, [before.basis.groupId]];
  const decided: Escalation = {
    ...before, stations: leaving(before, context, { outcome: 'decided', to: level, reason: '' }),
    decision: { groupId: group.id, text, measures, ...(workingGroup !== null && { workingGroup }), by: context.actor, at: context.now },
  };
  const escalation = toInform(decided, level, groupIds, ladder.informDays, context.now);
  return carryOutOnEither(concerned, 'decide-escalation', context, {
    changes: { escalation, steps: withoutLadderSteps(concerned.steps) },
    events: [{ type: 'ladderDecided', detail: { groups: group.id, text, measures: measures.length, workingGroup: workingGroup?.name ?? null, due: workingGroup?.due ?? null, ...said } }],
    mails: toThose(everybodyIn(groupIds, context), 'folder', { mail: 'ladderReturned' }, context),
  });
};

/** R7: the units concerned and whoever reported hear of the decision: by mail that there is one, on the case's page what it is. @throws LadderBlocked, InvalidInput, SendingBlocked, WrongStatus */
export const informOfDecision = <Of extends Case>(concerned: Of, command: SaidHarmless & { readonly text: string; readonly unitIds: readonly string[] }, context: CommandContext): Outcome<Of> => {
  demandPossible(concerned, 'inform-of-decision');
  const before = climbingOf(concerned);
  if (before.state !== 'informing') throw new LadderBlocked('not-at-this-level');
  const wrong = command.unitIds.findIndex((id) => !isOwnUnitInUse(context.register, id));
  if (wrong !== -1) throw new InvalidInput({ pointer: `/unitIds/${wrong}`, code: 'unit-unknown' });
  const said = checked([command.text], command, context);
  const unitIds = [...new Set([...ourUnitsOf(concerned), ...command.unitIds])];
  const escalation: Escalation = {
    ...ended(before, context.now), information: { text: command.text, unitIds, by: context.actor, at: context.now },
    stations: leaving(before, context, { outcome: 'informed', to: 1, reason: '' }),
  };
  // Managers of units that have no other part in the case read the decision where groups read: the case itself is not theirs.
  const ofCase = [...casePeople(concerned, context), ...(concerned.direction === 'outgoing' ? [concerned.reporterId] : [])];
  return carryOutOnEither(concerned, 'inform-of-decision', context, {
    changes: { escalation, steps: withoutLadderSteps(concerned.steps) },
    events: [{ type: 'ladderInformed', detail: { message: command.text, units: unitIds.join(' '), ...said } }],
    mails: [...toThose(ofCase, 'case', { mail: 'ladderDecided' }, context), ...toThose(managersOf(unitIds, context).filter((userId) => !ofCase.includes(userId)), 'folder', { mail: 'ladderDecided' }, context)],
  });
};
