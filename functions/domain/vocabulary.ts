/**
 * The field's terms as closed lists (domain.md section 4). Labels live in the pages and the mails;
 * these identifiers are what is stored, sent and tested.
 */
export const categories = [
  'informationTransfer', 'dischargeCoordination', 'coordinatedPlan', 'medication', 'doseDispensing',
  'responsibility', 'assistiveDevices', 'rehabilitation', 'referral', 'testing', 'nursingCare', 'hygiene',
  'transport', 'conduct', 'accessibility', 'outOfHours', 'physicianSupport', 'itSystem', 'documentation',
  'dental', 'other',
] as const;
export type Category = (typeof categories)[number];

export const harms = ['risk', 'nearMiss', 'noHarm', 'vardskada', 'allvarligVardskada'] as const;
export type Harm = (typeof harms)[number];

/** `unknown` is the reporter's "vet inte": a report is never blocked on what can be added later (L1). */
export const legalBases = ['hsl', 'sol', 'lss', 'unknown'] as const;
export type LegalBasis = (typeof legalBases)[number];

export const roles = [
  'reporter', 'unitManager', 'mas', 'mar', 'sas', 'investigator', 'administrator', 'caseCoordinator',
  'convener', 'groupMember', 'systemAdministrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * The functions that own, lead, send and close a case; an administrator acts on behalf of one of them. Managers and case
 * coordinators are bound to units: they handle what their units own (H, R3); the others handle their whole field.
 */
export const responsibleRoles = ['mas', 'mar', 'sas', 'investigator', 'unitManager', 'caseCoordinator'] as const satisfies readonly Role[];
export type ResponsibleRole = (typeof responsibleRoles)[number];
export const unitBoundRoles = ['unitManager', 'caseCoordinator'] as const satisfies readonly ResponsibleRole[];

/** The main line of a case. `overdue` and `stopped` are flags beside it, never a status. */
export const statuses = [
  'draft', 'received', 'registered', 'needsInfo', 'sent', 'acknowledged', 'investigating',
  'investigationDone', 'answered', 'replyReturned', 'handedOver', 'rejected', 'withdrawn', 'closed', 'reopened',
] as const;
export type Status = (typeof statuses)[number];

export const partyTypes = [
  'municipality', 'region', 'pharmacy', 'transportService', 'contractorWithAgreement',
  'contractorWithoutAgreement', 'other',
  // Parts of a region, or of private care, that a routine may tell apart (N3).
  'hospital', 'primaryCare', 'habilitation', 'dentalCare',
] as const;
export type PartyType = (typeof partyTypes)[number];

/** The parts an external investigation must hold (H7); a routine names which of them are required, and whether the root cause is asked for by itself. */
export const replyParts = ['deviationReceived', 'investigation', 'rootCause', 'acuteActions', 'systematicActions'] as const;
export type ReplyPart = (typeof replyParts)[number];

/** What a report from on call must say (H2), where the routine asks for it. */
export const onCallFields = ['nurseOnDuty', 'doctorConsulted', 'acuteAction', 'handoverConfirmed'] as const;
export type OnCallField = (typeof onCallFields)[number];

/** Who besides the handler hears that a reply has come (H7). */
export const replyReceivers = ['reportingUnit', 'mas'] as const;
export type ReplyReceiver = (typeof replyReceivers)[number];

export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];
export type LocalisedText = Readonly<Record<Language, string>>;

