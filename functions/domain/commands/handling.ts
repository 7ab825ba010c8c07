import type { Case } from '../case.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOut, toHandlers, toUser } from '../command.ts';
import { InvalidInput, SendingBlocked } from '../errors.ts';
import { findPersonalNumbers, personalNumberDigits, remainingPersonalNumbers } from '../personal-number.ts';
import { nextStatus } from '../transitions.ts';

/** Each newly named investigator is told by mail, but for the one who names. @throws InvalidInput */
export const assign = (concerned: Case, command: { leadInvestigatorId: string; coInvestigatorIds: readonly string[] }, context: CommandContext): Outcome => {
  const lead = command.leadInvestigatorId;
  const others = [...new Set(command.coInvestigatorIds)].filter((userId) => userId !== lead);
  const known = (userId: string): boolean => context.register.users.some(({ id }) => id === userId);
  const [first, ...rest] = [
    ...(known(lead) ? [] : [{ pointer: '/leadInvestigatorId', code: 'user-unknown' as const }]),
    ...command.coInvestigatorIds.flatMap((userId, index) => (known(userId) ? [] : [{ pointer: `/coInvestigatorIds/${index}`, code: 'user-unknown' as const }])),
  ];
  if (first) throw new InvalidInput(first, ...rest);
  const before = [concerned.leadInvestigatorId, ...concerned.coInvestigatorIds];
  const informed = [lead, ...others].filter((userId) => userId !== context.actor
    && (!before.includes(userId) || (userId === lead && concerned.leadInvestigatorId !== lead)));
  return carryOut(concerned, 'assign-case', context, {
    changes: { leadInvestigatorId: lead, coInvestigatorIds: others },
    events: [{ type: 'assigned', detail: { leadInvestigatorId: lead, coInvestigators: others.join(' ') } }],
    mails: informed.map((userId) => ({ mail: 'assigned', to: toUser(userId), data: { lead: userId === lead } })),
  });
};

/** Which unit is asked (V10); its organisation becomes the counterpart. @throws InvalidInput (unknown, or one of our own) */
export const setExternalUnit = (concerned: Case, command: { externalUnitId: string }, context: CommandContext): Outcome => {
  const unit = context.register.units.find(({ id }) => id === command.externalUnitId);
  if (!unit) throw new InvalidInput({ pointer: '/externalUnitId', code: 'external-unit-unknown' });
  const organisation = context.register.organisations.find(({ id }) => id === unit.organisationId);
  if (!organisation || organisation.own) throw new InvalidInput({ pointer: '/externalUnitId', code: 'external-unit-foreign' });
  return carryOut(concerned, 'set-external-unit', context, {
    changes: { externalUnitId: unit.id, counterpartId: organisation.id },
    events: [{ type: 'externalUnitSet', detail: { externalUnitId: unit.id, counterpartId: organisation.id } }],
  });
};

/**
 * Saving is never blocked (L8); what a person says is no personal number is kept and logged, as far as it stands in
 * the text. A changed text must be confirmed anew.
 */
export const editOutgoingText = (concerned: Case, command: { text: string; notPersonalNumbers: readonly string[] }, context: CommandContext): Outcome => {
  const said = new Set(command.notPersonalNumbers.map(personalNumberDigits));
  const dismissed = [...new Set(findPersonalNumbers(command.text).map(({ digits }) => digits))].filter((digits) => said.has(digits));
  return carryOut(concerned, 'edit-outgoing-text', context, {
    changes: { outgoingText: { text: command.text, editedBy: context.actor, editedAt: context.now, notPersonalNumbers: dismissed } },
    events: [{
      type: 'outgoingTextEdited',
      detail: { characters: command.text.length, notPersonalNumbers: dismissed.length, personalNumbers: remainingPersonalNumbers(command.text, dismissed).length },
    }],
  });
};

/** design.md 1.6: what leaves was confirmed by a person after the checks. @throws SendingBlocked */
export const confirmOutgoingText = (concerned: Case, context: CommandContext): Outcome => {
  nextStatus('confirm-outgoing-text', concerned.status);
  const text = concerned.outgoingText;
  if (text === null) throw new SendingBlocked('text-not-confirmed');
  if (remainingPersonalNumbers(text.text, text.notPersonalNumbers).length > 0) throw new SendingBlocked('personal-number-in-text');
  return carryOut(concerned, 'confirm-outgoing-text', context, {
    changes: { outgoingText: { ...text, confirmedBy: context.actor, confirmedAt: context.now } },
    events: [{ type: 'outgoingTextConfirmed' }],
  });
};

export const requestInformation = (concerned: Case, command: { question: string }, context: CommandContext): Outcome =>
  carryOut(concerned, 'request-information', context, {
    changes: { informationRequest: { question: command.question, by: context.actor, at: context.now } },
    events: [{ type: 'informationRequested', detail: { question: command.question } }],
    mails: [{ mail: 'informationRequested', to: toUser(concerned.reporterId) }],
  });

/** The reporter's own report is never rewritten: the answer stands beside it. */
export const provideInformation = (concerned: Case, command: { answer: string }, context: CommandContext): Outcome =>
  carryOut(concerned, 'provide-information', context, {
    changes: concerned.informationRequest
      ? { informationRequest: { ...concerned.informationRequest, answer: command.answer, answeredAt: context.now } }
      : {},
    events: [{ type: 'informationProvided', detail: { answer: command.answer } }],
    mails: toHandlers(concerned, context, { mail: 'informationProvided' }),
  });

export const addNote = (concerned: Case, command: { text: string }, context: CommandContext): Outcome =>
  carryOut(concerned, 'add-note', context, { events: [{ type: 'noteAdded', detail: { text: command.text } }] });
