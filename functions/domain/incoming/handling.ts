import { breachEvent, demandBreach, type Breach } from '../breach.ts';
import type { TextForm } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { InvalidInput } from '../errors.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { confirmedText, demandNothingIdentifying, editedText, type SaidHarmless } from '../outgoing-text.ts';
import { toLead, toResponsible } from '../recipients.ts';
import { carryOutIncoming } from './carry-out.ts';
import { toWhoeverFiled } from './recipients.ts';
import { nextIncomingStatus } from './transitions.ts';

/** @throws WrongStatus */
export const editIncomingText = (concerned: IncomingCase, command: SaidHarmless & { readonly text: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { text, event } = editedText(concerned.outgoingText, command, context);
  return carryOutIncoming(concerned, 'edit-outgoing-text', context, { changes: { outgoingText: text }, events: [event] });
};
/** @throws SendingBlocked, WrongStatus */
export const confirmIncomingText = (concerned: IncomingCase, context: CommandContext, wanted: TextForm = 'deidentified'): Outcome<IncomingCase> => {
  // Without a gate nothing says whom it may be told to: every text passes the whole check.
  const form = context.routine.consent === 'gate' ? wanted : 'deidentified';
  nextIncomingStatus('confirm-outgoing-text', concerned.status, undefined);
  return carryOutIncoming(concerned, 'confirm-outgoing-text', context, {
    changes: { outgoingText: confirmedText(concerned.outgoingText, form, context) }, events: [{ type: 'outgoingTextConfirmed', detail: { form } }],
  });
};

/** G1: which clause was not followed, as registration settles it. @throws InvalidInput, WrongStatus */
export const setIncomingBreach = (concerned: IncomingCase, command: { breach: Breach }, context: CommandContext): Outcome<IncomingCase> => {
  const { report } = concerned;
  demandBreach(command.breach, { counterpartId: report.partyOrganisationId, happenedAt: report.happenedAt }, context);
  return carryOutIncoming(concerned, 'set-breach', context, { changes: { report: { ...report, breach: command.breach } }, events: [breachEvent(command.breach)] });
};

/** To whoever filed, through the status link; without a mailbox the handler asks by phone or post. @throws SendingBlocked, WrongStatus */
export const askFiler = (concerned: IncomingCase, command: SaidHarmless & { readonly question: string }, context: CommandContext): Outcome<IncomingCase> => {
  nextIncomingStatus('request-information', concerned.status, undefined);
  const said = demandNothingIdentifying({ ...command, text: command.question }, context.register);
  return carryOutIncoming(concerned, 'request-information', context, {
    changes: { informationRequest: { question: command.question, by: context.actor, at: context.now }, statusBeforeInfo: concerned.status },
    events: [{ type: 'informationRequested', detail: { question: command.question, ...said } }],
    mails: toWhoeverFiled(concerned, context, { mail: 'informationWanted' }),
  });
};

/** By the filer (actor `external`) or by staff for it; the report itself is never rewritten. */
export const answerForFiler = (concerned: IncomingCase, command: { answer: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { informationRequest } = concerned;
  const outcome = carryOutIncoming(concerned, 'provide-information', context, {
    changes: informationRequest ? { informationRequest: { ...informationRequest, answer: command.answer, answeredAt: context.now } } : {},
    events: [{ type: 'informationProvided', detail: { answer: command.answer } }],
    mails: [...toLead(concerned, context, { mail: 'informationProvided' }, context.actor), ...toResponsible(concerned, context, { mail: 'informationProvided' }, context.actor)],
  });
  const { statusBeforeInfo: _used, ...after } = outcome.case;
  return { ...outcome, case: after };
};

export const addIncomingNote = (concerned: IncomingCase, command: { text: string }, context: CommandContext): Outcome<IncomingCase> =>
  carryOutIncoming(concerned, 'add-note', context, { events: [{ type: 'noteAdded', detail: { text: command.text } }] });

/** V12. @throws InvalidInput, WrongStatus */
export const recordPharmacyNotification = (concerned: IncomingCase, command: { reference: string; reason: string }, context: CommandContext): Outcome<IncomingCase> => {
  const { pharmacy } = concerned;
  if ((command.reference === '') === (command.reason === '')) throw new InvalidInput({ pointer: '/reference', code: 'reference-or-reason' });
  if (pharmacy === null || pharmacy.doneAt !== undefined) throw new InvalidInput({ pointer: '/reference', code: 'already-there' });
  return carryOutIncoming(concerned, 'record-pharmacy-notification', context, {
    changes: { pharmacy: { ...pharmacy, doneAt: context.now, reference: command.reference, reason: command.reason } },
    events: [{ type: 'pharmacyNotified', detail: { reference: command.reference, reason: command.reason } }],
  });
};

/** H4: the case number stands in the patient's record. @throws WrongStatus */
export const noteInRecord = (concerned: IncomingCase, context: CommandContext): Outcome<IncomingCase> =>
  carryOutIncoming(concerned, 'note-in-record', context, { changes: { notedInRecordAt: concerned.notedInRecordAt ?? context.now }, events: [{ type: 'notedInRecord' }] });
