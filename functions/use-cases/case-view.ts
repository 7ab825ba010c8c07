import type { AskView, CaseView, ReplyView, TimelineEvent } from '../contracts/case.ts';
import { caseActions } from '../contracts/case.ts';
import type { CaseInsight, StaffMember } from '../domain/access.ts';
import { insightInto, personsOf } from '../domain/access.ts';
import type { Case, CaseEvent, CaseEventType, Instant, OutgoingCase, ReplyRequest, Report } from '../domain/case.ts';
import { causeAreasOf, targetGroupOf } from '../domain/classification.ts';
import { isPosted } from '../domain/dispatch.ts';
import { isLate } from '../domain/due.ts';
import { missingOnCall } from '../domain/on-call.ts';
import { sendingBlocksOf } from '../domain/commands/sending.ts';
import { harmBlocksOf } from '../domain/harm/serious-harm.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { permit } from '../domain/permission.ts';
import type { Register } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import { isPossible } from '../domain/transitions.ts';
import { askKinds } from '../domain/vocabulary.ts';
import { breachViewOf } from './breach-view.ts';
import { disputePartsOf, followUpViewOf, harmViewOf } from './case-parts-view.ts';
import { ladderViewOf } from './ladder-view.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import { secrecyViewOf, textOf } from './secrecy-view.ts';

export interface CaseViewSource<Of extends Case = OutgoingCase> {
  readonly concerned: Of;
  readonly events: readonly CaseEvent[];
  readonly member: StaffMember;
  readonly routine: Routine;
  readonly register: Register;
  readonly now: Instant;
}

/** What a reporter follows the case by; notes, links, mails and asks are the handler's. */
const reporterEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'submitted', 'externalUnitSet', 'informationRequested', 'informationProvided', 'sent', 'acknowledged', 'answered', 'replyReturned', 'handedOver',
  'wrongRecipient', 'shared', 'closed', 'reopened', 'withdrawn', 'fedBack', 'onCallFlagged', 'onCallCompleted', 'notedInRecord', 'enteredFromPaper', 'ladderInformed',
]);
const reporterDetails: ReadonlySet<string> = new Set(['externalUnitId', 'counterpartId', 'replyBy', 'question', 'answer', 'message', 'note']);
/** A unit's manager follows the unit's case, but not the handler's notes and calls. */
const handlerEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>(['noteAdded', 'folderEdited', 'identityGiven', 'outgoingTextEdited', 'outgoingTextConfirmed', 'harmDecided', 'seriousHarmTold', 'consentRecorded', 'consentWithdrawn', 'patientReferenceSet', 'patientReferenceMoved']);

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

/** L8: of a protected identity, what happened to the case and when, but nothing anybody wrote. */
export const withoutDetails = (timeline: readonly TimelineEvent[]): TimelineEvent[] => timeline.map((event) => ({ ...event, detail: {} }));
const withoutTexts = ({ happenedAt, discoveredAt, unitId, counterpartId, externalUnitId, legalBasis, category, harm }: Report): CaseView['report'] =>
  ({ happenedAt, discoveredAt, unitId, counterpartId, externalUnitId, legalBasis, category, harm, whatHappened: '', immediateAction: '' });

const repliesFor = (concerned: OutgoingCase, insight: CaseInsight, names: Names): ReplyView[] => concerned.replies
  .filter((reply) => insight !== 'reporter' || (concerned.sharedAt !== undefined && reply.returnedAt === undefined))
  .map(({ unitId: _answeredBy, registered, lacking, ...reply }) => ({
    ...reply, parts: { ...reply.parts }, ...(lacking && { lacking: [...lacking] }), ...(registered && { registered: { ...registered, by: names.person(registered.by) } }),
  }));

const asksFor = (concerned: OutgoingCase, names: Names): AskView[] => concerned.asks.filter((ask) => askKinds.includes(ask.kind)).map((ask) => ({
  id: ask.id, kind: ask.kind, askedAt: ask.askedAt, reason: ask.reason, days: ask.days ?? null,
  toUnit: ask.toUnitId === undefined ? null : names.unit(ask.toUnitId),
  decision: ask.decision ? { approved: ask.decision.approved, at: ask.decision.at, reason: ask.decision.reason, by: names.person(ask.decision.by) } : null,
}));

const posted = ({ request }: OutgoingCase): boolean => request !== null && isPosted(request);

export const clockOf = (concerned: OutgoingCase, now: Instant): CaseView['clock'] => ({
  now,
  handleBy: concerned.handleBy,
  sentAt: concerned.request?.sentAt ?? null,
  // Nobody opens a letter, and it has no link that dies.
  acknowledgeBy: posted(concerned) ? null : concerned.request?.acknowledgeBy ?? null,
  acknowledgedAt: posted(concerned) ? null : concerned.request?.acknowledgedAt ?? null,
  replyBy: concerned.request?.replyBy ?? null,
  answeredAt: concerned.request?.answeredAt ?? null,
  linkExpiresAt: posted(concerned) ? null : concerned.request?.linkExpiresAt ?? null,
  overdue: concerned.overdue || isLate(concerned, now),
});

/** Whom a posted request is addressed to, and where its reply goes: to the unit that owns the case. */
const letterOf = ({ owningUnitId }: OutgoingCase, request: ReplyRequest, register: Register): NonNullable<CaseView['request']>['letter'] => {
  if (!isPosted(request)) return null;
  const addressed = (unitId: string) => {
    const unit = register.units.find(({ id }) => id === unitId);
    return { organisation: register.organisations.find(({ id }) => id === unit?.organisationId)?.name ?? '', unit: unit?.name ?? '', address: unit?.postalAddress ?? '' };
  };
  return { language: register.units.find(({ id }) => id === request.unitId)?.language ?? 'sv', to: addressed(request.unitId), from: { ...addressed(owningUnitId), phone: register.units.find(({ id }) => id === owningUnitId)?.phone ?? '' } };
};

