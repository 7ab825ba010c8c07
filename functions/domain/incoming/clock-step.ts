import { localDate } from '../calendar.ts';
import type { ClockContext, StepEffect } from '../clock-step.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { ClockStep } from '../vocabulary.ts';
import { managersOf, toLead, toPeople, toResponsible } from '../recipients.ts';

/** What time does on an incoming case. @throws RangeError for a step of outgoing cases, or of a track */
export const incomingEffect = (concerned: IncomingCase, step: ClockStep, context: ClockContext): StepEffect => {
  const { replyBy, handleBy } = concerned;
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
    default:
      throw new RangeError(`${step} is no step of an incoming case`);
  }
};
