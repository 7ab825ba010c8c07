import type { RecurrenceMark } from './statistics/recurrence.ts';
import type { Breach } from './breach.ts';
import type { CaseParts } from './case-parts.ts';
import type { Classification } from './classification.ts';
import type { Consent } from './consent.ts';
import type { IncomingCase } from './incoming-case.ts';
import type {
  AskKind, Category, ClockStep, DispatchWay, Harm, KnownAnswer, LegalBasis, ReplyPart, ResponsibleRole, Role, Status, TargetGroup,
} from './vocabulary.ts';

/** All instants are ISO 8601 in UTC with `Z`, all dates ISO dates in Europe/Stockholm. */
export type Instant = string;

/** The report as the discoverer wrote it. The reporter's words are never rewritten. */
export interface Report {
  readonly happenedAt: Instant;
  readonly discoveredAt: Instant;
  readonly unitId: string;
  readonly counterpartId: string;
  /** null: the reporter answered "vet inte" (V10). */
  readonly externalUnitId: string | null;
  readonly legalBasis: LegalBasis;
  readonly category: Category;
  readonly whatHappened: string;
  readonly immediateAction: string;
  readonly harm: Harm;
  /** It could have caused serious harm (L3). */
  readonly seriousRisk?: boolean | undefined;
  /** Optional parts. */
  readonly suggestion?: string | undefined;
  readonly alreadySolved?: boolean | undefined;
  readonly unclearResponsibility?: string | undefined;
  readonly medication?: string | undefined;
  readonly agreement?: string | undefined;
  readonly breach?: Breach | undefined;
  /** Absent: the reporter did not know, or was not asked. */
  readonly targetGroup?: TargetGroup | undefined;
  /** What the reporter knew of care on call (H2). The acute action is `immediateAction`. */
  readonly onCall?: OnCallAnswers | undefined;
  /** Why the reporter says that the automatic on-call flag is wrong (H1). */
  readonly onCallWrong?: string | undefined;
  /** "Ej kommunens ansvar": why the counterpart is responsible, not we (H3). */
  readonly notOurs?: string | undefined;
}
export interface OnCallAnswers {
  readonly nurseOnDuty: KnownAnswer;
  readonly doctorConsulted: KnownAnswer;
  readonly handoverConfirmed: KnownAnswer;
}
/** The flag as the server set it, what somebody said against it, and the answers as they are by now. */
export interface OnCall extends OnCallAnswers {
  /** By calendar and suppliers. */
  readonly automatic: boolean;
  /** Entries of the calendar and organisations on call that made it so. */
  readonly calendarIds: readonly string[];
  readonly supplierIds: readonly string[];
  /** Whether it counts: the automatic flag, or its opposite where somebody has said so. */
  readonly applies: boolean;
  readonly disputed?: { readonly reason: string; readonly by: string; readonly at: Instant } | undefined;
}
/** H3. */
export interface NotOurs {
  readonly description: string;
  readonly organisationId: string;
  readonly by: string;
  readonly at: Instant;
}
/** A line of the dispatch log (H3): when it left, how, who sent it, to which unit. */
export interface DispatchEntry {
  readonly how: DispatchWay;
  readonly at: Instant;
  readonly by: string;
  readonly unitId: string;
  /** Of the request; several lines may belong to one. */
  readonly epoch: number;
  readonly note: string;
}
/** Entered afterwards from the paper form (H6). */
export interface Paper {
  readonly formVersion: number;
  readonly filledAt: Instant;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
}

/** What leaves: edited by a person, confirmed after the checks, frozen when sent (design.md 1.6). */
export interface OutgoingText {
  readonly text: string;
  readonly editedBy: string;
  readonly editedAt: Instant;
  readonly confirmedBy?: string | undefined;
  readonly confirmedAt?: Instant | undefined;
  /** R4: what it was confirmed as, or last was; absent: never confirmed. */
  readonly form?: TextForm | undefined;
  /** Marks of findings in the text that a person has said identify no one (L8); see `identifying.ts`. */
  readonly resolved: readonly string[];
}
/** R4. `identified`: the patient can be told from it; needs consent in force. */
export const textForms = ['deidentified', 'identified'] as const;
export type TextForm = (typeof textForms)[number];

