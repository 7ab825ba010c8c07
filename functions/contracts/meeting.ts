import * as z from 'zod/mini';
import { climbReasons } from '../domain/escalation/words.ts';
import { agendaSources, itemOutcomes, meetingEventTypes, meetingStates } from '../domain/meeting/words.ts';
import { statisticMeasures } from '../domain/statistics/words.ts';
import { actionKinds, categories, directions, groupKinds, groupStandings, statuses } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { notIdentifying } from './command.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));
const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const named = z.object({ id: z.string(), name: z.string() });

/** Where and when. Local date and times, Europe/Stockholm. A link alone will do for a place. */
const place = {
  date, from: timeOfDay, to: z.nullable(timeOfDay), place: optionalText(textLimit.short), videoLink: z.nullable(z.url({ protocol: /^https$/ }).check(z.maxLength(500))),
};
const rightOrder = z.refine<{ from: string; to: string | null }>(({ from, to }) => to === null || from < to, { error: 'ends before it begins', path: ['to'] });
const somewhere = z.refine<{ place: string; videoLink: string | null }>((each) => each.place !== '' || each.videoLink !== null, { error: 'neither place nor link', path: ['place'] });

/** `counterpartIds`: whose cases it is about; none: everybody's. */
export const planMeeting = z.strictObject({ groupId: identifier, ...place, counterpartIds: z.array(identifier).check(z.maxLength(50)) }).check(rightOrder, somewhere);

export const changeMeeting = z.strictObject({
  version,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reschedule'), ...place }).check(rightOrder, somewhere),
    z.strictObject({ kind: z.literal('cancel'), reason: freeText(textLimit.short), notIdentifying }),
    z.strictObject({ kind: z.literal('invite') }),
    z.strictObject({ kind: z.literal('rebuildAgenda') }),
    /** A case by its number, which whoever adds it must be able to read; else a matter of its own. */
    z.strictObject({ kind: z.literal('addItem'), caseNumber: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))), title: optionalText(textLimit.short), reason: freeText(textLimit.short), notIdentifying })
      .check(z.refine((each) => each.caseNumber !== null || each.title !== '', { error: 'neither a case nor a matter', path: ['title'] })),
    z.strictObject({ kind: z.literal('removeItem'), itemId: identifier, reason: freeText(textLimit.short), notIdentifying }),
    z.strictObject({ kind: z.literal('restoreItem'), itemId: identifier }),
    z.strictObject({ kind: z.literal('saveNotes'), text: optionalText(20_000), notIdentifying }),
    z.strictObject({ kind: z.literal('approveNotes') }),
  ]),
});

/** H8: `notWantedResult` needs the new action of the case; `forwarded` the group. */
export const recordMeetingOutcome = z.strictObject({
  version, itemId: identifier, outcome: z.enum(itemOutcomes), note: optionalText(textLimit.medium), notIdentifying,
  action: z.optional(z.strictObject({ text: freeText(textLimit.medium), responsibleUserId: identifier, due: date })),
  toGroupId: z.optional(identifier),
  /** `upTheLadder`: why the case goes on. */
  because: z.optional(z.enum(climbReasons)),
});

export const meetingSummary = z.object({
  id: z.string(), group: z.object({ ...named.shape, kind: z.enum(groupKinds) }), state: z.enum(meetingStates), date, from: z.string(), to: z.nullable(z.string()), place: z.string(), video: z.boolean(),
  /** On the agenda, and of them with an outcome. */
  items: z.number(), done: z.number(),
  notesDueOn: date,
});
export type MeetingSummary = z.infer<typeof meetingSummary>;
/** Of the groups the user stands in. `nextBy`: when the routine asks for the next meeting; null: the routine says nothing of such groups. */
export const meetingList = z.object({
  now: instant,
  groups: z.array(z.object({ ...named.shape, kind: z.enum(groupKinds), as: z.enum(groupStandings), nextBy: z.nullable(date), planned: z.boolean() })),
  meetings: z.array(meetingSummary),
  deepAnalyses: z.boolean(),
});
export type MeetingList = z.infer<typeof meetingList>;