/** On call, whose responsibility, how it left, and the paper it came on. */
const withoutCare = { onCall: null, notOurs: null, dispatches: [], paper: null };
const careView = ({ concerned, routine }: CaseViewSource, names: Names, asHandler: boolean): Pick<CaseView, 'onCall' | 'notOurs' | 'dispatches' | 'paper'> => {
  const { onCall, notOurs, paper } = concerned;
  return {
    onCall: onCall ? {
      nurseOnDuty: onCall.nurseOnDuty, doctorConsulted: onCall.doctorConsulted, handoverConfirmed: onCall.handoverConfirmed,
      automatic: onCall.automatic, applies: onCall.applies, suppliers: onCall.supplierIds.map((id) => names.organisation(id).name),
      disputed: onCall.disputed ? { ...onCall.disputed, by: names.person(onCall.disputed.by) } : null,
      missing: [...missingOnCall(concerned, routine.onCall?.requiredFields)],
    } : null,
    notOurs: notOurs ? { description: notOurs.description, organisation: names.organisation(notOurs.organisationId) } : null,
    dispatches: asHandler ? (concerned.dispatches ?? []).map(({ how, at, by, unitId, note }) => ({ how, at, note, by: names.person(by), unit: names.unit(unitId) })) : [],
    paper: paper ? { ...paper, enteredBy: names.person(paper.enteredBy) } : null,
  };
};

/** The case as this user may see it; the caller has made sure that the user may see it at all. */
export const caseViewOf = (source: CaseViewSource): CaseView => {
  const { concerned, routine, register, member, now } = source;
  const names = namesOf(register);
  const insight = insightInto(member, concerned, routine);
  const full = insight === 'full';
  const asHandler = full || insight === 'unit';
  const secrecy = secrecyViewOf(concerned, { insight, member, routine, register, names });
  const { hidden } = secrecy;
  const { request, informationRequest } = concerned;
  return {
    direction: 'outgoing', id: concerned.id, number: concerned.number, version: concerned.version, status: concerned.status,
    routine: { id: routine.id, version: routine.version, documentId: routine.documentId },
    createdAt: concerned.createdAt,
    report: hidden ? withoutTexts(concerned.report) : concerned.report,
    reporter: names.person(concerned.reporterId),
    reportingUnit: names.unit(concerned.report.unitId),
    counterpart: names.organisation(concerned.counterpartId),
    externalUnit: concerned.externalUnitId === null ? null : names.unit(concerned.externalUnitId),
    responsible: concerned.responsible,
    owningUnit: names.unit(concerned.owningUnitId),
    leadInvestigator: concerned.leadInvestigatorId === null ? null : names.person(concerned.leadInvestigatorId),
    coInvestigators: asHandler ? concerned.coInvestigatorIds.map(names.person) : [],
    hasPatientReference: concerned.hasPatientReference,
    // Whoever may answer a question reads it.
    informationRequest: informationRequest && !(hidden && informationRequest.answer !== undefined) ? { question: informationRequest.question, at: informationRequest.at, answer: informationRequest.answer ?? null } : null,
    outgoingText: full ? textOf(concerned, register) : null,
    ...secrecy,
    sendingBlockedBy: full && isPossible('send-case', concerned.status) ? [...sendingBlocksOf(concerned, { register, routine })] : [],
    breach: breachViewOf(concerned.breach, register.agreements, hidden),
    recurring: isRecurring(concerned),
    classification: { targetGroup: targetGroupOf(concerned), causeAreas: [...causeAreasOf(concerned)] },
    request: asHandler && request && !hidden
      ? { epoch: request.epoch, snapshot: request.snapshot, unit: names.unit(request.unitId), sentAt: request.sentAt, bounced: request.bouncedAt !== undefined, how: request.how ?? 'link', letter: letterOf(concerned, request, register) }
      : null,
    replies: hidden ? [] : repliesFor(concerned, insight, names),
    requiredParts: [...routine.outgoing.reply.requiredParts],
    asks: asHandler && !hidden ? asksFor(concerned, names) : [],
    shared: concerned.sharedAt === undefined ? null : { at: concerned.sharedAt, with: asHandler ? concerned.sharedWith.map(names.person) : [] },
    closed: concerned.closedAt === undefined ? null : { at: concerned.closedAt, note: hidden ? '' : concerned.closingNote ?? '' },
    withdrawnReason: hidden ? null : concerned.withdrawnReason ?? null,
    ...followUpViewOf(concerned, insight, names, now, hidden ? personsOf(member) : null),
    ...harmViewOf(concerned, insight, names, routine, hidden),
    ...disputePartsOf(concerned, insight, names, routine, now, hidden),
    ...ladderViewOf({ concerned, routine, register, names, now }, insight, hidden),
    closingBlockedBy: full && isPossible('close-case', concerned.status) ? [...harmBlocksOf(concerned, routine)] : [],
    ...(hidden ? withoutCare : careView(source, names, asHandler)),
    notedInRecordAt: concerned.notedInRecordAt ?? null,
    clock: clockOf(concerned, now),
    steps: asHandler ? { ...concerned.steps } : {},
    stopped: concerned.stopped,
    timeline: hidden ? withoutDetails(timelineOf(source, insight, names)) : timelineOf(source, insight, names),
    allowed: caseActions.filter((action) => permit(member, action, concerned, routine).allowed),
  };
};
