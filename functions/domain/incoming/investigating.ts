import type { CommandContext, Outcome } from '../command.ts';
import { InvestigationIncomplete } from '../errors.ts';
import type { IncomingCase, Investigation } from '../incoming-case.ts';
import { toLead, toResponsible } from '../recipients.ts';
import type { IncomingRoutine } from '../routine.ts';
import type { InvestigationPart } from '../vocabulary.ts';
import { nextIncomingStatus } from './transitions.ts';
import { carryOutIncoming } from './carry-out.ts';

type Parts = Partial<Pick<Investigation, InvestigationPart>>;

/** Only the parts that were sent change; the event names them, not what stands in them. @throws WrongStatus */
export const saveInvestigation = (concerned: IncomingCase, command: { readonly [Part in keyof Parts]?: Parts[Part] | undefined }, context: CommandContext): Outcome<IncomingCase> => {
  const { courseOfEvents, causes, rootCause, wentWell, patientViews } = command;
  const saved: Parts = {
    ...(courseOfEvents !== undefined && { courseOfEvents }), ...(causes !== undefined && { causes }), ...(rootCause !== undefined && { rootCause }),
    ...(wentWell !== undefined && { wentWell }), ...(patientViews !== undefined && { patientViews }),
  };
  return carryOutIncoming(concerned, 'save-investigation', context, {
    changes: { investigation: { ...concerned.investigation, ...saved, startedAt: concerned.investigation.startedAt ?? context.now } },
    events: [{ type: 'investigationSaved', detail: { parts: Object.keys(saved).join(' ') } }],
  });
};

/** Parts the routine requires that are still empty (L2). */
export const missingParts = ({ investigation }: IncomingCase, routine: IncomingRoutine): readonly InvestigationPart[] =>
  routine.investigation.requiredParts.filter((part) => investigation[part].length === 0);

/** V7: the lead says so to those responsible, and cannot close. @throws InvestigationIncomplete, WrongStatus */
export const reportInvestigationDone = (concerned: IncomingCase, command: { message: string }, context: CommandContext): Outcome<IncomingCase> => {
  nextIncomingStatus('report-investigation-done', concerned.status, undefined);
  const missing = missingParts(concerned, context.routine.incoming);
  if (missing.length > 0) throw new InvestigationIncomplete(missing);
  return carryOutIncoming(concerned, 'report-investigation-done', context, {
    changes: { investigation: { ...concerned.investigation, doneAt: context.now } },
    events: [{ type: 'investigationDone', detail: { message: command.message } }],
    mails: toResponsible(concerned, context, { mail: 'investigationDone' }, context.actor),
  });
};

/** Not done after all: the investigators go on, by the same clock. */
export const returnInvestigation = (concerned: IncomingCase, command: { reason: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { doneAt: _doneAt, ...investigation } = concerned.investigation;
  return carryOutIncoming(concerned, 'return-investigation', context, {
    changes: { investigation },
    events: [{ type: 'investigationReturned', detail: { reason: command.reason } }],
    mails: toLead(concerned, context, { mail: 'investigationReturned' }, context.actor),
  });
};
