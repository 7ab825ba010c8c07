import { localDate } from '../calendar.ts';
import { toUser, type CommandContext, type MailDraft, type Outcome } from '../command.ts';
import { InvalidInput } from '../errors.ts';
import { isOwnUnitInUse, mayBeNamed } from '../in-use.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { isUnitBound } from '../role-holders.ts';
import { carryOutIncoming } from './carry-out.ts';
import { managersOf, responsibleOnes, toPeople } from '../recipients.ts';
import { incomingRuleFor, owningUnitFor, uniqueOf } from './rules.ts';

const known = (context: CommandContext, userIds: readonly string[], pointer: string, already: readonly (string | null)[]): void => {
  const [first, ...others] = userIds.flatMap((userId, index) =>
    (mayBeNamed(context.register, userId, already) ? [] : [{ pointer: `${pointer}/${index}`, code: 'user-unknown' as const }]));
  if (first) throw new InvalidInput(first, ...others);
};

/**
 * V5: lead and co-investigators. Whoever became co-investigator by registering stays (V3). A case that has a lead is under
 * investigation. @throws InvalidInput, WrongStatus
 */
export const assignIncoming = (concerned: IncomingCase, command: { leadInvestigatorId: string; coInvestigatorIds: readonly string[] }, context: CommandContext): Outcome<IncomingCase> => {
  const lead = command.leadInvestigatorId;
  const before = [concerned.leadInvestigatorId, ...concerned.coInvestigatorIds];
  if (!mayBeNamed(context.register, lead, before)) throw new InvalidInput({ pointer: '/leadInvestigatorId', code: 'user-unknown' });
  known(context, command.coInvestigatorIds, '/coInvestigatorIds', before);
  const others = uniqueOf(command.coInvestigatorIds).filter((userId) => userId !== lead);
  const joins = others.filter((userId) => !before.includes(userId));
  return carryOutIncoming(concerned, 'assign-case', context, {
    changes: {
      leadInvestigatorId: lead, coInvestigatorIds: others,
      investigation: { ...concerned.investigation, startedAt: concerned.investigation.startedAt ?? context.now },
    },
    events: [{ type: 'assigned', detail: { leadInvestigatorId: lead, coInvestigators: others.join(' ') } }],
    mails: [
      ...(lead === concerned.leadInvestigatorId ? [] : toPeople([lead], context, { mail: 'assigned', data: { lead: true } }, context.actor)),
      ...toPeople(joins, context, { mail: 'assigned', data: { lead: false } }, context.actor),
    ],
  });
};

/** V5: every investigator may add more. @throws InvalidInput, WrongStatus */
export const addInvestigators = (concerned: IncomingCase, command: { userIds: readonly string[] }, context: CommandContext): Outcome<IncomingCase> => {
  known(context, command.userIds, '/userIds', []);
  const joins = uniqueOf(command.userIds).filter((userId) => userId !== concerned.leadInvestigatorId && !concerned.coInvestigatorIds.includes(userId));
  if (joins.length === 0) throw new InvalidInput({ pointer: '/userIds', code: 'already-there' });
  return carryOutIncoming(concerned, 'add-investigators', context, {
    changes: { coInvestigatorIds: [...concerned.coInvestigatorIds, ...joins] },
    events: [{ type: 'investigatorsAdded', detail: { userIds: joins.join(' ') } }],
    mails: toPeople(joins, context, { mail: 'assigned', data: { lead: false } }, context.actor),
  });
};

