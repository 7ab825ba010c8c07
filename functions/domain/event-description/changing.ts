import { addDays, endOfDay, localDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { InvalidInput, LinkNotValid, RateLimited, SendingBlocked, WrongStatus } from '../errors.ts';
import { findIdentifying, unresolvedFindings, type IdentifyingFinding } from '../identifying.ts';
import { isInUse } from '../in-use.ts';
import { blockOf, knownNames } from '../outgoing-text.ts';
import type { Register } from '../register.ts';
import type { DescriptionRoutine } from '../routine.ts';
import type { Category, TargetGroup } from '../vocabulary.ts';
import { mayBePublished, stateOf, wholeText, type DescriptionEventType, type DescriptionTexts, type EventDescription } from './description.ts';
import type { ApprovalAnswer } from './words.ts';

export interface DescriptionContext {
  readonly now: Instant;
  /** User id; `external`. */
  readonly actor: string;
  readonly register: Register;
  readonly rules: DescriptionRoutine;
}
export interface DescriptionEdit {
  readonly title: string;
  readonly texts: DescriptionTexts;
  readonly category: Category;
  readonly targetGroup: TargetGroup | null;
  readonly unitId: string | null;
  readonly notIdentifying: readonly string[];
}

const next = (before: EventDescription, { now, actor }: DescriptionContext, type: DescriptionEventType, text: string, changes: Partial<EventDescription>): EventDescription => {
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: now };
  return { ...after, events: [...before.events, { at: now, type, actor, revision: after.revision, text }] };
};
const refused = (what: string): never => {
  throw new WrongStatus(what, 'closed');
};
/** What may tell whom it is about, and nobody has said is harmless; places in the whole text. */
export const leftInDescription = (description: Pick<EventDescription, 'title' | 'texts' | 'resolved'>, register: Register): readonly IdentifyingFinding[] =>
  unresolvedFindings(wholeText(description), description.resolved, knownNames(register));

/**
 * Saving is never blocked; whatever was approved was another text, so both approve anew, and the link that was sent is dead.
 * @throws WrongStatus (published or withdrawn), InvalidInput
 */
export const editDescription = (before: EventDescription, edit: DescriptionEdit, context: DescriptionContext): EventDescription => {
  const state = stateOf(before);
  if (state === 'published' || state === 'withdrawn') refused('edit');
  const unit = context.register.units.find(({ id }) => id === edit.unitId);
  if (edit.unitId !== null && (unit === undefined || unit.organisationId !== before.counterpartId || !isInUse(unit))) throw new InvalidInput({ pointer: '/change/unitId', code: 'external-unit-foreign' });
  const { title, texts, category, targetGroup, unitId, notIdentifying } = edit;
  const standing = findIdentifying(wholeText({ title, texts }), knownNames(context.register)).map(({ mark }) => mark);
  const resolved = [...new Set([...before.resolved, ...notIdentifying])].filter((mark) => standing.includes(mark));
  return next(before, context, 'edited', '', { title, texts, category, targetGroup, unitId, resolved, revision: before.revision + 1, ours: null, theirs: null, asked: null });
};

/** The other party is asked by a link of its own; earlier ones die. @throws SendingBlocked */
const asked = (before: EventDescription, { now, register, rules }: DescriptionContext): Pick<EventDescription, 'asked' | 'epoch'> => {
  if (!register.units.some(({ id, mailbox }) => id === before.unitId && mailbox !== undefined)) throw new SendingBlocked('mailbox-missing');
  const epoch = before.epoch + 1;
  return { epoch, asked: { epoch, at: now, expiresAt: endOfDay(addDays(localDate(now), rules.linkDays)), reminders: 0, lastReminderAt: null, told: false } };
};
/** Our approval of exactly this revision, after the check over all that it says; asks the other party. @throws WrongStatus, InvalidInput, SendingBlocked */
export const approveDescription = (before: EventDescription, context: DescriptionContext): EventDescription => {
  if (stateOf(before) !== 'draft') refused('approve');
  const [first, ...more] = [
    ...(before.title.trim() === '' ? ['/change/title'] : []),
    ...(['event', 'action', 'followUp'] as const).flatMap((part) => (before.texts[part].trim() === '' ? [`/change/texts/${part}`] : [])),
  ].map((pointer) => ({ pointer, code: 'reason-missing' as const }));
  if (first) throw new InvalidInput(first, ...more);
  const block = blockOf(leftInDescription(before, context.register));
  if (block !== null) throw new SendingBlocked(block);
  return next(before, context, 'approved', '', { ours: { revision: before.revision, by: context.actor, at: context.now }, ...asked(before, context) });
};
/** A new link, where the old one has run out or was lost. @throws WrongStatus, SendingBlocked */
export const askAgain = (before: EventDescription, context: DescriptionContext): EventDescription => {
  if (before.withdrawn !== null || before.asked === null) refused('ask');
  return next(before, context, 'asked', '', asked(before, context));
};
/** At once, with a reason, by whichever side; what was withdrawn stays so. @throws WrongStatus */
export const withdrawDescription = (before: EventDescription, side: 'ours' | 'theirs', reason: string, context: DescriptionContext): EventDescription => {
  if (before.withdrawn !== null) refused('withdraw');
  return next(before, context, side === 'ours' ? 'withdrawn' : 'withdrawnByParty', reason, { withdrawn: { side, reason, at: context.now, by: context.actor } });
};

/** To one revision: each is kept, and told. */
const objectionsAtMost = 5;
/** Seconds; our side edits in the meantime. */
const untilEdited = 86_400;
/**
 * What the other party says through its link, of the revision that it has seen. Approved by both, it is published at once.
 * @throws LinkNotValid (edited since), RateLimited (objected often to this revision; approving is always possible), WrongStatus, InvalidInput (no reason), SendingBlocked (somebody's name has become known since)
 */
export const answerDescription = (before: EventDescription, said: { readonly answer: ApprovalAnswer; readonly text: string; readonly revision: number }, context: DescriptionContext): EventDescription => {
  if (said.revision !== before.revision || before.asked === null) throw new LinkNotValid();
  if (said.answer !== 'approve' && said.text === '') throw new InvalidInput({ pointer: '/text', code: 'reason-missing' });
  const state = stateOf(before);
  if (said.answer === 'withdraw') return state === 'published' ? withdrawDescription(before, 'theirs', said.text, context) : refused('withdraw');
  if (state === 'published' || state === 'withdrawn') return refused('answer');
  const kind = said.answer === 'approve' ? 'approved' : said.answer === 'refuse' ? 'refused' : 'change';
  const type = said.answer === 'approve' ? 'approvedByParty' : said.answer === 'refuse' ? 'refused' : 'changeProposed';
  // Of another revision nobody asks again; what was written stands in the events.
  const answers = [{ kind, revision: before.revision, text: said.text, at: context.now } as const];
  if (kind !== 'approved' && before.events.filter(({ revision, type: each }) => revision === before.revision && (each === 'refused' || each === 'changeProposed')).length >= objectionsAtMost) throw new RateLimited(untilEdited);
  if (kind !== 'approved') return next(before, context, type, said.text, { answers, theirs: null });
  const approved = next(before, context, type, '', { answers, theirs: { revision: before.revision, by: context.actor, at: context.now } });
  if (!mayBePublished(approved)) return approved;
  const block = blockOf(leftInDescription(approved, context.register));
  if (block !== null) throw new SendingBlocked(block);
  return { ...approved, publishedAt: context.now, events: [...approved.events, { at: context.now, type: 'published', actor: 'clock', revision: approved.revision, text: '' }] };
};
