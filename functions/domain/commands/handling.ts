import { breachEvent, demandBreach, type Breach } from '../breach.ts';
import type { OutgoingCase, TextForm } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut, toHandlers, toUser } from '../command.ts';
import { takesPart } from '../eligibility.ts';
import { InvalidInput } from '../errors.ts';
import { mayBeNamed } from '../in-use.ts';
import { confirmedText, editedText, type SaidHarmless } from '../outgoing-text.ts';
import { nextStatus } from '../transitions.ts';

/** Each newly named investigator is told by mail, but for the one who names. @throws InvalidInput */
export const assign = (concerned: OutgoingCase, command: { leadInvestigatorId: string; coInvestigatorIds: readonly string[] }, context: CommandContext): Outcome<OutgoingCase> => {
  const lead = command.leadInvestigatorId;
  const others = [...new Set(command.coInvestigatorIds)].filter((userId) => userId !== lead);
  const before = [concerned.leadInvestigatorId, ...concerned.coInvestigatorIds];
  const known = (userId: string): boolean => mayBeNamed(context.register, userId, before);
  const [first, ...rest] = [
    ...(known(lead) ? [] : [{ pointer: '/leadInvestigatorId', code: 'user-unknown' as const }]),
    ...command.coInvestigatorIds.flatMap((userId, index) => (known(userId) ? [] : [{ pointer: `/coInvestigatorIds/${index}`, code: 'user-unknown' as const }])),
  ];
  if (first) throw new InvalidInput(first, ...rest);
  const informed = [lead, ...others].filter((userId) => userId !== context.actor
    && (!before.includes(userId) || (userId === lead && concerned.leadInvestigatorId !== lead)));
  return carryOut(concerned, 'assign-case', context, {
    changes: { leadInvestigatorId: lead, coInvestigatorIds: others },
    events: [{ type: 'assigned', detail: { leadInvestigatorId: lead, coInvestigators: others.join(' ') } }],
    mails: informed.map((userId) => ({ mail: 'assigned', to: toUser(userId), data: { lead: userId === lead } })),
  });
};

/** Which unit is asked (V10); its organisation becomes the counterpart. @throws InvalidInput (unknown, one of our own, or not covered by the routine) */
export const setExternalUnit = (concerned: OutgoingCase, command: { externalUnitId: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const unit = context.register.units.find(({ id }) => id === command.externalUnitId);
  if (!unit) throw new InvalidInput({ pointer: '/externalUnitId', code: 'external-unit-unknown' });
  const organisation = context.register.organisations.find(({ id }) => id === unit.organisationId);
  if (!organisation || organisation.own) throw new InvalidInput({ pointer: '/externalUnitId', code: 'external-unit-foreign' });
  if (unit.active === false) throw new InvalidInput({ pointer: '/externalUnitId', code: 'external-unit-unknown' });
  if (!takesPart(context.routine.eligibility, context.register, { organisationId: organisation.id, unitId: unit.id }, [concerned.report.unitId])) throw new InvalidInput({ pointer: '/externalUnitId', code: 'party-not-eligible' });
  return carryOut(concerned, 'set-external-unit', context, {
    changes: { externalUnitId: unit.id, counterpartId: organisation.id },
    events: [{ type: 'externalUnitSet', detail: { externalUnitId: unit.id, counterpartId: organisation.id } }],
  });
};

/** G1: which clause was not followed; the reporter's own choice stands in the report. @throws InvalidInput */
export const setBreach = (concerned: OutgoingCase, command: { breach: Breach }, context: CommandContext): Outcome<OutgoingCase> => {
  demandBreach(command.breach, { counterpartId: concerned.counterpartId, happenedAt: concerned.report.happenedAt }, context);
  return carryOut(concerned, 'set-breach', context, { changes: { breach: command.breach }, events: [breachEvent(command.breach)] });
};

/** @throws WrongStatus */
export const editOutgoingText = (concerned: OutgoingCase, command: SaidHarmless & { readonly text: string }, context: CommandContext): Outcome<OutgoingCase> => {
  const { text, event } = editedText(concerned.outgoingText, command, context);
  return carryOut(concerned, 'edit-outgoing-text', context, { changes: { outgoingText: text }, events: [event] });
};

/** @throws SendingBlocked */
export const confirmOutgoingText = (concerned: OutgoingCase, context: CommandContext, wanted: TextForm = 'deidentified'): Outcome<OutgoingCase> => {
  // Without a gate nothing says whom it may be told to: every text passes the whole check.
  const form = context.routine.consent === 'gate' ? wanted : 'deidentified';
  nextStatus('confirm-outgoing-text', concerned.status);
  return carryOut(concerned, 'confirm-outgoing-text', context, {
    changes: { outgoingText: confirmedText(concerned.outgoingText, form, context) },
    events: [{ type: 'outgoingTextConfirmed', detail: { form } }],
  });
};

export const requestInformation = (concerned: OutgoingCase, command: { question: string }, context: CommandContext): Outcome<OutgoingCase> =>
  carryOut(concerned, 'request-information', context, {
    changes: { informationRequest: { question: command.question, by: context.actor, at: context.now } },
    events: [{ type: 'informationRequested', detail: { question: command.question } }],
    mails: [{ mail: 'informationRequested', to: toUser(concerned.reporterId) }],
  });

/** The reporter's own report is never rewritten: the answer stands beside it. */
export const provideInformation = (concerned: OutgoingCase, command: { answer: string }, context: CommandContext): Outcome<OutgoingCase> =>
  carryOut(concerned, 'provide-information', context, {
    changes: concerned.informationRequest
      ? { informationRequest: { ...concerned.informationRequest, answer: command.answer, answeredAt: context.now } }
      : {},
    events: [{ type: 'informationProvided', detail: { answer: command.answer } }],
    mails: toHandlers(concerned, context, { mail: 'informationProvided' }),
  });

/** H4: the case number stands in the patient's record. @throws WrongStatus */
export const noteInRecord = (concerned: OutgoingCase, context: CommandContext): Outcome<OutgoingCase> =>
  carryOut(concerned, 'note-in-record', context, { changes: { notedInRecordAt: concerned.notedInRecordAt ?? context.now }, events: [{ type: 'notedInRecord' }] });

export const addNote = (concerned: OutgoingCase, command: { text: string }, context: CommandContext): Outcome<OutgoingCase> =>
  carryOut(concerned, 'add-note', context, { events: [{ type: 'noteAdded', detail: { text: command.text } }] });
