import { localDate } from '../calendar.ts';
import type { ClockContext, StepEffect } from '../clock-step.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { ClockStep } from '../vocabulary.ts';
import { managersOf, toLead, toPeople, toResponsible } from './recipients.ts';

/** Of an unfinished effect review; there is one at most. */
const openReview = (concerned: IncomingCase) => concerned.effectReviews.find(({ doneAt }) => doneAt === undefined);

/** What time does on an incoming case and its tracks. @throws RangeError for a step of outgoing cases */
export const incomingEffect = (concerned: IncomingCase, step: ClockStep, context: ClockContext): StepEffect => {
  const { replyBy, handleBy, pharmacy } = concerned;
  const review = openReview(concerned);
  switch (step) {
    case 'registrationOverdue': {
      const occasion = `${step}-${localDate(handleBy)}`;
      return { events: [{ type: 'registrationOverdue', detail: { handleBy } }], mails: toResponsible(concerned, context, { mail: 'registrationOverdue', occasion }) };
    }
    case 'remindBefore':
    case 'remindDue':
    case 'remindAfter':
      return {
        events: [{ type: 'reminded', detail: { step, replyBy } }],
        mails: toLead(concerned, context, { mail: 'investigationReminder', occasion: `${step}-${localDate(replyBy)}`, data: { step } }),
      };
    case 'escalate': {
      const told = [...managersOf(concerned.report.concernedUnitIds, context), ...(concerned.leadInvestigatorId === null ? [] : [concerned.leadInvestigatorId])];
      const draft = { mail: 'investigationEscalation', occasion: `${step}-${localDate(replyBy)}` } as const;
      return { events: [{ type: 'escalated', detail: { replyBy } }], mails: [...toPeople(told, context, draft), ...toResponsible(concerned, context, draft)] };
    }
    case 'pharmacyOverdue': {
      const draft = { mail: 'pharmacyReminder', occasion: step } as const;
      return {
        events: [{ type: 'pharmacyOverdue', detail: { dueAt: pharmacy?.dueAt ?? null } }],
        mails: [...toLead(concerned, context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    case 'effectReviewDue':
    case 'effectReviewOverdue': {
      const draft = { mail: step === 'effectReviewDue' ? 'effectReviewDue' : 'effectReviewReminder', occasion: `${step}-n${review?.number ?? 0}` } as const;
      return {
        events: [{ type: step, detail: { review: review?.number ?? null, dueAt: review?.dueAt ?? null } }],
        mails: [...toLead(concerned, context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    case 'effectReviewEscalate': {
      const draft = { mail: 'effectReviewEscalation', occasion: `${step}-n${review?.number ?? 0}` } as const;
      return {
        events: [{ type: 'effectReviewEscalated', detail: { review: review?.number ?? null } }],
        mails: [...toPeople(managersOf(concerned.report.concernedUnitIds, context), context, draft), ...toResponsible(concerned, context, draft)],
      };
    }
    default:
      throw new RangeError(`${step} is no step of an incoming case`);
  }
};
