import * as z from 'zod/mini';
import { documentTypes, retentionEnds, retentionStarts } from '../domain/keeping/words.ts';
import type { Routine } from '../domain/routine.ts';
import { votingRules } from '../domain/deep-analysis/words.ts';
import { forwarders, groupChoices } from '../domain/escalation/words.ts';
import { agendaRules } from '../domain/meeting/words.ts';
import { categories, groupKinds, disputeStages, investigationParts, languages, legalBases, onCallFields, partyTypes, replyParts, replyReceivers, responsibleRoles, roles, unitBoundRoles, targetGroups, type ResponsibleRole } from '../domain/vocabulary.ts';
import { likenessBys, recurrencePeriods } from '../domain/statistics/words.ts';
import { reportContents, reportIntervals, reportSections } from '../domain/periodic-report/words.ts';
import { date, identifier } from './primitives.ts';

const localised = (most: number) => z.record(z.enum(languages), z.string().check(z.trim(), z.minLength(1), z.maxLength(most)));
const localisedText = localised(200);
const days = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
const named = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).check(z.minLength(1), z.refine((list) => new Set(list).size === list.length, 'names something twice'));

const responsibilityRule = z.strictObject({
  partyTypes: z.optional(named(partyTypes)),
  categories: z.optional(named(categories)),
  legalBases: z.optional(named(legalBases)),
  responsible: z.enum(responsibleRoles),
  owningUnit: z.enum(['responsible', 'concerned']),
});

const effectReviewDays = {
  /** With its reminders it must fit well into the year that an execution may take. */
  effectReviewDays: days(14, 180),
  effectReviewRemindAfterDays: days(1, 60),
  effectReviewEscalateAfterDays: days(2, 120),
};
const reviewEscalatesLast = z.refine<{ effectReviewEscalateAfterDays: number; effectReviewRemindAfterDays: number }>(
  (each) => each.effectReviewEscalateAfterDays > each.effectReviewRemindAfterDays, { error: 'escalates before the reminder', path: ['effectReviewEscalateAfterDays'] },
);

/** Ranges of domain.md section 5. */
const deadlines = z.strictObject({
  handleWorkingDays: days(1, 30),
  acknowledgeWorkingDays: days(1, 20),
  replyDays: days(14, 90),
  remindBeforeDays: days(1, 30),
  remindAfterDays: days(1, 30),
  escalateAfterDays: days(1, 60),
  linkExpiresAfterDays: days(7, 90),
  moreTimeAtMostDays: days(0, 90),
  ...effectReviewDays,
}).check(
  z.refine((each) => each.remindBeforeDays < each.replyDays, { error: 'reminds before the request is sent', path: ['remindBeforeDays'] }),
  z.refine((each) => each.escalateAfterDays >= each.remindAfterDays, { error: 'escalates before the last reminder', path: ['escalateAfterDays'] }),
  z.refine((each) => each.linkExpiresAfterDays > each.escalateAfterDays, { error: 'the link dies before managers are told', path: ['linkExpiresAfterDays'] }),
  reviewEscalatesLast,
);

/** Not every unit has a manager: a rule for managers never matches all. */
const isCatchAll = (rule: { readonly partyTypes?: unknown; readonly categories?: unknown; readonly legalBases?: unknown; readonly responsible: ResponsibleRole }): boolean =>
  rule.partyTypes === undefined && rule.categories === undefined && rule.legalBases === undefined && rule.responsible !== 'unitManager';

