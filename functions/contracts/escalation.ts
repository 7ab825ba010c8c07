import * as z from 'zod/mini';
import { climbReasons, escalationStates, ladderActions, stationOutcomes } from '../domain/escalation/words.ts';
import { groupKinds, groupStandings, languages, targetGroups } from '../domain/vocabulary.ts';
import { outgoingTextView, person } from './case-parts.ts';
import { date, freeText, identifier, instant, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));
/** Marks of what the writer says identifies nobody (R9, L8). */
const notIdentifying = z.optional(z.array(z.string().check(z.regex(/^[A-Za-z]{1,30}-[a-z0-9]{1,12}$/))).check(z.maxLength(200)));
const measures = z.array(freeText(textLimit.short)).check(z.maxLength(20));

/** R6: from the staff to the nearest managers. */
export const raiseCase = z.strictObject({ version, reason: freeText(textLimit.medium), ofPrinciple: z.boolean() });
/** R6, level 2: who does what, and how. */
export const recordAgreement = z.strictObject({ version, who: freeText(textLimit.short), what: freeText(textLimit.medium), how: freeText(textLimit.medium) });
/** R9: the de-identified text that groups read. */
export const editFolder = z.strictObject({ version, text: freeText(textLimit.long), notIdentifying });
/** R6, R7. `groupIds`: of the next level, one of each of its kinds; absent: those that fit the case best. */
export const forwardCase = z.strictObject({
  version, because: z.enum(climbReasons), reason: freeText(textLimit.medium), notIdentifying, groupIds: z.optional(z.array(identifier).check(z.maxLength(10))),
});
/** `toLevel`: 1 is the staff; else a level that the case has been at. */
export const returnCase = z.strictObject({ version, toLevel: z.int().check(z.gte(1), z.lte(20)), reason: freeText(textLimit.medium), notIdentifying });
/** R7: a question to the other groups of the level, or the answer to one. */
export const consultGroup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask'), version, text: freeText(textLimit.medium), notIdentifying }),
  z.strictObject({ kind: z.literal('answer'), version, consultationId: identifier, text: freeText(textLimit.medium), notIdentifying }),
]);
export const writeBasis = z.strictObject({ version, text: freeText(textLimit.long), measures, notIdentifying });
export const decideEscalation = z.strictObject({
  version, text: freeText(textLimit.long), measures, notIdentifying,
  workingGroup: z.nullable(z.strictObject({ name: freeText(textLimit.short), task: freeText(textLimit.medium), due: date })),
});
/** R7. `unitIds`: units of ours beside those of the case, which are always told. */
export const informOfDecision = z.strictObject({ version, text: freeText(textLimit.medium), unitIds: z.array(identifier).check(z.maxLength(50)), notIdentifying });

const localised = z.record(z.enum(languages), z.string());
const groupName = z.object({ id: z.string(), name: z.string(), kind: z.enum(groupKinds) });
const levelView = z.object({ level: z.number(), name: localised, decides: localised, kinds: z.array(z.enum(groupKinds)) });
const stationView = z.object({
  climb: z.number(), level: z.number(), groups: z.array(z.string()), from: instant,
  left: z.nullable(z.object({ at: instant, by: z.nullable(person), outcome: z.enum(stationOutcomes), to: z.number(), because: z.nullable(z.enum(climbReasons)), reason: z.string() })),
});
const decided = {
  basis: z.nullable(z.object({ group: z.string(), text: z.string(), measures: z.array(z.string()), by: person, at: instant })),
  decision: z.nullable(z.object({
    group: z.string(), text: z.string(), measures: z.array(z.string()), workingGroup: z.nullable(z.object({ name: z.string(), task: z.string(), due: date })), by: person, at: instant,
  })),
  information: z.nullable(z.object({ text: z.string(), units: z.array(z.string()), by: person, at: instant })),
};
const place = {
  levels: z.array(levelView), state: z.enum(escalationStates), level: z.number(), ofPrinciple: z.boolean(), dueAt: z.nullable(instant), overdue: z.boolean(),
  groups: z.array(groupName), stations: z.array(stationView), ...decided,
  /** Where a forward would lead: of each kind the group that fits; `choices`: every group of the next level. */
  next: z.object({ groups: z.array(groupName), choices: z.array(groupName), missing: z.boolean() }),
};

/** On the case's page: null where the routine has no ladder. A reporter sees what was decided and told, and at which level the case is. */
const agreement = z.nullable(z.object({ who: z.string(), what: z.string(), how: z.string(), by: person, at: instant }));
export const ladderParts = {
  ladder: z.nullable(z.object({
    ...place, targetGroup: z.nullable(z.enum(targetGroups)), agreement, folder: z.nullable(outgoingTextView),
    /** What earlier climbs came to. */
    earlier: z.array(z.object({ climb: z.number(), ...decided, agreement })),
  })),
};
const ladderShape = z.object(ladderParts);
export type LadderView = NonNullable<z.infer<typeof ladderShape>['ladder']>;

/** What a group sees of a case (R9): its number, the confirmed de-identified text, and what groups have said. */
export const folderView = z.object({
  /** `decision`: managers of units that were told read what was decided and told, and nothing before it. */
  extent: z.enum(['folder', 'decision']),
  ...place, now: instant, caseId: z.string(), number: z.string(), version: z.number(), targetGroup: z.nullable(z.enum(targetGroups)),
  /** Empty while the managers write it anew. */
  text: z.string(), confirmedAt: z.nullable(instant),
  consultations: z.array(z.object({ id: z.string(), question: z.string(), by: person, at: instant, answer: z.nullable(z.object({ group: z.string(), text: z.string(), by: person, at: instant })) })),
  /** As what the reader stands in the groups that have, or have had, the folder. */
  standing: z.array(z.object({ group: groupName, as: z.enum(groupStandings), here: z.boolean() })),
  /** Levels below that the case has been at, and the staff. */
  returnsTo: z.array(z.number()),
  /** What the reader does with a consultation. */
  consults: z.enum(['asks', 'answers', 'neither']),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  allowed: z.array(z.enum(ladderActions)),
});
export type FolderView = z.infer<typeof folderView>;

/** R7: a guest is there from the first to the last day. `end`: from today on no longer. */
export const changeGuest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), userId: identifier, from: date, to: date }),
  z.strictObject({ kind: z.literal('end'), userId: identifier }),
]);
const groupSummary = z.object({ ...groupName.shape, as: z.enum(groupStandings), waiting: z.number(), overdue: z.number(), nextDueAt: z.nullable(instant) });
export const groupList = z.object({ now: instant, groups: z.array(groupSummary) });
export const groupView = z.object({
  ...groupName.shape, now: instant, as: z.enum(groupStandings), convener: person, targetGroups: z.array(z.enum(targetGroups)), areas: z.array(z.string()),
  members: z.array(z.object({ person, from: date, to: z.nullable(date) })),
  /** `state`: coming, here, or gone. */
  guests: z.array(z.object({ person, from: date, to: date, state: z.enum(['coming', 'here', 'gone']) })),
  /** Who may be asked as a guest; for the convener. */
  people: z.array(person),
  /** By deadline; then what has left the group, newest first. */
  cases: z.array(z.object({ caseId: z.string(), number: z.string(), level: z.number(), here: z.boolean(), state: z.enum(escalationStates), ofPrinciple: z.boolean(), dueAt: z.nullable(instant), overdue: z.boolean(), changedAt: instant })),
  mayChangeGuests: z.boolean(),
});
export type GroupView = z.infer<typeof groupView>;
export type GroupList = z.infer<typeof groupList>;