/** The request to the external unit. `epoch` grows with every renewed link and hand-over: older links are dead. */
export interface ReplyRequest {
  readonly epoch: number;
  readonly unitId: string;
  readonly snapshot: string;
  /** R4: the snapshot tells who the patient is; absent: it does not. */
  readonly form?: TextForm | undefined;
  readonly sentAt: Instant;
  readonly acknowledgeBy: Instant;
  readonly replyBy: Instant;
  readonly linkExpiresAt: Instant;
  readonly acknowledgedAt?: Instant | undefined;
  readonly answeredAt?: Instant | undefined;
  /** Calendar days that decisions have added to the reply deadline, in all. */
  readonly grantedExtraDays: number;
  /** A mail with this epoch's link came back; written by the system without touching `version`. */
  readonly bouncedAt?: Instant | undefined;
  /** Absent: by link. A posted request has no link that could die, and nobody who opens it. */
  readonly how?: DispatchWay | undefined;
}

export interface Reply {
  readonly number: number;
  /** Who answered; no other unit that is asked later sees it. */
  readonly unitId: string;
  readonly parts: ReplyPartTexts;
  readonly respondentTitle: string;
  readonly receivedAt: Instant;
  /** Registered by hand, by whom and how it came; absent: through the link. */
  readonly registered?: { readonly by: string; readonly at: Instant; readonly how: Exclude<DispatchWay, 'link'> } | undefined;
  readonly returnedAt?: Instant | undefined;
  readonly returnReason?: string | undefined;
  /** Parts that whoever returned it found wanting (H7). */
  readonly lacking?: readonly ReplyPart[] | undefined;
}
/** The root cause is a part of its own only where the routine asks for it so. */
export type ReplyPartTexts = Readonly<Record<Exclude<ReplyPart, 'rootCause'>, string>> & { readonly rootCause?: string | undefined };

export interface Ask {
  readonly id: string;
  /** Who asks; no other unit that is asked later sees it. */
  readonly unitId: string;
  readonly kind: AskKind;
  readonly askedAt: Instant;
  readonly reason: string;
  /** handOver: a unit of the register. */
  readonly toUnitId?: string | undefined;
  /** moreTime: calendar days wanted. */
  readonly days?: number | undefined;
  readonly decision?: { readonly approved: boolean; readonly by: string; readonly at: Instant; readonly reason: string } | undefined;
}

/** What every case has, whichever way it goes. */
export interface CaseBase extends CaseParts {
  readonly id: string;
  /** Short, sayable, with a check digit. */
  readonly number: string;
  readonly routine: { readonly id: string; readonly version: number };
  readonly status: Status;
  /** Grows with every command of a person; a command names the version it saw. */
  readonly version: number;
  /** Grows with every command that concerns the clock; a wait registers against it. */
  readonly clockRevision: number;
  /** Of the lifecycle execution: `{caseId}-{generation}`. */
  readonly generation: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly hasPatientReference: boolean;
  /** The flag alone; the reference lies in its own store (L8). */
  readonly protectedIdentity: boolean;
  /** L7, in the order they were recorded. */
  readonly consents: readonly Consent[];
  readonly responsible: ResponsibleRole;
  readonly owningUnitId: string;
  readonly leadInvestigatorId: string | null;
  readonly coInvestigatorIds: readonly string[];
  /** Outgoing: by when it is to be sent; incoming: by when it is to be registered. */
  readonly handleBy: Instant;
  readonly informationRequest?: { readonly question: string; readonly by: string; readonly at: Instant; readonly answer?: string | undefined; readonly answeredAt?: Instant | undefined } | undefined;
  readonly outgoingText: OutgoingText | null;
  /** Absent: the handler has settled nothing beside the report. */
  readonly classification?: Classification | undefined;
  /** H4: somebody has said that the case number stands in the patient's record. */
  readonly notedInRecordAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  readonly withdrawnReason?: string | undefined;
  /** Written by the workflow only. */
  readonly steps: Readonly<Partial<Record<ClockStep, Instant>>>;
  readonly overdue: boolean;
  readonly stopped: boolean;
  /** Written by the system only: the case is one of several (G2). */
  readonly recurrence?: RecurrenceMark | undefined;
  /** How often each track, by machine and number, has begun; absent: once. */
  readonly trackRuns: Readonly<Record<string, number>>;
}

