import * as z from 'zod/mini';
import { reportRule } from '../contracts/routine.ts';
import { reportEvents, reportSections, reportStatuses, reportSteps } from '../domain/periodic-report/words.ts';
import { directions, languages, targetGroups } from '../domain/vocabulary.ts';

const localised = z.record(z.enum(languages), z.string());
const months = z.object({ from: z.string(), to: z.string() });
const figureRow = z.object({
  value: z.string(), name: z.nullable(localised), now: z.number(), before: z.number(), withheldNow: z.optional(z.boolean()), withheldBefore: z.optional(z.boolean()),
});
const body = z.object({
  summary: z.string(), threshold: z.number(), compiledAt: z.string(), resolved: z.array(z.string()),
  lines: z.array(z.object({ key: z.string(), counterpart: z.string(), clause: localised, count: z.number(), excepted: z.number(), withheld: z.optional(z.boolean()), text: z.string(), systemFault: z.boolean() })),
  sections: z.array(z.object({ section: z.enum(reportSections), direction: z.enum(directions), rows: z.array(figureRow) })),
  routedAway: z.array(z.object({ targetGroup: z.enum(targetGroups), groupId: z.string(), count: z.number() })),
});
/** A report as it is kept. */
export const reportShape = z.object({
  id: z.string(), rule: reportRule, period: months, status: z.enum(reportStatuses), openedAt: z.string(), draftAt: z.string(), remindAt: z.string(), dueAt: z.string(),
  version: z.number(), clockRevision: z.number(), generation: z.number(), stopped: z.boolean(), steps: z.partialRecord(z.enum(reportSteps), z.string()), body: z.nullable(body),
  submissions: z.array(z.object({ edition: z.number(), at: z.string(), by: z.string(), feedbackBy: z.nullable(z.string()) })),
  feedback: z.array(z.object({
    edition: z.number(), at: z.string(), by: z.string(), text: z.string(), actions: z.array(z.object({ text: z.string(), state: z.enum(['done', 'planned']), due: z.optional(z.string()) })),
  })),
  forwarded: z.array(z.object({ at: z.string(), by: z.string(), lineKey: z.nullable(z.string()), groupId: z.string(), text: z.string() })),
});
export const editionShape = z.object({
  reportId: z.string(), edition: z.number(), title: localised, period: months, every: z.enum(['quarter', 'halfYear', 'year']), sender: z.string(),
  submittedAt: z.string(), submittedBy: z.string(), feedbackBy: z.nullable(z.string()), summary: z.string(), threshold: z.number(),
  lines: z.array(z.object({ key: z.string(), counterpart: z.string(), clause: localised, count: z.nullable(z.number()), text: z.string(), systemFault: z.boolean() })),
  sections: z.array(z.object({
    section: z.enum(reportSections), direction: z.enum(directions),
    rows: z.array(z.object({ value: z.string(), name: z.nullable(localised), now: z.nullable(z.number()), before: z.nullable(z.number()) })),
  })),
});
export const reportEventShape = z.object({
  id: z.string(), at: z.string(), type: z.enum(reportEvents), actor: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const reportPk = (id: string): string => `REPORT#${id}`;
export const reportKey = (id: string) => ({ pk: reportPk(id), sk: 'REPORT' });
