import { addDays, localDate, morning } from '../calendar.ts';
import type { Case } from '../case.ts';
import type { ClockContext, StepEffect } from '../clock-step.ts';
import type { Waiting } from '../lifecycle.ts';
import { holdersOf } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { AwaitedEvent, ClockStep } from '../vocabulary.ts';
import { isClimbing, ruleOf } from './escalation.ts';
import { factsOf, groupsForLevel } from './groups.ts';
import { casePeople, convenersOf, toThose } from './telling.ts';

/** What a level waits for, and what time does meanwhile. Where the routine names no ladder any more, people alone move it on. */
export const ladderWait = ({ escalation }: Case, { escalation: ladder }: Pick<Routine, 'escalation'>, awaits: AwaitedEvent): Waiting => {
  const rule = isClimbing(escalation) ? ruleOf(ladder, escalation.level) : undefined;
  if (!isClimbing(escalation) || rule === undefined) return { awaits, steps: [] };
  const due = localDate(escalation.dueAt);
  const remindOn = addDays(due, -rule.remindBeforeDays);
  return {
    awaits,
    steps: [
      // What was given less time than that is not reminded of in the moment it comes.
      ...(remindOn > localDate(escalation.enteredAt) ? [{ step: 'ladderRemind', at: morning(remindOn) } as const] : []),
      { step: 'ladderOverdue', at: escalation.dueAt },
      { step: 'ladderEscalate', at: morning(addDays(due, rule.escalateAfterDays)) },
    ],
  };
};

/** Reminds who has the case (of a group its convener); later tells the administrators and the next convener. */
export const ladderEffect = (concerned: Case, step: ClockStep, context: ClockContext): StepEffect | undefined => {
  if (step !== 'ladderRemind' && step !== 'ladderOverdue' && step !== 'ladderEscalate') return undefined;
  const { escalation } = concerned;
  if (!isClimbing(escalation)) return { events: [], mails: [] };
  const { level, groupIds, dueAt, number, stations } = escalation;
  const occasion = `${step}-n${number}-s${stations.length}`;
  const place = groupIds.length === 0 ? 'case' : 'folder';
  const reminded = groupIds.length === 0 ? casePeople(concerned, context) : convenersOf(groupIds, context);
  if (step !== 'ladderEscalate') return { events: [{ type: 'ladderReminded', detail: { level, dueAt } }], mails: toThose(reminded, place, { mail: 'ladderReminder', occasion }, {}) };
  const next = ruleOf(context.routine.escalation, level + 1);
  const above = next === undefined ? [] : groupsForLevel(context.register, next, factsOf(concerned, context.register)).map(({ id }) => id);
  const conveners = convenersOf(above, context).filter((userId) => !reminded.includes(userId));
  const draft = { mail: 'ladderEscalation', occasion } as const;
  const administrators = holdersOf(context.register, 'administrator', localDate(context.now));
  return {
    events: [{ type: 'ladderEscalated', detail: { level, dueAt } }],
    mails: [
      ...toThose(reminded, place, draft, {}), ...toThose(conveners, 'groups', draft, {}),
      // Neither the case nor its folder is theirs: where it stands is.
      ...toThose(administrators.filter((userId) => ![...reminded, ...conveners].includes(userId)), 'console', draft, {}),
    ],
  };
};