/** A deviation that our staff report and another organisation answers for. */
export interface OutgoingCase extends CaseBase {
  readonly direction: 'outgoing';
  readonly reporterId: string;
  readonly report: Report;
  readonly counterpartId: string;
  readonly externalUnitId: string | null;
  /** As reported, or as the handler has set it (G1). */
  readonly breach?: Breach | undefined;
  readonly request: ReplyRequest | null;
  readonly replies: readonly Reply[];
  readonly asks: readonly Ask[];
  readonly sharedAt?: Instant | undefined;
  readonly sharedWith: readonly string[];
  readonly closingNote?: string | undefined;
  /** Absent: nothing of it has to do with care on call. */
  readonly onCall?: OnCall | undefined;
  readonly notOurs?: NotOurs | undefined;
  readonly dispatches?: readonly DispatchEntry[] | undefined;
  readonly paper?: Paper | undefined;
  /** Who besides the handler was told of a reply (H7) and finds the case in the watch list. */
  readonly replyTo?: readonly string[] | undefined;
}
export type Case = OutgoingCase | IncomingCase;

/** What happened, in order, as a story. `detail` holds identifiers and texts the staff may read; never sent outside. */
export interface CaseEvent {
  readonly id: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly type: CaseEventType;
  /** User id, `external` (the unit, after its code), or `clock`. */
  readonly actor: string;
  /** The role acted on behalf of; both are logged (V2). */
  readonly principal?: Role | undefined;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export const caseEventTypes = [
  'submitted', 'assigned', 'externalUnitSet', 'outgoingTextEdited', 'outgoingTextConfirmed', 'informationRequested',
  'informationProvided', 'sent', 'linkRenewed', 'identityGiven', 'noteAdded', 'codeSent', 'acknowledged', 'opened',
  'answered', 'replyReturned', 'asked', 'decided', 'handedOver', 'wrongRecipient', 'shared', 'closed', 'reopened',
  'withdrawn', 'notAcknowledged', 'reminded', 'escalated', 'linkExpired', 'handlingOverdue', 'mailSent', 'mailBounced',
  'lifecycleStopped', 'lifecycleRedriven', 'lifecycleRestarted',
  'filed', 'registered', 'concernedUnitsSet', 'investigatorsAdded', 'investigationSaved', 'actionAdded', 'actionChanged', 'actionDone',
  'investigationDone', 'investigationReturned', 'replySent', 'ownerMoved', 'rejected', 'redirected', 'pharmacyNotified', 'harmDecided', 'seriousHarmTold',
  'patientInformed', 'effectReviewed', 'registrationOverdue', 'pharmacyOverdue', 'effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalated', 'attachmentAdded', 'attachmentRefused', 'openedWithReason', 'breachSet',
  'onCallFlagged', 'onCallCompleted', 'notOursSet', 'dispatched', 'replyRegistered', 'notedInRecord', 'enteredFromPaper',
  'consentRecorded', 'consentWithdrawn', 'patientReferenceSet', 'patientReferenceMoved',
  'harmAssessed', 'harmReviewed', 'harmDecisionOverdue', 'harmDecisionEscalated', 'staffSupported', 'fedBack',
  'ladderRaised', 'ladderAgreed', 'folderEdited', 'ladderForwarded', 'ladderReturned', 'groupConsulted', 'groupAnswered', 'basisWritten', 'ladderDecided', 'ladderInformed', 'ladderReminded', 'ladderEscalated',
  'meetingHeld', 'deepAnalysisProposed', 'deepAnalysisDecided', 'deepAnalysisAssigned', 'deepAnalysisDone',
  'contentErased',
  'classified', 'recurrenceNoticed',
  'disputeOpened', 'disputeOwnerChanged', 'disputeMoved', 'disputeEnded', 'disputeReminded', 'disputeOverdue', 'disputeEscalated', 'descriptionDrafted',
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];
