import * as z from 'zod/mini';
import { reportContents, reportEvents, reportIntervals, reportSections, reportStatuses } from '../domain/periodic-report/words.ts';
import { directions, groupKinds, languages, targetGroups } from '../domain/vocabulary.ts';
import { person } from './case-parts.ts';
import { date, freeText, instant, optionalText, textLimit } from './primitives.ts';

const localised = z.record(z.enum(languages), z.string());
const months = z.object({ from: z.string(), to: z.string() });
const summaryOf = {
  id: z.string(), kind: z.string(), title: localised, content: z.enum(reportContents), every: z.enum(reportIntervals), period: months, name: z.string(), status: z.enum(reportStatuses),
  draftAt: instant, dueAt: instant, submittedAt: z.nullable(instant), feedbackBy: z.nullable(instant), overdue: z.boolean(), stopped: z.boolean(), edition: z.number(), mayEdit: z.boolean(),
};
export const reportSummary = z.object(summaryOf);
export type ReportSummary = z.infer<typeof reportSummary>;
/** Of groups that this user stands in: shortfalls that went to them instead of a report (G4). */
const copies = z.array(z.object({
  group: z.string(), copies: z.array(z.object({ id: z.string(), month: z.string(), counterpart: z.string(), clause: localised, text: z.string(), at: instant })),
}));
/** Kinds that the routine in force asks for, with the day of the next draft. */
const coming = z.array(z.object({ kind: z.string(), title: localised, every: z.enum(reportIntervals), name: z.string(), draftAt: instant, dueAt: instant }));
/** Faults of the system that were sent on to a group this user stands in (G5). */
const forwarded = z.array(z.object({ group: z.string(), report: localised, name: z.string(), text: z.string(), at: instant }));
export const reportList = z.object({ now: instant, reports: z.array(reportSummary), coming, copies, forwarded });

const row = z.object({ value: z.string(), name: z.nullable(localised), now: z.nullable(z.number()), before: z.nullable(z.number()) });
const line = z.object({ key: z.string(), counterpart: z.string(), clause: localised, count: z.nullable(z.number()), text: z.string(), systemFault: z.boolean() });
/** What left, as whoever received it reads it. `count`, `now`, `before` null: kept back. */
export const reportEdition = z.object({
  edition: z.number(), title: localised, name: z.string(), every: z.enum(reportIntervals), period: months, sender: z.string(), submittedAt: instant, feedbackBy: z.nullable(instant),
  summary: z.string(), threshold: z.number(), lines: z.array(line), sections: z.array(z.object({ section: z.enum(reportSections), direction: z.enum(directions), rows: z.array(row) })),
});
export type ReportEditionView = z.infer<typeof reportEdition>;
const action = z.object({ text: z.string(), state: z.enum(['done', 'planned']), due: z.optional(date) });
const feedbackView = z.object({ edition: z.number(), at: instant, by: z.nullable(person), text: z.string(), actions: z.array(action) });
const finding = z.object({ start: z.number(), end: z.number(), kind: z.string(), mark: z.string() });

export const reportView = z.object({
  ...summaryOf,
  now: instant, version: z.number(), remindAt: instant,
  receiver: z.object({ unit: z.nullable(z.string()), groupKind: z.nullable(z.enum(groupKinds)) }),
  /** null: this user does not edit, or there is no draft. Findings: of the summary and each line, in order. */
  draft: z.nullable(z.object({
    edition: reportEdition, resolved: z.array(z.string()), findings: z.array(z.array(finding)),
    routedAway: z.array(z.object({ targetGroup: z.enum(targetGroups), group: z.string(), count: z.number() })),
  })),
  /** Newest first. */
  editions: z.array(reportEdition),
  feedback: z.array(feedbackView),
  forwarded: z.array(z.object({ at: instant, by: person, group: z.string(), text: z.string() })),
  events: z.array(z.object({ at: instant, type: z.enum(reportEvents), by: z.nullable(person), actor: z.enum(['user', 'clock', 'external']), reason: z.nullable(z.string()) })),
  may: z.object({ edit: z.boolean(), submit: z.boolean(), reopen: z.boolean(), recordFeedback: z.boolean(), forward: z.boolean(), sendAgain: z.boolean(), restart: z.boolean() }),
  systemFaultsTo: z.nullable(z.string()),
});
export type ReportView = z.infer<typeof reportView>;

const version = z.int().check(z.gte(1));
const harmless = { notIdentifying: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(200))), notPersonalNumbers: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(50))) };
const lineKey = z.string().check(z.minLength(1), z.maxLength(200));
export const editReport = z.strictObject({
  version, summary: optionalText(textLimit.long),
  lines: z.array(z.strictObject({ key: lineKey, text: optionalText(textLimit.medium), systemFault: z.boolean() })).check(z.maxLength(500)), ...harmless,
});
export const submitReport = z.strictObject({ version });
export const changeReport = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('reopen'), version, reason: freeText(textLimit.short) }),
  z.strictObject({ change: z.literal('send-again'), version }),
  z.strictObject({ change: z.literal('forward-fault'), version, lineKey: z.nullable(lineKey), text: freeText(textLimit.medium), ...harmless }),
  z.strictObject({ change: z.literal('restart'), version }),
]);
const givenAction = z.strictObject({ text: freeText(textLimit.short), state: z.enum(['done', 'planned']), due: z.optional(date) });
const feedback = { text: freeText(textLimit.long), actions: z.array(givenAction).check(z.maxLength(30)), ...harmless };
export const recordReportFeedback = z.strictObject({ version, ...feedback });
export const giveReportFeedback = z.strictObject(feedback);
export const submittedReport = z.object({ now: instant, report: reportEdition, feedback: z.array(z.object({ at: instant, text: z.string(), actions: z.array(action) })), callBackPhone: z.nullable(z.string()) });
export type SubmittedReport = z.infer<typeof submittedReport>;