const incomingRule = z.strictObject({
  partyTypes: z.optional(named([...partyTypes, 'none'])),
  categories: z.optional(named(categories)),
  legalBases: z.optional(named(legalBases)),
  responsible: z.enum(responsibleRoles),
  registeredBy: z.optional(named(responsibleRoles)),
  owningUnit: z.enum(['responsible', 'concerned']),
});
const incomingDeadlines = z.strictObject({
  registerWorkingDays: days(1, 30),
  replyDays: days(14, 90),
  remindBeforeDays: days(1, 30),
  remindAfterDays: days(1, 30),
  escalateAfterDays: days(1, 60),
  linkExpiresAfterDays: days(7, 365),
  pharmacyWorkingDays: days(1, 20),
  ...effectReviewDays,
}).check(
  z.refine((each) => each.remindBeforeDays < each.replyDays, { error: 'reminds before the report is received', path: ['remindBeforeDays'] }),
  z.refine((each) => each.escalateAfterDays >= each.remindAfterDays, { error: 'escalates before the last reminder', path: ['escalateAfterDays'] }),
  reviewEscalatesLast,
);
const incoming = z.strictObject({
  categories: named(categories),
  responsibility: z.array(incomingRule).check(
    z.minLength(1),
    z.refine((rules) => rules.findIndex(isCatchAll) === rules.length - 1, 'the last rule, and only it, must match every report'),
  ),
  mayRegister: named(roles),
  mayAssign: named(roles),
  maySend: named(roles),
  mayReject: named(roles),
  mayReopen: named(roles),
  ownerAfterReply: z.enum(['concerned', 'unchanged']),
  rejectionReasons: z.array(z.strictObject({ code: z.string().check(z.regex(/^[a-z][A-Za-z]{1,39}$/)), text: localisedText })).check(
    z.minLength(1),
    z.refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, 'names something twice'),
  ),
  investigation: z.strictObject({ requiredParts: named(investigationParts) }),
  pharmacy: z.nullable(z.strictObject({ categories: named(categories), link: z.nullable(z.url({ protocol: /^https$/ })) })),
  effectReview: z.enum(['always', 'with-actions', 'never']),
  deadlines: incomingDeadlines,
}).check(
  z.refine(
    (each) => each.responsibility.every(({ responsible }) => [each.mayAssign, each.maySend, each.mayReject, each.mayReopen].every((list) => list.includes(responsible))),
    { error: 'a responsible role could not assign, answer, reject or reopen its own cases', path: ['responsibility'] },
  ),
  z.refine(
    (each) => each.responsibility.every(({ registeredBy }) => registeredBy?.every((role) => each.mayRegister.includes(role)) ?? true),
    { error: 'a rule names a role that does not register', path: ['responsibility'] },
  ),
);

/** Who decides for the whole organisation is told of everything serious in it: no role that is bound to units. */
const harmRole = z.enum(responsibleRoles).check(z.refine((role) => !unitBoundRoles.some((each) => each === role), 'is bound to units, and cannot decide for all of them'));
const law = z.strictObject({ code: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), text: localised(600), url: z.optional(z.url({ protocol: /^https$/ })) });
const once = (field: string) => (list: readonly Readonly<Record<string, unknown>>[]): boolean => new Set(list.map((each) => each[field])).size === list.length;
const eligibilityRule = z.strictObject({ areas: z.optional(z.array(identifier).check(z.minLength(1))), partyTypes: named(partyTypes) });

const meetingRule = z.strictObject({
  kind: z.enum(groupKinds), intervalMonths: z.int().check(z.gte(1), z.lte(12)), agenda: named(agendaRules), inviteDays: days(1, 60), notesDueDays: days(1, 60),
});
const meetings = z.strictObject({
  groups: z.array(meetingRule).check(z.refine(once('kind'), 'names something twice')),
  deepAnalysis: z.nullable(z.strictObject({ decidedBy: named(responsibleRoles), voting: z.enum(votingRules), dueDays: days(7, 365) })),
});
const retentionRule = z.strictObject({
  documentType: z.enum(documentTypes),
  from: z.enum(retentionStarts),
  keepMonths: z.int().check(z.gte(1), z.lte(1800)),
  ending: z.enum(retentionEnds),
  ground: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});
/** L9. The days of grace are time to take a signature back. */
const retention = z.strictObject({
  told: z.enum(roles), signOff: z.enum(roles), graceDays: days(1, 180),
  rules: z.array(retentionRule).check(z.maxLength(documentTypes.length), z.refine(once('documentType'), 'names something twice')),
});

