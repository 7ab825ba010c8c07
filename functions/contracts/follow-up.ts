import * as z from 'zod/mini';
import { actionKinds } from '../domain/vocabulary.ts';
import { person, unitView } from './case-parts.ts';
import { date, freeText, identifier, instant, optionalText, textLimit } from './primitives.ts';

const version = z.int().check(z.gte(1));

/** L2: every action not done at once has a date. Exactly one of `due` and `doneAt` may be null. */
const actionFields = { kind: z.enum(actionKinds), text: freeText(textLimit.medium), responsibleUserId: identifier, due: z.nullable(date), doneAt: z.nullable(date) };
export const addAction = z.strictObject({ version, ...actionFields });
export const changeAction = z.strictObject({ version, actionId: identifier, text: freeText(textLimit.medium), responsibleUserId: identifier, due: date });
export const completeAction = z.strictObject({ version, actionId: identifier, doneAt: date, effect: optionalText(textLimit.medium) });
/** H8, R2. `wantedResult: false` needs the new action. */
export const recordEffectReview = z.strictObject({
  version,
  wantedResult: z.boolean(),
  note: optionalText(textLimit.medium),
  action: z.optional(z.strictObject({ text: freeText(textLimit.medium), responsibleUserId: identifier, due: date })),
});

export const actionView = z.object({
  id: z.string(), kind: z.enum(actionKinds), text: z.string(), responsible: person, unit: unitView,
  due: z.nullable(date), doneAt: z.nullable(date), effect: z.string(), overdue: z.boolean(),
});
export type ActionView = z.infer<typeof actionView>;

/** Of a case of either direction. */
export const followUpParts = {
  actions: z.array(actionView),
  effectReviews: z.array(z.object({ number: z.number(), dueAt: instant, doneAt: z.nullable(instant), wantedResult: z.nullable(z.boolean()), note: z.string() })),
};
const followUpView = z.object(followUpParts);
export type FollowUpView = z.infer<typeof followUpView>;

/** Actions across cases. `mine`: I am responsible; `unit`: the units I manage; `overdue`: past their date, of all my roles' cases. */
export const actionViews = ['mine', 'unit', 'overdue'] as const;
export const listActionsQuery = z.strictObject({
  view: z.enum(actionViews),
  /** A unit, in the view `unit`. */
  key: z.optional(z.string().check(z.maxLength(64))),
  state: z.optional(z.enum(['open', 'done'])),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
  limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|100)$/))),
});
export const actionList = z.object({
  now: instant,
  actions: z.array(z.object({
    ...actionView.shape, caseId: z.string(), caseNumber: z.string(),
    /** The identity is protected: what is to be done is read on the case's own page (L8). */
    hidden: z.boolean(),
  })),
  cursor: z.nullable(z.string()),
});
export type ActionList = z.infer<typeof actionList>;
