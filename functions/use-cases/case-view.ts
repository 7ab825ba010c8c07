import type { AskView, CaseAction, CaseView, ReplyView, TimelineEvent } from '../contracts/case.ts';
import { caseActions } from '../contracts/case.ts';
import type { CaseInsight, StaffMember } from '../domain/access.ts';
import { decideAccess, insightInto } from '../domain/access.ts';
import type { Case, CaseEvent, CaseEventType, Instant } from '../domain/case.ts';
import { awaitsClosing, isLate } from '../domain/command.ts';
import { sendingBlocksOf } from '../domain/commands/sending.ts';
import { remainingPersonalNumbers } from '../domain/personal-number.ts';
import type { Register } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import { isPossible } from '../domain/transitions.ts';
import { askKinds } from '../domain/vocabulary.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';

export interface CaseViewSource {
  readonly concerned: Case;
  readonly events: readonly CaseEvent[];
  readonly member: StaffMember;
  readonly routine: Routine;
  readonly register: Register;
  readonly now: Instant;
}

/** What a reporter follows the case by; notes, links, mails and asks are the handler's. */
const reporterEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'submitted', 'externalUnitSet', 'informationRequested', 'informationProvided', 'sent', 'acknowledged', 'answered', 'replyReturned', 'handedOver',
  'wrongRecipient', 'shared', 'closed', 'reopened', 'withdrawn',
]);
const reporterDetails: ReadonlySet<string> = new Set(['externalUnitId', 'counterpartId', 'replyBy', 'question', 'answer', 'message', 'note']);
/** A unit's manager follows the unit's case, but not the handler's notes and calls. */
const handlerEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>(['noteAdded', 'identityGiven', 'outgoingTextEdited', 'outgoingTextConfirmed']);

const seesEvent = (event: CaseEvent, insight: CaseInsight): boolean =>
  insight === 'full' || (insight === 'unit' ? !handlerEvents.has(event.type) : reporterEvents.has(event.type));

const timelineOf = (source: CaseViewSource, insight: CaseInsight, names: Names): TimelineEvent[] => {
  const external = (event: CaseEvent): string => {
    const unitId = event.detail['externalUnitId'] ?? source.concerned.request?.unitId;
    return typeof unitId === 'string' ? names.unit(unitId).name : '';
  };
  const actorOf = (event: CaseEvent): TimelineEvent['actor'] => {
    if (event.actor === 'external') return { kind: 'external', name: external(event) };
    return event.actor === 'clock' || event.actor === 'system' ? { kind: 'clock', name: '' } : { kind: 'person', name: names.person(event.actor).name };
  };
  return source.events.filter((event) => seesEvent(event, insight)).map((event) => ({
    id: event.id, at: event.at, type: event.type, actor: actorOf(event), principal: event.principal ?? null,
    detail: insight === 'reporter' ? Object.fromEntries(Object.entries(event.detail).filter(([name]) => reporterDetails.has(name))) : { ...event.detail },
  }));
};

/** What this user may do now, by role and by status. */
const allowedActions = ({ concerned, member, routine }: CaseViewSource): CaseAction[] => caseActions.filter((action) => {
  if (!decideAccess(member, action, concerned, routine.outgoing).allowed) return false;
  switch (action) {
    case 'read-case':
      return true;
    case 'read-patient-reference':
      return concerned.hasPatientReference;
    case 'decide-ask':
      return isPossible(action, concerned.status) && concerned.asks.some((ask) => ask.decision === undefined);
    case 'return-reply':
      return isPossible(action, concerned.status) && awaitsClosing(concerned) && concerned.request !== null;
    case 'share-reply':
      return isPossible(action, concerned.status) && concerned.replies.length > 0;
    case 'confirm-outgoing-text':
      return isPossible(action, concerned.status) && concerned.outgoingText !== null && concerned.outgoingText.confirmedAt === undefined;
    case 'restart-lifecycle':
      return isPossible(action, concerned.status) && concerned.stopped;
    default:
      return isPossible(action, concerned.status);
  }
});

const repliesFor = (concerned: Case, insight: CaseInsight): ReplyView[] => concerned.replies
  .filter((reply) => insight !== 'reporter' || (concerned.sharedAt !== undefined && reply.returnedAt === undefined))
  .map((reply) => ({ ...reply, parts: { ...reply.parts } }));

