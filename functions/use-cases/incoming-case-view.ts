import type { TimelineEvent } from '../contracts/case.ts';
import { caseActions } from '../contracts/case.ts';
import type { IncomingCaseView } from '../contracts/incoming.ts';
import type { CaseInsight } from '../domain/access.ts';
import { insightInto, personsOf } from '../domain/access.ts';
import type { CaseEvent, CaseEventType } from '../domain/case.ts';
import { causeAreasOf, targetGroupOf } from '../domain/classification.ts';
import { isLate } from '../domain/due.ts';
import type { IncomingCase, IncomingReport } from '../domain/incoming-case.ts';
import { replyBlocksOf } from '../domain/incoming/ending.ts';
import { missingParts } from '../domain/incoming/investigating.ts';
import { filerMailbox } from '../domain/incoming/recipients.ts';
import { isIncomingPossible } from '../domain/incoming/transitions.ts';
import { maskMailbox } from '../domain/masking.ts';
import { isRecurring } from '../domain/statistics/recurrence.ts';
import { permit } from '../domain/permission.ts';
import { managersOf } from '../domain/recipients.ts';
import { breachViewOf } from './breach-view.ts';
import { disputePartsOf, followUpViewOf, harmViewOf } from './case-parts-view.ts';
import { withoutDetails, type CaseViewSource } from './case-view.ts';
import { secrecyViewOf, textOf } from './secrecy-view.ts';
import { ladderViewOf } from './ladder-view.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';

type Source = CaseViewSource<IncomingCase>;

/** A unit's manager follows the unit's case, but not the handler's notes, texts and what concerns one patient. */
const handlerEvents: ReadonlySet<CaseEventType> = new Set<CaseEventType>(['noteAdded', 'outgoingTextEdited', 'outgoingTextConfirmed', 'harmDecided', 'patientInformed', 'consentRecorded', 'consentWithdrawn', 'patientReferenceSet', 'patientReferenceMoved']);

const timelineOf = ({ events, concerned }: Source, insight: CaseInsight, names: Names): TimelineEvent[] => {
  const party = concerned.report.partyUnitId;
  const actorOf = (event: CaseEvent): TimelineEvent['actor'] => {
    if (event.actor === 'external') return { kind: 'external', name: party === null ? '' : names.unit(party).name };
    return event.actor === 'clock' || event.actor === 'system' ? { kind: 'clock', name: '' } : { kind: 'person', name: names.person(event.actor).name };
  };
  return events.filter((event) => insight === 'full' || !handlerEvents.has(event.type)).map((event) =>
    ({ id: event.id, at: event.at, type: event.type, actor: actorOf(event), principal: event.principal ?? null, detail: { ...event.detail } }));
};

const sourceOf = ({ concerned: { source, report }, register }: Source, names: Names, full: boolean): IncomingCaseView['source'] => {
  const mailbox = filerMailbox({ source, report }, register);
  return {
    kind: source.kind, principal: source.principal, registeredBy: source.registeredBy === null ? null : names.person(source.registeredBy),
    paper: source.paper ?? null, mailbox: full && mailbox !== null ? maskMailbox(mailbox) : null,
  };
};

/** L8: of a protected identity, nothing anybody wrote. */
const withoutTexts = ({ happenedAt, discoveredAt, partyOrganisationId, partyUnitId, concernedUnitIds, legalBasis, category, harm }: IncomingReport): IncomingCaseView['report'] =>
  ({ happenedAt, discoveredAt, partyOrganisationId, partyUnitId, concernedUnitIds: [...concernedUnitIds], legalBasis, category, harm, whatHappened: '' });

