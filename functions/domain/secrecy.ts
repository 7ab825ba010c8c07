import type { Case, CaseEvent, Instant, TextForm } from './case.ts';
import { carryOut, type CommandContext, type EventDraft, type Outcome } from './command.ts';
import type { Consent, ConsentScope, ConsentStatus } from './consent.ts';
import { hasConsent } from './consent.ts';
import { InvalidInput, NotFound } from './errors.ts';
import { findIdentifying, isNumber, markOfNumber } from './identifying.ts';
import { carryOutIncoming } from './incoming/carry-out.ts';
import { isBefore } from './instant.ts';
import { knownNames } from './outgoing-text.ts';
import { otherPartyOf } from './parties.ts';
import { findPersonalNumbers } from './personal-number.ts';
import type { Register } from './register.ts';
import type { Routine } from './routine.ts';

/* Consent and patient reference: commands that cases of both directions have alike. */

type SecrecyCommand = 'record-consent' | 'withdraw-consent' | 'set-patient-reference' | 'move-to-patient-reference';
interface SecrecyEffect {
  readonly changes: Partial<Pick<Case, 'consents' | 'hasPatientReference' | 'protectedIdentity'>>;
  readonly events: readonly EventDraft[];
}
const carryOutOnEither = (concerned: Case, command: SecrecyCommand, context: CommandContext, effect: SecrecyEffect): Outcome =>
  concerned.direction === 'outgoing' ? carryOut(concerned, command, context, effect) : carryOutIncoming(concerned, command, context, effect);

/** Scopes that a text which tells who the patient is needs (R4): a diagnosis in it needs health data as well. */
const scopesFor = (text: string, register: Register): readonly ConsentScope[] =>
  ['identity', 'events', ...(findIdentifying(text, knownNames(register)).some(({ kind }) => kind === 'diagnosis') ? ['healthData' as const] : [])];

/** R4: under the gate an identified text needs consent in force for whom it goes to. */
export const lacksConsentFor = (
  text: { readonly text: string; readonly form?: TextForm | undefined } | null, concerned: Pick<Case, 'consents'>, recipientId: string | null, { routine, register }: Pick<CommandContext, 'routine' | 'register'>,
): boolean => routine.consent === 'gate' && text?.form === 'identified' && !hasConsent(concerned, recipientId, scopesFor(text.text, register));
/** The same for saying whom it concerns. */
export const lacksConsentForIdentity = (concerned: Pick<Case, 'consents'>, recipientId: string | null, routine: Pick<Routine, 'consent'>): boolean =>
  routine.consent === 'gate' && !hasConsent(concerned, recipientId, ['identity']);

export interface NewConsent {
  readonly status: ConsentStatus;
  readonly scope: readonly ConsentScope[];
  readonly recipientId: string | null;
  readonly byTitle: string;
  readonly at: Instant;
}
const isRecipient = (concerned: Case, recipientId: string | null, { organisations }: Register): boolean =>
  (recipientId === null ? otherPartyOf(concerned) === null : organisations.some(({ id, own }) => id === recipientId && !own));

/** L7. The newest on a recipient counts; what was recorded before stays. @throws InvalidInput, WrongStatus */
export const recordConsent = (concerned: Case, command: NewConsent, context: CommandContext): Outcome => {
  const { status, recipientId, byTitle, at } = command;
  const scope = status === 'given' ? [...new Set(command.scope)] : [];
  const [first, ...rest] = [
    ...(isRecipient(concerned, recipientId, context.register) ? [] : [{ pointer: '/recipientId', code: 'party-unknown' as const }]),
    ...(status === 'given' && scope.length === 0 ? [{ pointer: '/scope', code: 'consent-scope-missing' as const }] : []),
    ...(isBefore(context.now, at) ? [{ pointer: '/at', code: 'date-in-future' as const }] : []),
  ];
  if (first) throw new InvalidInput(first, ...rest);
  const consent: Consent = { id: `consent-${concerned.consents.length + 1}`, status, scope, recipientId, byTitle, at, recordedAt: context.now };
  return carryOutOnEither(concerned, 'record-consent', context, {
    changes: { consents: [...concerned.consents, consent] },
    events: [{ type: 'consentRecorded', detail: { consent: consent.id, consentStatus: status, scope: scope.join(' '), recipientId, byTitle } }],
  });
};

/** Blocks what has not left yet; what has left has left. @throws NotFound, InvalidInput, WrongStatus */
export const withdrawConsent = (concerned: Case, command: { readonly consentId: string }, context: CommandContext): Outcome => {
  const found = concerned.consents.find(({ id }) => id === command.consentId);
  if (!found) throw new NotFound('consent');
  if (found.status !== 'given' || found.withdrawnAt !== undefined) throw new InvalidInput({ pointer: '/consentId', code: 'already-there' });
  return carryOutOnEither(concerned, 'withdraw-consent', context, {
    changes: { consents: concerned.consents.map((each) => (each === found ? { ...each, withdrawnAt: context.now } : each)) },
    events: [{ type: 'consentWithdrawn', detail: { consent: found.id, recipientId: found.recipientId } }],
  });
};