const asksFor = (concerned: Case, names: Names): AskView[] => concerned.asks.filter((ask) => askKinds.includes(ask.kind)).map((ask) => ({
  id: ask.id, kind: ask.kind, askedAt: ask.askedAt, reason: ask.reason, days: ask.days ?? null,
  toUnit: ask.toUnitId === undefined ? null : names.unit(ask.toUnitId),
  decision: ask.decision ? { approved: ask.decision.approved, at: ask.decision.at, reason: ask.decision.reason, by: names.person(ask.decision.by) } : null,
}));

export const clockOf = (concerned: Case, now: Instant): CaseView['clock'] => ({
  now,
  handleBy: concerned.handleBy,
  sentAt: concerned.request?.sentAt ?? null,
  acknowledgeBy: concerned.request?.acknowledgeBy ?? null,
  acknowledgedAt: concerned.request?.acknowledgedAt ?? null,
  replyBy: concerned.request?.replyBy ?? null,
  answeredAt: concerned.request?.answeredAt ?? null,
  linkExpiresAt: concerned.request?.linkExpiresAt ?? null,
  overdue: concerned.overdue || isLate(concerned, now),
});

/** The text that leaves, with the personal numbers that still block it. */
const textOf = ({ outgoingText }: Case): CaseView['outgoingText'] => outgoingText && {
  text: outgoingText.text, confirmed: outgoingText.confirmedAt !== undefined, editedAt: outgoingText.editedAt,
  personalNumbers: remainingPersonalNumbers(outgoingText.text, outgoingText.notPersonalNumbers).map(({ start, end }) => ({ start, end })),
};

/** The case as this user may see it; the caller has made sure that the user may see it at all. */
export const caseViewOf = (source: CaseViewSource): CaseView => {
  const { concerned, routine, register, member, now } = source;
  const names = namesOf(register);
  const insight = insightInto(member, concerned);
  const full = insight === 'full';
  const asHandler = full || insight === 'unit';
  const { request, informationRequest } = concerned;
  return {
    id: concerned.id, number: concerned.number, version: concerned.version, status: concerned.status,
    routine: { id: routine.id, version: routine.version, documentId: routine.documentId },
    createdAt: concerned.createdAt,
    report: concerned.report,
    reporter: names.person(concerned.reporterId),
    reportingUnit: names.unit(concerned.report.unitId),
    counterpart: names.organisation(concerned.counterpartId),
    externalUnit: concerned.externalUnitId === null ? null : names.unit(concerned.externalUnitId),
    responsible: concerned.responsible,
    owningUnit: names.unit(concerned.owningUnitId),
    leadInvestigator: concerned.leadInvestigatorId === null ? null : names.person(concerned.leadInvestigatorId),
    coInvestigators: asHandler ? concerned.coInvestigatorIds.map(names.person) : [],
    hasPatientReference: concerned.hasPatientReference,
    informationRequest: informationRequest ? { question: informationRequest.question, at: informationRequest.at, answer: informationRequest.answer ?? null } : null,
    outgoingText: full ? textOf(concerned) : null,
    sendingBlockedBy: full && isPossible('send-case', concerned.status) ? [...sendingBlocksOf(concerned, register)] : [],
    request: asHandler && request
      ? { epoch: request.epoch, snapshot: request.snapshot, unit: names.unit(request.unitId), sentAt: request.sentAt, bounced: request.bouncedAt !== undefined }
      : null,
    replies: repliesFor(concerned, insight),
    requiredParts: [...routine.outgoing.reply.requiredParts],
    asks: asHandler ? asksFor(concerned, names) : [],
    shared: concerned.sharedAt === undefined ? null : { at: concerned.sharedAt, with: asHandler ? concerned.sharedWith.map(names.person) : [] },
    closed: concerned.closedAt === undefined ? null : { at: concerned.closedAt, note: concerned.closingNote ?? '' },
    withdrawnReason: concerned.withdrawnReason ?? null,
    clock: clockOf(concerned, now),
    steps: asHandler ? { ...concerned.steps } : {},
    stopped: concerned.stopped,
    timeline: timelineOf(source, insight, names),
    allowed: allowedActions(source),
  };
};