/** Mails (domain.md section 5). */
export const mailKinds = [
  'receipt', 'assigned', 'request', 'code', 'acknowledged', 'notAcknowledged', 'reminder', 'escalation',
  'asked', 'decided', 'answered', 'returned', 'informationRequested', 'informationProvided', 'shared', 'closed',
  'withdrawn', 'reopened', 'handlingOverdue', 'bounced', 'stopped',
  // Incoming: to whoever filed, with the status link.
  'filed', 'informationWanted', 'replySent', 'rejected', 'statusLink',
  // To whoever is about to file: before there is a case.
  'intakeCode',
  // Incoming: to staff.
  'incoming', 'registrationOverdue', 'investigationReminder', 'investigationEscalation', 'investigationDone', 'investigationReturned', 'redirected',
  'incomingClosed', 'actionAssigned', 'seriousHarm', 'pharmacyReminder', 'effectReviewDue', 'effectReviewReminder', 'effectReviewEscalation',
  // To staff, of no case.
  'spotCheckDrawn', 'spotCheckReminder', 'routineReviewDue', 'routineReviewReminder',
  'retentionReported', 'retentionReminder',
  // To an administrator who asked for it: of no case.
  'test',
  // Either direction, to staff: serious harm, and what came of it.
  // The ladder, to staff and groups.
  'ladderReached', 'ladderReminder', 'ladderEscalation', 'ladderConsulted', 'ladderReturned', 'ladderDecided',
  'harmDecisionReminder', 'harmDecisionEscalation', 'harmReviewWanted', 'feedback',
  // Either direction, to the handler: as many of the same as the routine lets pass.
  'recurrence',
  // To members of a group, and to those who decide on deep analyses: of no case.
  'meetingInvitation', 'meetingChanged', 'meetingCancelled', 'meetingNotesApproved', 'meetingNotesDue', 'meetingToPlan', 'guestAdded',
  'deepAnalysisProposed', 'deepAnalysisDecided', 'deepAnalysisAssigned', 'deepAnalysisDue',
  // Either direction, to staff: a dispute (G7).
  'disputeAssigned', 'disputeReminder', 'disputeEscalation', 'disputeEnded',
  // Of an event description (N4): to the other party, with a link; to staff, of no case.
  'approvalWanted', 'approvalReminder', 'approvalCode', 'approvalAnswered', 'approvalMissing',
  // Of a periodic report: to those who edit it, and to whoever receives it.
  'reportDrafted', 'reportReminder', 'reportEscalation', 'reportSubmitted', 'reportFeedbackReminder', 'reportFeedback', 'reportCopy', 'reportStopped',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What the external unit may ask MAS for through the link; each takes effect when decided. */
export const askKinds = ['handOver', 'wrongRecipient', 'moreTime'] as const;
export type AskKind = (typeof askKinds)[number];

/** The steps that time takes on a case, one workflow state each. */
export const clockSteps = [
  'handlingOverdue', 'notAcknowledged', 'remindBefore', 'remindDue', 'remindAfter', 'escalate', 'expireLink',
  // Incoming alone; `remind…` and `escalate` are shared, towards the investigators instead of the external unit.
  'registrationOverdue', 'pharmacyOverdue', 'effectReviewDue', 'effectReviewOverdue', 'effectReviewEscalate',
  'harmDecisionOverdue', 'harmDecisionEscalate',
  'disputeRemind', 'ladderRemind', 'disputeOverdue', 'ladderOverdue', 'disputeEscalate', 'ladderEscalate',
] as const;
export type ClockStep = (typeof clockSteps)[number];

/** What an execution waits for: one workflow state each. */
export const awaitedEvents = [
  'sending', 'acknowledgement', 'reply', 'closing',
  // Incoming: `information` from whoever filed, `answer`: our reply to them.
  'registration', 'information', 'investigation', 'answer',
  // Tracks.
  'pharmacyNotification', 'effectReview', 'harmDecision',
  // A dispute, by the step it is at.
  'disputeLineManagers', 'disputeHeads', 'disputeCourt',
  // The ladder: by who has the case (R6, R7).
  'ladderManagers', 'ladderGroup', 'ladderPreparation', 'ladderDecision', 'ladderInformation',
] as const;
export type AwaitedEvent = (typeof awaitedEvents)[number];

export const directions = ['outgoing', 'incoming'] as const;
export type Direction = (typeof directions)[number];

/** State machines, by the name of their folder in workflows/: the two lifecycles and the tracks beside them. */
export const machines = ['outgoing-deviation', 'incoming-deviation', 'dose-pharmacy', 'effect-review', 'harm-decision', 'register-import', 'dispute', 'archive-export', 'escalation', 'periodic-report'] as const;
export type Machine = (typeof machines)[number];

/** Who brought an incoming deviation in: a principal's administrator (or the principal), a party, the public, or the post. */
export const intakeSources = ['administrator', 'party', 'public', 'paper'] as const;
export type IntakeSource = (typeof intakeSources)[number];

export const causeAreas = [
  'communicationInformation', 'trainingCompetence', 'environmentOrganisation', 'proceduresRoutines', 'technologyEquipment',
] as const;
export type CauseArea = (typeof causeAreas)[number];

/** Whom the care is for; decides the ladder's third level (R6) and what a report routes away (G4). */
export const targetGroups = ['childrenYouth', 'psychiatryAddiction', 'olderPeople', 'other'] as const;
export type TargetGroup = (typeof targetGroups)[number];

export const actionKinds = ['acute', 'systematic'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Parts of the task list of an investigation (L2); a routine names which of them must be filled in before it is done. */
export const investigationParts = ['courseOfEvents', 'causes', 'rootCause', 'wentWell', 'patientViews'] as const;
export type InvestigationPart = (typeof investigationParts)[number];

/** N1: what was not followed. */
export const breachKinds = ['agreement', 'guideline', 'coordinatedPlan'] as const;
export type BreachKind = (typeof breachKinds)[number];

/** How a request leaves (H3), and how a reply that did not come through the link reached us. */
export const dispatchWays = ['link', 'post', 'hand'] as const;
export type DispatchWay = (typeof dispatchWays)[number];

/** `unknown`: the reporter's "vet inte"; it can be added later (L1). */
export const knownAnswers = ['yes', 'no', 'unknown'] as const;
export type KnownAnswer = (typeof knownAnswers)[number];

/** How a reply leaves: through the filer's link, or printed and posted (where there is no mailbox). */
export const dispatches = ['link', 'post'] as const;
export type Dispatch = (typeof dispatches)[number];

/** L3: lex Maria for health care (MAS or MAR), lex Sarah for social care (SAS); never filed by the system. */
export const harmDecisions = ['notified', 'notNotified', 'assessedByCareProvider'] as const;
export type HarmDecision = (typeof harmDecisions)[number];

/** The matrix of harm: consequence mindre, måttlig, betydande, katastrofal; probability very small, small, large, very large. */
export const matrixGrades = [1, 2, 3, 4] as const;
export type MatrixGrade = (typeof matrixGrades)[number];
/** NCC MERP's index of medication errors: A (could cause one) to I (death). */
export const nccMerpIndexes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
export type NccMerpIndex = (typeof nccMerpIndexes)[number];
export const medicationCategories = ['medication', 'doseDispensing'] as const satisfies readonly Category[];

/** L4: what a harmed patient is told. */
export const informationPoints = ['whatHappened', 'apology', 'consequences', 'measures', 'complaintPaths', 'compensation'] as const;
export type InformationPoint = (typeof informationPoints)[number];

/** Who of the public files (G6): the one who was cared for, somebody close, or another. */
export const filerRelations = ['careReceiver', 'relative', 'other'] as const;
export type FilerRelation = (typeof filerRelations)[number];

/** Registers that an administrator keeps; `settings` holds single values such as the call-back number. */
export const registerNames = [
  'organisations', 'units', 'users', 'roles', 'areas', 'agreements', 'suppliers', 'onCallTimes', 'groups', 'mailTexts', 'settings',
] as const;
export type RegisterName = (typeof registerNames)[number];

/** Groups that meet above single cases (R6, G4, N5, V13). */
export const groupKinds = ['incidentCouncil', 'strategyGroup', 'expertCouncil', 'steeringBody', 'deviationGroup', 'analysisGroup', 'collaborationMeeting'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** As what a person stands in a group. Only the convener forwards (R7); a guest is there for a time. */
export const groupStandings = ['convener', 'member', 'guest'] as const;
export type GroupStanding = (typeof groupStandings)[number];

/** Single values of the register `settings`. */
export const settingNames = ['callBackPhone'] as const;
export type SettingName = (typeof settingNames)[number];

/** G7: what a dispute is about. */
export const disputeSubjects = ['responsibility', 'cost'] as const;
export type DisputeSubject = (typeof disputeSubjects)[number];
/** G7: where a dispute can be tried, in order; a routine says which it has, by when and by whom. */
export const disputeStages = ['lineManagers', 'administrationHeads', 'court'] as const;
export type DisputeStage = (typeof disputeStages)[number];
export const disputeOutcomes = ['settled', 'withdrawn', 'courtRuling'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** What a report's execution waits for, and the steps that time takes on a report: one workflow state each. */
export const reportWaits = ['reportDrafting', 'reportSubmission', 'reportFeedback'] as const;
export type ReportWait = (typeof reportWaits)[number];
export const reportSteps = ['draftReport', 'remindOfReport', 'escalateReport', 'remindOfFeedback', 'feedbackOverdue'] as const;
export type ReportStep = (typeof reportSteps)[number];