const ownUnits = (context: CommandContext, unitIds: readonly string[], pointer: string, already: readonly string[]): void => {
  const [first, ...others] = unitIds.flatMap((unitId, index) => (isOwnUnitInUse(context.register, unitId, already) ? [] : [{ pointer: `${pointer}/${index}`, code: 'unit-unknown' as const }]));
  if (first) throw new InvalidInput(first, ...others);
};
/** Who is responsible and owns when other units are concerned. What a role bound to units handles goes with the unit, to another part's coordinator or to who is there for a unit without a manager. */
const settledFor = (concerned: IncomingCase, concernedUnitIds: readonly string[], { routine, register, now }: CommandContext): Pick<IncomingCase, 'responsible' | 'owningUnitId'> => {
  const { responsible, owningUnitId } = concerned;
  const rule = incomingRuleFor(routine.incoming, register, { ...concerned.report, concernedUnitIds }, now);
  if (isUnitBound(responsible) || isUnitBound(rule.responsible)) return { responsible: rule.responsible, owningUnitId: owningUnitFor(rule, { concernedUnitIds }, register, now) };
  return { responsible, owningUnitId: rule.owningUnit === 'concerned' ? owningUnitFor(rule, { concernedUnitIds }, register, now) : owningUnitId };
};
/** Those who handle the case from now on, and did not before. */
const tellNewHandlers = (concerned: IncomingCase, settled: Pick<IncomingCase, 'responsible' | 'owningUnitId'>, context: CommandContext, told: readonly string[] = []): readonly MailDraft[] => {
  const known = [...told, ...responsibleOnes(concerned, context), context.actor];
  return responsibleOnes(settled, context).filter((userId) => !known.includes(userId)).map((userId) => ({ mail: 'redirected', to: toUser(userId) }));
};

/** The most concerned unit first. Where the routine lets that unit own at once (V4), the owner goes with it. @throws InvalidInput, WrongStatus */
export const setConcernedUnits = (concerned: IncomingCase, command: { unitIds: readonly string[] }, context: CommandContext): Outcome<IncomingCase> => {
  ownUnits(context, command.unitIds, '/unitIds', concerned.report.concernedUnitIds);
  const concernedUnitIds = uniqueOf(command.unitIds);
  const settled = settledFor(concerned, concernedUnitIds, context);
  const { owningUnitId } = settled;
  return carryOutIncoming(concerned, 'set-concerned-units', context, {
    changes: { report: { ...concerned.report, concernedUnitIds }, ...settled },
    events: [
      { type: 'concernedUnitsSet', detail: { unitIds: concernedUnitIds.join(' ') } },
      ...(owningUnitId === concerned.owningUnitId ? [] : [{ type: 'ownerMoved', detail: { fromUnitId: concerned.owningUnitId, owningUnitId } } as const]),
    ],
    mails: tellNewHandlers(concerned, settled, context),
  });
};

/**
 * To the right unit of ours: its managers are told, somebody there is to lead, and the clock goes on as it was. Who led so
 * far stays as co-investigator and can tell what is known. @throws InvalidInput, WrongStatus
 */
export const redirectCase = (concerned: IncomingCase, command: { toUnitId: string; reason: string }, context: CommandContext): Outcome<IncomingCase> => {
  if (!isOwnUnitInUse(context.register, command.toUnitId)) throw new InvalidInput({ pointer: '/toUnitId', code: 'unit-unknown' });
  const [fromUnitId = null, ...others] = concerned.report.concernedUnitIds;
  if (fromUnitId === command.toUnitId) throw new InvalidInput({ pointer: '/toUnitId', code: 'already-there' });
  const concernedUnitIds = [command.toUnitId, ...others.filter((unitId) => unitId !== command.toUnitId)];
  const settled = settledFor(concerned, concernedUnitIds, context);
  const { owningUnitId } = settled;
  return carryOutIncoming(concerned, 'redirect-case', context, {
    changes: {
      report: { ...concerned.report, concernedUnitIds }, ...settled, leadInvestigatorId: null,
      coInvestigatorIds: concerned.leadInvestigatorId === null ? concerned.coInvestigatorIds : uniqueOf([...concerned.coInvestigatorIds, concerned.leadInvestigatorId]),
      redirections: [...concerned.redirections, { fromUnitId, toUnitId: command.toUnitId, reason: command.reason, at: context.now, by: context.actor }],
    },
    events: [
      { type: 'redirected', detail: { fromUnitId, toUnitId: command.toUnitId, reason: command.reason, replyBy: localDate(concerned.replyBy) } },
      ...(owningUnitId === concerned.owningUnitId ? [] : [{ type: 'ownerMoved', detail: { fromUnitId: concerned.owningUnitId, owningUnitId } } as const]),
    ],
    mails: [
      ...toPeople(managersOf([command.toUnitId], context), context, { mail: 'redirected' }, context.actor),
      ...tellNewHandlers(concerned, settled, context, managersOf([command.toUnitId], context)),
    ],
  });
};
