import * as z from 'zod/mini';
import { descriptionEventTypes } from '../domain/event-description/description.ts';
import { approvalAnswers, descriptionStates } from '../domain/event-description/words.ts';
import { identifyingKinds } from '../domain/identifying.ts';
import { categories, languages, targetGroups } from '../domain/vocabulary.ts';
import { descriptionListNames } from './event-description-lists.ts';
import { person, unitView } from './case-parts.ts';
import { notIdentifying } from './command.ts';
import { identifier, instant, optionalText, freeText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));
const texts = z.strictObject({ event: optionalText(textLimit.long), action: optionalText(textLimit.long), followUp: optionalText(textLimit.long) });
const seenTexts = z.object({ event: z.string(), action: z.string(), followUp: z.string() });

export const draftEventDescription = z.strictObject({ version });
export const descriptionDrafted = z.object({ descriptionId: z.string(), caseId: z.string(), version: z.number() });

/** `notIdentifying`: marks of findings that the writer says identify nobody. Each is of the version that was seen. */
export const changeEventDescription = z.strictObject({
  version,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('edit'), title: optionalText(textLimit.short), texts, category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), unitId: z.nullable(identifier), notIdentifying }),
    /** For our side, and asks the other party. */
    z.strictObject({ kind: z.literal('approve') }),
    z.strictObject({ kind: z.literal('ask') }),
    z.strictObject({ kind: z.literal('withdraw'), reason: freeText(textLimit.medium) }),
  ]),
});
const approvalView = z.nullable(z.object({ at: instant, by: z.string() }));
export const descriptionView = z.object({
  id: z.string(), number: z.string(), version: z.number(), revision: z.number(), state: z.enum(descriptionStates),
  title: z.string(), texts: seenTexts, category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)),
  counterpart: z.object({ id: z.string(), name: z.string() }), unit: z.nullable(unitView),
  /** Units of the other party that can be asked. */
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  /** In title and parts as one text, two line feeds between; nobody has said that they are harmless. */
  findings: z.array(z.object({ part: z.enum(['title', 'event', 'action', 'followUp']), text: z.string(), kind: z.enum(identifyingKinds), mark: z.string() })),
  /** Marks of what a person has said identifies nobody. */
  resolved: z.array(z.string()),
  ours: approvalView, theirs: approvalView,
  asked: z.nullable(z.object({ at: instant, expiresAt: instant, openedAt: z.nullable(instant), reminders: z.number(), nextReminderAt: z.nullable(instant) })),
  publishedAt: z.nullable(instant),
  withdrawn: z.nullable(z.object({ side: z.enum(['ours', 'theirs']), reason: z.string(), at: instant })),
  events: z.array(z.object({ at: instant, type: z.enum(descriptionEventTypes), actor: z.object({ kind: z.enum(['person', 'external', 'clock']), name: z.string() }), revision: z.number(), text: z.string() })),
  /** The case it was drafted from; null for whoever may not read that. */
  caseId: z.nullable(z.string()),
  draftedBy: person,
  mayEdit: z.boolean(), mayApprove: z.boolean(), mayAsk: z.boolean(), mayWithdraw: z.boolean(),
});
export type DescriptionView = z.infer<typeof descriptionView>;

export const listEventDescriptionsQuery = z.strictObject({ list: z.enum(descriptionListNames), cursor: z.optional(z.string().check(z.maxLength(2048))) });
export const eventDescriptionList = z.object({
  cursor: z.nullable(z.string()),
  descriptions: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.enum(descriptionStates), category: z.enum(categories), counterpart: z.string(), updatedAt: instant })),
});
export type EventDescriptionList = z.infer<typeof eventDescriptionList>;

/** What the other party sees through its link: the description and nothing of the case. */
export const approvalPage = z.object({
  language: z.enum(languages), number: z.string(), revision: z.number(), sender: z.string(), unit: z.string(), state: z.enum(descriptionStates),
  title: z.string(), texts: seenTexts, category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), publishedAt: z.nullable(instant),
  answered: z.nullable(z.object({ kind: z.enum(['approved', 'refused', 'change']), text: z.string(), at: instant })), withdrawn: z.boolean(),
});
export type ApprovalPage = z.infer<typeof approvalPage>;
/** `revision`: the one that was read; another one was edited since. A refusal, a change and a withdrawal say why. */
export const answerApproval = z.strictObject({ answer: z.enum(approvalAnswers), text: optionalText(textLimit.medium), revision: z.int().check(z.gte(1)), notIdentifying });

export const publishedDescription = z.object({ number: z.string(), title: z.string(), texts: seenTexts, category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), publishedAt: instant });
export type PublishedView = z.infer<typeof publishedDescription>;
export const listPublishedQuery = z.strictObject({
  /** Each of them stands somewhere in the description. */
  words: z.optional(z.string().check(z.maxLength(200))), category: z.optional(z.enum(categories)), targetGroup: z.optional(z.enum(targetGroups)), cursor: z.optional(z.string().check(z.maxLength(2048))),
});
export const publishedList = z.object({
  cursor: z.nullable(z.string()),
  descriptions: z.array(z.object({ number: z.string(), title: z.string(), beginning: z.string(), category: z.enum(categories), targetGroup: z.nullable(z.enum(targetGroups)), publishedAt: instant })),
});
export type PublishedList = z.infer<typeof publishedList>;
