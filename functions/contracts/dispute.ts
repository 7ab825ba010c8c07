import * as z from 'zod/mini';
import { directions, disputeOutcomes, disputeStages, disputeSubjects, languages, roles, statuses } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));
const amount = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000_000)));
const owner = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('user'), userId: identifier }), z.strictObject({ kind: z.literal('role'), role: z.enum(roles) })]);

/** G7. `owner` null: the role that the routine names for its first step. `counterpartId` absent: the case's other party. */
export const openDispute = z.strictObject({
  version, subject: z.enum(disputeSubjects), about: freeText(textLimit.medium), amount, counterpartId: z.optional(identifier), owner: z.nullable(owner),
});
export const changeDispute = z.strictObject({
  version,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('owner'), owner, reason: freeText(textLimit.medium) }),
    /** To another step of the routine, or more time at the one it is at. `owner` null: the role of that step; absent: as it was. */
    z.strictObject({ kind: z.literal('move'), stage: z.enum(disputeStages), reason: freeText(textLimit.medium), owner: z.optional(z.nullable(owner)) }),
    z.strictObject({ kind: z.literal('facts'), about: freeText(textLimit.medium), amount }),
    z.strictObject({ kind: z.literal('end'), outcome: z.enum(disputeOutcomes), decidedAt: date, note: freeText(textLimit.medium), reference: optionalText(textLimit.short) }),
  ]),
});

const stageName = z.record(z.enum(languages), z.string());
const ownerView = z.object({ kind: z.enum(['user', 'role']), user: z.nullable(person), role: z.nullable(z.enum(roles)) });
export const disputeView = z.object({
  number: z.number(), subject: z.enum(disputeSubjects),
  /** Empty for whoever only follows a case of a protected identity (L8); so are the reasons. */
  about: z.string(),
  counterpart: z.object({ id: z.string(), name: z.string() }), amount: z.nullable(z.number()), owner: ownerView,
  stage: z.enum(disputeStages), stageName, dueAt: instant, overdue: z.boolean(), openedAt: instant, openedBy: person,
  visits: z.array(z.object({ number: z.number(), stage: z.enum(disputeStages), name: stageName, enteredAt: instant, dueAt: instant, by: person, reason: z.string() })),
  ended: z.nullable(z.object({ outcome: z.enum(disputeOutcomes), decidedAt: date, note: z.string(), reference: z.string(), at: instant, by: person })),
});
export type DisputeView = z.infer<typeof disputeView>;

/** On a case of either direction. */
export const disputeParts = {
  disputes: z.array(disputeView),
  /** N4: drafted from this case. */
  eventDescriptionIds: z.array(z.string()),
};

/** What its owner sees, who need not know the case itself. */
export const disputePage = z.object({
  now: instant, version: z.number(),
  case: z.object({ id: z.string(), number: z.string(), direction: z.enum(directions), status: z.enum(statuses), mayRead: z.boolean() }),
  disputes: z.array(disputeView),
  steps: z.array(z.object({ stage: z.enum(disputeStages), name: stageName, days: z.number(), role: z.enum(roles) })),
  mayOpen: z.boolean(), mayChange: z.boolean(),
  /** Null: the case's other party is the counterpart; else one is to be chosen from these. */
  counterparts: z.nullable(z.array(z.object({ id: z.string(), name: z.string() }))),
});
export type DisputePage = z.infer<typeof disputePage>;

export const listDisputesQuery = z.strictObject({ state: z.enum(['open', 'ended']), cursor: z.optional(z.string().check(z.maxLength(2048))) });
export const disputeList = z.object({
  now: instant, cursor: z.nullable(z.string()),
  disputes: z.array(z.object({ caseId: z.string(), caseNumber: z.string(), ...disputeView.shape })),
});
export type DisputeList = z.infer<typeof disputeList>;
