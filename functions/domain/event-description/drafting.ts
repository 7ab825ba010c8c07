import type { Case, Instant } from '../case.ts';
import { targetGroupOf } from '../classification.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { carryOutOnEither } from '../either-direction.ts';
import { InvalidInput } from '../errors.ts';
import { isInUse } from '../in-use.ts';
import { otherPartyOf } from '../parties.ts';
import type { Register } from '../register.ts';
import type { DescriptionTexts, EventDescription } from './description.ts';

/** N4: the closed case says that a description was drafted from it; the description says of which, to nobody outside. @throws WrongStatus */
export const noteDraft = <Of extends Case>(concerned: Of, descriptionId: string, context: CommandContext): Outcome<Of> =>
  carryOutOnEither(concerned, 'draft-event-description', context, {
    changes: { eventDescriptionIds: [...concerned.eventDescriptionIds ?? [], descriptionId] },
    events: [{ type: 'descriptionDrafted', detail: { description: descriptionId } }],
  });

const lines = (texts: readonly string[]): string => texts.map((text) => text.trim()).filter(Boolean).join('\n');
/** The text that left, where it was de-identified: what identifies is never a beginning. */
const eventText = (concerned: Case): string => {
  if (concerned.direction === 'outgoing' && concerned.request !== null) return concerned.request.form === 'identified' ? '' : concerned.request.snapshot;
  return concerned.outgoingText?.form === 'deidentified' ? concerned.outgoingText.text : '';
};
/** Of somebody whose identity is protected nothing is carried over unread. */
const prefilled = (concerned: Case): DescriptionTexts => {
  if (concerned.direction === 'incoming' && concerned.protectedIdentity) return { event: '', action: '', followUp: '' };
  const reply = concerned.direction === 'outgoing' ? concerned.replies.findLast(({ returnedAt }) => returnedAt === undefined) : undefined;
  return {
    event: eventText(concerned),
    action: lines([...(reply ? [reply.parts.acuteActions, reply.parts.systematicActions] : []), ...concerned.actions.map(({ text }) => text)]),
    followUp: lines([...concerned.actions.map(({ effect }) => effect), ...concerned.effectReviews.map(({ note }) => note)]),
  };
};

/** Whom the other party is asked at: a unit with a mailbox. */
const partyUnitOf = (concerned: Case, { units }: Register): string | null => {
  const named = concerned.direction === 'outgoing' ? concerned.request?.unitId ?? concerned.externalUnitId : concerned.report.partyUnitId;
  return units.some((unit) => unit.id === named && isInUse(unit) && unit.mailbox !== undefined) ? named : null;
};

/** A draft with the three parts begun from what the case holds; a person goes through them, and the check over everything that leaves. @throws InvalidInput where there is no other party */
export const newDescription = (concerned: Case, { id, number, now, by, register }: { readonly id: string; readonly number: string; readonly now: Instant; readonly by: string; readonly register: Register }): EventDescription => {
  const counterpartId = otherPartyOf(concerned);
  if (counterpartId === null) throw new InvalidInput({ pointer: '/version', code: 'party-unknown' });
  return {
    id, number, caseId: concerned.id, routine: concerned.routine, counterpartId, unitId: partyUnitOf(concerned, register),
    category: concerned.report.category, targetGroup: targetGroupOf(concerned), title: '', texts: prefilled(concerned), resolved: concerned.outgoingText?.resolved ?? [],
    revision: 1, version: 1, epoch: 0, draftedBy: by, createdAt: now, updatedAt: now, ours: null, asked: null, theirs: null, answers: [], publishedAt: null, withdrawn: null,
    events: [{ at: now, type: 'drafted', actor: by, revision: 1, text: '' }],
  };
};
