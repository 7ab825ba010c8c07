import * as z from 'zod/mini';
import { askKinds, categories, clockSteps, directions, dispatchWays, harms, onCallFields, replyParts, responsibleRoles, statuses, languages } from '../domain/vocabulary.ts';
import { breachView } from './breach.ts';
import { classificationView } from './classification.ts';
import { closingBlocks, sendingBlocks } from '../domain/errors.ts';
import { caseAction, outgoingTextView, person, secrecyView, timelineEvent, unitView } from './case-parts.ts';
import { disputeParts } from './dispute.ts';
import { followUpParts } from './follow-up.ts';
import { ladderParts } from './escalation.ts';
import { harmParts } from './harm.ts';
import { incomingCaseView } from './incoming.ts';
import { instant } from './primitives.ts';
import { replyPartTexts } from './reply-parts.ts';
import { onCallAnswers, report } from './report.ts';

export { caseAction, caseActions, timelineEvent } from './case-parts.ts';
export type { CaseAction, TimelineEvent } from './case-parts.ts';

/** The clock both parties see. Dates are the server's; `now` is the server's time. */
export const clockView = z.object({
  now: instant,
  handleBy: instant,
  sentAt: z.nullable(instant),
  acknowledgeBy: z.nullable(instant),
  acknowledgedAt: z.nullable(instant),
  replyBy: z.nullable(instant),
  answeredAt: z.nullable(instant),
  linkExpiresAt: z.nullable(instant),
  overdue: z.boolean(),
});
export type ClockView = z.infer<typeof clockView>;

export const replyView = z.object({
  number: z.number(),
  parts: replyPartTexts,
  respondentTitle: z.string(),
  receivedAt: instant,
  returnedAt: z.optional(instant),
  returnReason: z.optional(z.string()),
  lacking: z.optional(z.array(z.enum(replyParts))),
  /** It came on paper or by hand, and who registered it. */
  registered: z.optional(z.object({ by: person, at: instant, how: z.enum(['post', 'hand']) })),
});
export type ReplyView = z.infer<typeof replyView>;

export const askView = z.object({
  id: z.string(),
  kind: z.enum(askKinds),
  askedAt: instant,
  reason: z.string(),
  toUnit: z.nullable(unitView),
  days: z.nullable(z.number()),
  decision: z.nullable(z.object({ approved: z.boolean(), by: person, at: instant, reason: z.string() })),
});
export type AskView = z.infer<typeof askView>;

/** One row of an inbox, a unit's list or "my reports". */
export const caseSummary = z.object({
  id: z.string(),
  direction: z.enum(directions),
  number: z.string(),
  status: z.enum(statuses),
  /** null: hidden, as all of a protected identity's case but number and status is for everybody but handler and lead (L8). */
  category: z.nullable(z.enum(categories)),
  harm: z.nullable(z.enum(harms)),
  protectedIdentity: z.boolean(),
  /** The other organisation; empty where an incoming report comes from the public. */
  counterpart: z.string(),
  externalUnit: z.nullable(z.string()),
  /** Our unit: it reported, or the incoming report concerns it. */
  reportingUnit: z.string(),
  responsible: z.enum(responsibleRoles),
  createdAt: instant,
  /** The next date that matters: handle by, acknowledge by or reply by. */
  dueAt: z.nullable(instant),
  overdue: z.boolean(),
  stopped: z.boolean(),
  /** One of several of the same within a period: as many as the routine lets pass, or more. */
  recurring: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

/** `watch`: cases this user leads or co-investigates, or an absent person whose substitute this user is (V3). */
export const caseViews = ['inbox', 'mine', 'watch', 'unit', 'party', 'overdue'] as const;
/** Query of GET /api/cases. `view` names whose list; `key` the unit or party where the view needs one. */
export const listCasesQuery = z.strictObject({
  view: z.enum(caseViews),
  key: z.optional(z.string().check(z.maxLength(64))),
  status: z.optional(z.enum(['open', 'closed', ...statuses])),
  direction: z.optional(z.enum(directions)),
  /** Case number, exact, however it is spaced: at most one case, whatever the view, and only one this user may see. */
  number: z.optional(z.string().check(z.maxLength(20))),
  cursor: z.optional(z.string().check(z.maxLength(2048))),
  limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|100)$/))),
});
export const caseList = z.object({ now: instant, cases: z.array(caseSummary), cursor: z.nullable(z.string()) });
export type CaseList = z.infer<typeof caseList>;