const deed = { by: person, at: instant };
/** What a member sees of a case: neutral facts and its de-identified text. `path`: where the case is, for those who may read it. */
export const agendaCase = z.object({
  id: z.string(), number: z.string(), direction: z.enum(directions), status: z.enum(statuses),
  /** Null: the identity is protected; `counterpart` also of the public. */
  category: z.nullable(z.enum(categories)), counterpart: z.nullable(z.string()),
  createdAt: instant,
  /** Null: nobody has confirmed a de-identified text, or the identity is protected. */
  folder: z.nullable(z.string()),
  path: z.nullable(z.string()),
  /** The folder on the ladder, for the group that has it. */
  folderPath: z.nullable(z.string()),
  reviewDueAt: z.nullable(instant),
  /** Texts for those who may read the case. */
  actions: z.array(z.object({ kind: z.enum(actionKinds), text: z.nullable(z.string()), due: z.nullable(date), doneAt: z.nullable(date) })),
});
export const agendaItemView = z.object({
  id: z.string(), source: z.enum(agendaSources),
  case: z.nullable(agendaCase),
  shortfall: z.nullable(z.object({ counterpart: z.string(), clause: z.object({ sv: z.string(), en: z.string() }), count: z.number() })),
  analysis: z.nullable(z.object({ number: z.string(), state: z.enum(['proposed', 'accepted', 'declined', 'done']), reason: z.string(), result: z.nullable(z.string()), due: z.nullable(date) })),
  matter: z.nullable(z.string()),
  reason: z.nullable(z.string()), by: z.nullable(person), fromGroup: z.nullable(z.string()),
  removed: z.nullable(z.object({ ...deed, reason: z.string() })),
  outcome: z.nullable(z.object({ ...deed, outcome: z.enum(itemOutcomes), note: z.string(), toGroup: z.nullable(z.string()), reviewDueAt: z.nullable(instant) })),
  /** What may be said of it now. */
  outcomes: z.array(z.enum(itemOutcomes)),
  mayRemove: z.boolean(),
});
export type AgendaItemView = z.infer<typeof agendaItemView>;

const counts = z.record(z.enum(statisticMeasures), z.nullable(z.number()));
/** V13b: figures of the period beside those of as long a period before; null: too small to leave the organisation. */
export const meetingFigures = z.object({
  period: z.object({ from: z.string(), to: z.string() }), before: z.object({ from: z.string(), to: z.string() }),
  rows: z.array(z.object({ of: z.enum(['total', 'category', 'counterpart']), name: z.nullable(z.object({ sv: z.string(), en: z.string() })), direction: z.enum(directions), value: z.string(), now: counts, before: counts })),
});
export const meetingView = z.object({
  ...meetingSummary.shape,
  now: instant, version: z.number(), as: z.enum(groupStandings),
  videoLink: z.nullable(z.string()), since: date, counterparts: z.array(named), people: z.array(z.object({ ...person.shape, as: z.enum(groupStandings) })),
  invitedAt: z.nullable(instant), invitesFrom: date, uninvited: z.number(),
  agenda: z.array(agendaItemView), left: z.number(), waiting: z.number(),
  figures: z.nullable(meetingFigures),
  /** Until they are approved the convener alone sees them; `left`: marks of what may tell who somebody is. */
  notes: z.nullable(z.object({ ...deed, text: z.string(), left: z.array(z.object({ start: z.number(), end: z.number(), kind: z.string(), mark: z.string() })), resolved: z.array(z.string()) })),
  approved: z.nullable(z.object(deed)), cancelled: z.nullable(z.object({ ...deed, reason: z.string() })),
  mayChange: z.boolean(), mayRecord: z.boolean(),
  /** Where an item may be forwarded to; `ladder`: a case comes there by the ladder alone. */
  forwardTo: z.array(z.object({ ...named.shape, ladder: z.boolean() })),
  events: z.array(z.object({ id: z.string(), at: instant, type: z.enum(meetingEventTypes), by: z.nullable(person) })),
});
/** A page reads the meeting anew after each command. */
export const meetingReceipt = z.object({ id: z.string(), version: z.number() });
export type MeetingReceipt = z.infer<typeof meetingReceipt>;
export type MeetingView = z.infer<typeof meetingView>;