/** The case as this user may see it; the caller has made sure that the user may see it at all. */
export const incomingCaseViewOf = (source: Source): IncomingCaseView => {
  const { concerned, routine, register, member, now } = source;
  const names = namesOf(register);
  const insight = insightInto(member, concerned, routine);
  const full = insight === 'full';
  const { report, informationRequest, investigation, rejection, pharmacy } = concerned;
  const secrecy = secrecyViewOf(concerned, { insight, member, routine, register, names });
  const { hidden } = secrecy;
  const answer = concerned.answer ?? concerned.earlierAnswers.at(-1);
  const [suggestedLead] = managersOf(report.concernedUnitIds.slice(0, 1), { register, now });
  return {
    direction: 'incoming', id: concerned.id, number: concerned.number, version: concerned.version, status: concerned.status,
    routine: { id: routine.id, version: routine.version, documentId: routine.documentId },
    createdAt: concerned.createdAt,
    source: sourceOf(source, names, full),
    report: hidden ? withoutTexts(report) : { ...report, concernedUnitIds: [...report.concernedUnitIds] },
    party: report.partyOrganisationId === null ? null : names.organisation(report.partyOrganisationId),
    partyUnit: report.partyUnitId === null ? null : names.unit(report.partyUnitId),
    concernedUnits: report.concernedUnitIds.map(names.unit),
    responsible: concerned.responsible,
    owningUnit: names.unit(concerned.owningUnitId),
    leadInvestigator: concerned.leadInvestigatorId === null ? null : names.person(concerned.leadInvestigatorId),
    coInvestigators: concerned.coInvestigatorIds.map(names.person),
    suggestedLead: suggestedLead === undefined ? null : names.person(suggestedLead),
    hasPatientReference: concerned.hasPatientReference,
    informationRequest: informationRequest && !hidden ? { question: informationRequest.question, at: informationRequest.at, answer: informationRequest.answer ?? null } : null,
    investigation: {
      courseOfEvents: hidden ? '' : investigation.courseOfEvents, causes: hidden ? [] : investigation.causes.map(({ area, text }) => ({ area, text })), rootCause: hidden ? '' : investigation.rootCause,
      wentWell: hidden ? '' : investigation.wentWell, patientViews: full ? investigation.patientViews : '',
      startedAt: investigation.startedAt ?? null, doneAt: investigation.doneAt ?? null,
      requiredParts: [...routine.incoming.investigation.requiredParts], missingParts: [...missingParts(concerned, routine.incoming)],
    },
    ...followUpViewOf(concerned, insight, names, now, hidden ? personsOf(member) : null),
    ...harmViewOf(concerned, insight, names, routine, hidden),
    ...disputePartsOf(concerned, insight, names, routine, now, hidden),
    ...ladderViewOf({ concerned, routine, register, names, now }, insight, hidden),
    outgoingText: full ? textOf(concerned, register) : null,
    ...secrecy,
    sendingBlockedBy: full && isIncomingPossible('send-incoming-reply', concerned.status) ? [...replyBlocksOf(concerned, { register, routine })] : [],
    breach: breachViewOf(report.breach, register.agreements, hidden),
    recurring: isRecurring(concerned),
    classification: { targetGroup: targetGroupOf(concerned), causeAreas: [...causeAreasOf(concerned)] },
    answer: answer && !hidden ? { text: answer.text, sentAt: answer.sentAt, dispatch: answer.dispatch } : null,
    rejection: rejection && !hidden ? {
      reasonCode: rejection.reasonCode, text: rejection.text, at: rejection.at,
      reason: routine.incoming.rejectionReasons.find(({ code }) => code === rejection.reasonCode)?.text ?? { sv: rejection.reasonCode, en: rejection.reasonCode },
    } : null,
    redirections: concerned.redirections.map(({ fromUnitId, toUnitId, reason, at }) => ({ from: fromUnitId === null ? null : names.unit(fromUnitId), to: names.unit(toUnitId), reason: hidden ? '' : reason, at })),
    pharmacy: pharmacy && { dueAt: pharmacy.dueAt, doneAt: pharmacy.doneAt ?? null, reference: pharmacy.reference, reason: hidden ? '' : pharmacy.reason, link: routine.incoming.pharmacy?.link ?? null },
    closed: concerned.closedAt === undefined ? null : { at: concerned.closedAt },
    clock: {
      now, receivedAt: concerned.receivedAt, registerBy: concerned.handleBy, registeredAt: concerned.registeredAt ?? null, replyBy: concerned.replyBy,
      answeredAt: concerned.answer?.sentAt ?? null, overdue: concerned.overdue || isLate(concerned, now),
    },
    steps: { ...concerned.steps },
    stopped: concerned.stopped,
    timeline: hidden ? withoutDetails(timelineOf(source, insight, names)) : timelineOf(source, insight, names),
    allowed: caseActions.filter((action) => permit(member, action, concerned, routine).allowed),
  };
};