/** L8: the reference itself goes to its own store; the case says that there is one, and whether the identity is protected. @throws WrongStatus */
export const setPatientReference = (concerned: Case, command: { readonly protectedIdentity: boolean }, context: CommandContext): Outcome =>
  carryOutOnEither(concerned, 'set-patient-reference', context, {
    changes: { hasPatientReference: true, protectedIdentity: command.protectedIdentity },
    events: [{ type: 'patientReferenceSet', detail: { mended: concerned.hasPatientReference, protectedIdentity: command.protectedIdentity } }],
  });

/** What stands where a number stood. */
const inItsPlace = '[patientuppgift]';
const without = (text: string, mark: string): string => findIdentifying(text)
  .filter((finding) => finding.mark === mark && isNumber(finding))
  .reduceRight((left, { start, end }) => left.slice(0, start) + inItsPlace + left.slice(end), text);

/** Names of what is no text: identifiers, moments, marks. */
const noText = /^(?:id|number|by|resolved|findings)$|(?:Id|Ids|At|By)$/;
const changedValue = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const before: readonly unknown[] = value;
    const after = before.map((each) => changedValue(each, change));
    return after.every((each, index) => each === before[index]) ? before : after;
  }
  return typeof value === 'object' && value !== null ? textsChanged(value, change) : value;
};
/** A value with every text in it changed, at whatever depth; the same value where nothing was. */
const textsChanged = <Of extends object>(holder: Of, change: (text: string) => string): Of => {
  const changed = Object.entries(holder).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    if (noText.test(name)) return [];
    const after = changedValue(value, change);
    return after === value ? [] : [[name, after]];
  });
  return changed.length === 0 ? holder : { ...holder, ...Object.fromEntries(changed) };
};

/** The case with every text that people wrote changed; what was sent is a copy of its own and stays. A changed text that leaves is confirmed anew. */
const withTexts = (concerned: Case, change: (text: string) => string): Case => {
  const changed = textsChanged(concerned, change);
  const outgoingText = changed.outgoingText === concerned.outgoingText || changed.outgoingText === null ? changed.outgoingText : { ...changed.outgoingText, confirmedAt: undefined, confirmedBy: undefined };
  if (changed.direction === 'outgoing') return { ...changed, outgoingText, request: concerned.direction === 'outgoing' ? concerned.request : changed.request };
  return { ...changed, outgoingText, answer: concerned.direction === 'incoming' ? concerned.answer : changed.answer };
};

/** Personal numbers in the texts of the case: their marks, and how they are first written. */
const numbersIn = (concerned: Case): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  withTexts(concerned, (text) => {
    for (const finding of findPersonalNumbers(text)) {
      const mark = markOfNumber(finding.digits);
      if (!found.has(mark)) found.set(mark, text.slice(finding.start, finding.end));
    }
    return text;
  });
  return found;
};
/** The personal number that a mark names, as it is first written in a text of the case; undefined where it stands in none. */
export const numberOfMark = (concerned: Case, mark: string): string | undefined => numbersIn(concerned).get(mark);
/** Whether a personal number stands in a text, and nobody has said that it is none. */
export const hasNumberInTexts = (concerned: Case): boolean => [...numbersIn(concerned).keys()].some((mark) => concerned.outgoingText?.resolved.includes(mark) !== true);

/** What the timeline says, where the number stands in it: the same events with the number out of their texts. */
export const eventsWithoutNumber = (events: readonly CaseEvent[], mark: string): readonly CaseEvent[] => events.flatMap((event) => {
  const detail = textsChanged(event.detail, (text) => without(text, mark));
  return detail === event.detail ? [] : [{ ...event, detail }];
});

/** L8: a personal number leaves the texts of the case for the patient reference's own store; all other words stand. @throws InvalidInput, WrongStatus */
export const moveToPatientReference = (concerned: Case, command: { readonly mark: string; readonly protectedIdentity: boolean }, context: CommandContext): Outcome => {
  if (numberOfMark(concerned, command.mark) === undefined) throw new InvalidInput({ pointer: '/mark', code: 'finding-unknown' });
  const protectedIdentity = concerned.protectedIdentity || command.protectedIdentity;
  return carryOutOnEither(withTexts(concerned, (text) => without(text, command.mark)), 'move-to-patient-reference', context, {
    changes: { hasPatientReference: true, protectedIdentity },
    events: [{ type: 'patientReferenceMoved', detail: { mark: command.mark, protectedIdentity } }],
  });
};