/** R6, R7: levels as data. */
const ladderText = { name: localisedText, decides: localised(600) };
const ladderLevel = z.strictObject({
  ...ladderText, groups: z.optional(named(groupKinds)), choice: z.enum(groupChoices), prepares: z.optional(z.enum(groupKinds)), forwardedBy: z.optional(named(forwarders)),
  deadlineDays: days(1, 180), remindBeforeDays: days(1, 60), escalateAfterDays: days(1, 60),
}).check(
  z.refine((level) => level.prepares === undefined || level.groups?.includes(level.prepares) === true, { error: 'who prepares is no group of the level', path: ['prepares'] }),
  z.refine((level) => level.remindBeforeDays < level.deadlineDays, { error: 'reminds before the case is there', path: ['remindBeforeDays'] }),
);
const escalation = z.strictObject({ first: z.strictObject({ ...ladderText, forwardedBy: named(['handler', 'unitManager']) }), levels: z.array(ladderLevel).check(z.minLength(2), z.maxLength(8)), informDays: days(1, 60) }).check(
  z.refine(({ levels }) => levels.every(({ groups }, index) => (groups === undefined) === (index === 0)), { error: 'managers have the first of these levels, groups the others', path: ['levels'] }),
  z.refine(({ levels }) => levels.every(({ forwardedBy }, index) => (forwardedBy === undefined) === (index === levels.length - 1)), { error: 'the highest level, and only it, forwards no further', path: ['levels'] }),
  z.refine(({ levels }) => levels.at(-1)?.groups?.length === 1 && levels.at(-1)?.prepares === undefined, { error: 'one kind of group decides at the highest level', path: ['levels'] }),
  z.refine(({ levels }) => levels.filter(({ prepares }) => prepares !== undefined).length <= 1, { error: 'a decision is prepared at one level', path: ['levels'] }),
);

/** Also kept on each report, as it was when it was opened. */
export const reportRule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,31}$/)),
  title: localisedText,
  content: z.enum(reportContents),
  every: z.enum(reportIntervals),
  sections: z.array(z.enum(reportSections)).check(z.refine((list) => new Set(list).size === list.length, 'names something twice')),
  draftWorkingDay: days(1, 20),
  remindDay: days(2, 60),
  dueDay: days(3, 120),
  editedBy: named(responsibleRoles),
  receiver: z.strictObject({ unitId: z.optional(identifier), groupKind: z.optional(z.enum(groupKinds)) }),
  feedback: z.nullable(z.strictObject({ days: days(14, 365) })),
  exceptions: z.array(z.strictObject({ targetGroup: z.enum(targetGroups), groupId: identifier })).check(z.maxLength(targetGroups.length), z.refine(once('targetGroup'), 'names something twice')),
  systemFaultsTo: z.nullable(z.enum(groupKinds)),
}).check(
  z.refine((rule) => rule.dueDay >= rule.remindDay, { error: 'is due before the reminder', path: ['dueDay'] }),
  z.refine((rule) => rule.receiver.unitId === undefined || rule.receiver.groupKind === undefined, { error: 'goes to a unit or to a group', path: ['receiver'] }),
  z.refine((rule) => (rule.content === 'figures') === (rule.sections.length > 0), { error: 'a report of figures has sections, one of shortfalls has none', path: ['sections'] }),
);
const reports = z.array(reportRule).check(z.maxLength(12), z.refine(once('id'), 'names something twice'));

