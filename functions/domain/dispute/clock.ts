import { addDays, localDate, morning } from '../calendar.ts';
import type { Case, Instant } from '../case.ts';
import type { ClockContext, StepEffect } from '../clock-step.ts';
import { managersOf, toPeople } from '../recipients.ts';
import type { DisputeRoutine } from '../routine.ts';
import { openDisputeOf, visitOf } from './dispute.ts';
import { ownersOf } from './opening.ts';

type DisputeClockStep = 'disputeRemind' | 'disputeOverdue' | 'disputeEscalate';

export const disputeSteps = (dueAt: Instant, { remindBeforeDays, escalateAfterDays }: DisputeRoutine): Readonly<Record<DisputeClockStep, Instant>> => ({
  disputeRemind: morning(addDays(localDate(dueAt), -remindBeforeDays)),
  disputeOverdue: dueAt,
  disputeEscalate: morning(addDays(localDate(dueAt), escalateAfterDays)),
});

/** What time does: the owner is reminded before the date and on it; then whoever opened it and the owner's managers are told. */
export const disputeEffect = (concerned: Case, step: DisputeClockStep, context: ClockContext): StepEffect => {
  const open = openDisputeOf(concerned);
  if (open === undefined) return { events: [], mails: [] };
  const visit = visitOf(open);
  const detail = { dispute: open.number, stage: visit.stage, dueAt: visit.dueAt };
  const owners = ownersOf(open.owner, concerned, context);
  // Each step of a dispute has occasions of its own.
  const occasion = `${step}-n${visit.number}`;
  if (step !== 'disputeEscalate') {
    return { events: [{ type: step === 'disputeRemind' ? 'disputeReminded' : 'disputeOverdue', detail }], mails: toPeople(owners, context, { mail: 'disputeReminder', occasion }) };
  }
  const units = context.register.users.filter(({ id }) => owners.includes(id)).map(({ unitId }) => unitId);
  return {
    events: [{ type: 'disputeEscalated', detail }],
    mails: toPeople([...managersOf(units, context), open.openedBy, ...owners], context, { mail: 'disputeEscalation', occasion }),
  };
};
