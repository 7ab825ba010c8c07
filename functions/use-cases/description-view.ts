import type { DescriptionView } from '../contracts/event-description.ts';
import type { Instant } from '../domain/case.ts';
import { leftInDescription } from '../domain/event-description/changing.ts';
import { stateOf, wholeText, type EventDescription } from '../domain/event-description/description.ts';
import { nextReminderAt } from '../domain/event-description/reminding.ts';
import { isInUse } from '../domain/in-use.ts';
import { actsAs } from '../domain/role-holders.ts';
import type { Routine } from '../domain/routine.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { DescriptionStanding } from './description-standing.ts';
import { namesOf } from './names.ts';
import type { SignedIn } from './staff-access.ts';

/** N4: roles of the routine, whatever unit; which texts they see is `mayReadDescription`'s. */
export const mayDraftDescriptions = ({ member }: SignedIn, { eventDescriptions }: Routine): boolean => eventDescriptions.mayDraft.some((role) => actsAs(member.roles, role));
export const approvesDescriptionsAs = ({ member }: SignedIn, { eventDescriptions }: Routine): Role | undefined => eventDescriptions.mayApprove.find((role) => actsAs(member.roles, role));

const parts = ['title', 'event', 'action', 'followUp'] as const;
/** Which part a place in the whole text is in, and what stands there. */
const findingsOf = (description: EventDescription, signedIn: SignedIn): DescriptionView['findings'] => {
  const whole = wholeText(description);
  const lengths = [description.title, description.texts.event, description.texts.action, description.texts.followUp].map(({ length }) => length + 2);
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
  return leftInDescription(description, signedIn.register).map(({ start, end, kind, mark }) => ({
    part: parts[ends.findIndex((each) => start < each)] ?? 'followUp', text: whole.slice(start, end), kind, mark,
  }));
};

/** For staff of the routine's roles. */
export const descriptionViewOf = (
  description: EventDescription, { signedIn, routine, standing, openedAt }: { readonly signedIn: SignedIn; readonly routine: Routine; readonly standing: DescriptionStanding; readonly openedAt: Instant | null },
): DescriptionView => {
  const { register } = signedIn;
  const names = namesOf(register);
  const state = stateOf(description);
  const drafts = mayDraftDescriptions(signedIn, routine);
  const approves = approvesDescriptionsAs(signedIn, routine) !== undefined;
  const { asked, ours, theirs, withdrawn } = description;
  const unit = description.unitId === null ? null : names.unit(description.unitId);
  const nameOf = (userId: string) => (userId === 'external' ? unit?.name ?? '' : names.person(userId).name);
  return {
    id: description.id, number: description.number, version: description.version, revision: description.revision, state, title: description.title, texts: { ...description.texts },
    category: description.category, targetGroup: description.targetGroup, counterpart: names.organisation(description.counterpartId), unit,
    units: register.units.filter((one) => one.organisationId === description.counterpartId && one.mailbox !== undefined && isInUse(one)).map(({ id, name }) => ({ id, name })),
    findings: state === 'published' || state === 'withdrawn' ? [] : findingsOf(description, signedIn),
    resolved: [...description.resolved],
    ours: ours && { at: ours.at, by: nameOf(ours.by) }, theirs: theirs && { at: theirs.at, by: nameOf(theirs.by) },
    asked: asked && { at: asked.at, expiresAt: asked.expiresAt, openedAt: openedAt !== null && openedAt >= asked.at ? openedAt : null, reminders: asked.reminders, nextReminderAt: nextReminderAt(description, routine.eventDescriptions) },
    publishedAt: description.publishedAt, withdrawn: withdrawn && { side: withdrawn.side, reason: withdrawn.reason, at: withdrawn.at },
    events: description.events.map(({ at, type, actor, revision, text }) => ({
      at, type, revision, text, actor: actor === 'clock' ? { kind: 'clock', name: '' } : actor === 'external' ? { kind: 'external', name: unit?.name ?? '' } : { kind: 'person', name: names.person(actor).name },
    })),
    caseId: standing.readsCase ? description.caseId : null,
    draftedBy: names.person(description.draftedBy),
    mayEdit: drafts && standing.near && state !== 'published' && state !== 'withdrawn', mayApprove: approves && state === 'draft', mayAsk: (drafts || approves) && asked !== null && withdrawn === null, mayWithdraw: approves && withdrawn === null,
  };
};