/** What stands on a posted request: whom to, and where the reply goes. */
const letterView = z.object({
  /** The unit's own, by the register. */
  language: z.enum(languages),
  to: z.object({ organisation: z.string(), unit: z.string(), address: z.string() }),
  from: z.object({ organisation: z.string(), unit: z.string(), address: z.string(), phone: z.string() }),
});

/** An outgoing case as this user may see it: parts the user has no need to know are null. */
export const caseView = z.object({
  direction: z.literal('outgoing'),
  id: z.string(),
  number: z.string(),
  version: z.number(),
  status: z.enum(statuses),
  routine: z.object({ id: z.string(), version: z.number(), documentId: z.string() }),
  createdAt: instant,
  /** Of a protected identity the texts are empty for whoever only follows the case. */
  report: z.object({ ...report.shape, whatHappened: z.string(), immediateAction: z.string() }),
  reporter: person,
  reportingUnit: unitView,
  counterpart: z.object({ id: z.string(), name: z.string() }),
  externalUnit: z.nullable(unitView),
  responsible: z.enum(responsibleRoles),
  owningUnit: unitView,
  leadInvestigator: z.nullable(person),
  coInvestigators: z.array(person),
  hasPatientReference: z.boolean(),
  informationRequest: z.nullable(z.object({ question: z.string(), at: instant, answer: z.nullable(z.string()) })),
  outgoingText: z.nullable(outgoingTextView),
  ...secrecyView,
  /** Why sending is refused now, as stable problem codes; empty when it may be sent. */
  sendingBlockedBy: z.array(z.enum(sendingBlocks)),
  breach: z.nullable(breachView),
  classification: classificationView,
  /** One of several of the same within a period. */
  recurring: z.boolean(),
  request: z.nullable(z.object({ epoch: z.number(), snapshot: z.string(), unit: unitView, sentAt: instant, bounced: z.boolean(), how: z.enum(dispatchWays), letter: z.nullable(letterView) })),
  replies: z.array(replyView),
  requiredParts: z.array(z.enum(replyParts)),
  asks: z.array(askView),
  shared: z.nullable(z.object({ at: instant, with: z.array(person) })),
  closed: z.nullable(z.object({ at: instant, note: z.string() })),
  withdrawnReason: z.nullable(z.string()),
  ...followUpParts,
  ...harmParts,
  ...disputeParts,
  ...ladderParts,
  /** Why the case cannot be closed now, as stable problem codes; empty when it may be. */
  closingBlockedBy: z.array(z.enum(closingBlocks)),
  onCall: z.nullable(z.object({
    ...onCallAnswers, automatic: z.boolean(), applies: z.boolean(), suppliers: z.array(z.string()), disputed: z.nullable(z.object({ reason: z.string(), by: person, at: instant })),
    /** Fields that sending waits for. */
    missing: z.array(z.enum(onCallFields)),
  })),
  notOurs: z.nullable(z.object({ description: z.string(), organisation: z.object({ id: z.string(), name: z.string() }) })),
  dispatches: z.array(z.object({ how: z.enum(dispatchWays), at: instant, by: person, unit: unitView, note: z.string() })),
  paper: z.nullable(z.object({ formVersion: z.number(), filledAt: instant, enteredAt: instant, enteredBy: person })),
  notedInRecordAt: z.nullable(instant),
  clock: clockView,
  steps: z.partialRecord(z.enum(clockSteps), instant),
  stopped: z.boolean(),
  timeline: z.array(timelineEvent),
  /** What this user may do now; a page shows these buttons and no others. */
  allowed: z.array(caseAction),
});
export type CaseView = z.infer<typeof caseView>;
/** Answer of `read-case`. */
export const anyCaseView = z.discriminatedUnion('direction', [caseView, incomingCaseView]);
export type AnyCaseView = z.infer<typeof anyCaseView>;