/** The routine document: what a preset file holds and an administrator publishes. Published versions are never edited. */
export const routine = z.strictObject({
  id: identifier,
  version: z.int().check(z.gte(1)),
  documentId: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  validFrom: date,
  title: localisedText,
  law: z.array(law).check(z.maxLength(40), z.refine(once('code'), 'names something twice')),
  review: z.strictObject({ month: z.int().check(z.gte(1), z.lte(12)), day: z.int().check(z.gte(1), z.lte(28)), role: z.enum(roles) }),
  access: z.strictObject({
    withoutNeed: z.enum(['refused', 'with-reason']),
    spotCheckMonths: z.int().check(z.gte(1), z.lte(12)), spotCheckSample: z.int().check(z.gte(1), z.lte(100)), spotCheckRemindDays: days(1, 60),
  }),
  consent: z.enum(['gate', 'none']),
  onCall: z.nullable(z.strictObject({ requiredFields: named(onCallFields) })),
  breach: z.enum(['optional', 'agreement-and-clause']),
  targetGroup: z._default(z.enum(['asked', 'not-asked']), 'asked'),
  recurrence: z._default(z.strictObject({ threshold: z.int().check(z.gte(2), z.lte(50)), per: z.enum(recurrencePeriods), by: z.enum(likenessBys) }), { threshold: 3, per: 'quarter', by: 'clause' }),
  harm: z.strictObject({
    reviewFromConsequence: z.int().check(z.gte(2), z.lte(4)),
    seriousHarm: z.strictObject({ lexMaria: harmRole, lexSarah: harmRole }),
    decideWorkingDays: days(1, 30), escalateAfterDays: days(1, 60),
  }),
  eligibility: z.nullable(z.array(eligibilityRule).check(z.minLength(1), z.maxLength(50))),
  downtime: z.strictObject({ paperFormVersion: z.int().check(z.gte(1)), enteredBy: named(roles) }),
  // There is no default: a routine of before there were rules keeps everything.
  retention: z._default(z.nullable(retention), null),
  dispute: z.strictObject({
    mayOpen: named(roles),
    // A step's waits and its escalation end well within the year that an execution may take.
    steps: z.array(z.strictObject({ stage: z.enum(disputeStages), name: localisedText, days: days(7, 240), role: z.enum(roles) })).check(
      z.minLength(1), z.maxLength(disputeStages.length), z.refine(once('stage'), 'names something twice'),
      z.refine((steps) => steps.every(({ stage }, index) => disputeStages.indexOf(stage) > (index === 0 ? -1 : disputeStages.indexOf(steps[index - 1]?.stage ?? stage))), 'steps are out of order'),
    ),
    remindBeforeDays: days(1, 30), escalateAfterDays: days(1, 60),
  }).check(z.refine(({ steps, remindBeforeDays }) => steps.every((step) => remindBeforeDays < step.days), { error: 'reminds before the step has begun', path: ['remindBeforeDays'] })),
  eventDescriptions: z.strictObject({
    mayDraft: named(roles), mayApprove: named(roles), remindAfterDays: days(3, 60), reminders: z.int().check(z.gte(1), z.lte(6)), linkDays: days(14, 365),
  }),
  outgoing: z.strictObject({
    categories: named(categories),
    mayReport: named(roles),
    responsibility: z.array(responsibilityRule).check(
      z.minLength(1),
      z.refine((rules) => rules.findIndex(isCatchAll) === rules.length - 1, 'the last rule, and only it, must match every report'),
    ),
    maySend: named(roles),
    mayShare: named(roles),
    mayClose: named(roles),
    mayReopen: named(roles),
    mayDecide: named(roles),
    reply: z.strictObject({ requiredParts: named(replyParts) }),
    replyTo: z.array(z.enum(replyReceivers)).check(z.refine((list) => new Set(list).size === list.length, 'names something twice')),
    effectReview: z.enum(['always', 'with-actions', 'never']),
    deadlines,
  }).check(
    z.refine(
      (outgoing) => outgoing.responsibility.every(({ responsible }) =>
        [outgoing.maySend, outgoing.mayShare, outgoing.mayClose, outgoing.mayReopen, outgoing.mayDecide].every((list) => list.includes(responsible))),
      { error: 'a responsible role could not send, share, close, reopen or decide its own cases', path: ['responsibility'] },
    ),
  ),
  incoming,
  // Documents of before there was a ladder have none.
  escalation: z._default(z.nullable(escalation), null),
  // Documents of before there were meetings have none.
  meetings: z._default(meetings, { groups: [], deepAnalysis: null }),
  reports: z._default(reports, []),
});

/** @throws z.core.$ZodError naming every fault by its path */
export const parseRoutine = (document: unknown): Routine => routine.parse(document);
