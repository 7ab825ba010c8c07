/** The field's closed lists, as pages may name them: the pages see nothing of the domain but this. */
export {
  actionKinds, askKinds, breachKinds, categories, causeAreas, clockSteps, directions, dispatches, disputeOutcomes, disputeStages, disputeSubjects, dispatchWays, filerRelations, harmDecisions, harms, informationPoints, matrixGrades, medicationCategories, nccMerpIndexes, intakeSources, investigationParts, knownAnswers, languages, legalBases,
  groupKinds, groupStandings, mailKinds, onCallFields, partyTypes, registerNames, replyParts, replyReceivers, responsibleRoles, roles, settingNames, statuses, unitBoundRoles,
} from '../domain/vocabulary.ts';
export type {
  ActionKind, AskKind, BreachKind, Category, CauseArea, ClockStep, Direction, Dispatch, DispatchWay, DisputeOutcome, DisputeStage, DisputeSubject, FilerRelation, GroupKind, GroupStanding, Harm, HarmDecision, InformationPoint, IntakeSource, MatrixGrade, NccMerpIndex, InvestigationPart, KnownAnswer, Language, LegalBasis, MailKind, OnCallField, PartyType, RegisterName, ReplyPart, ReplyReceiver, ResponsibleRole, Role, SettingName, Status,
} from '../domain/vocabulary.ts';
export { documentTypes, holdScopes, retentionOutcomes, obstacles, retentionEnds, retentionStarts, runStates } from '../domain/keeping/words.ts';
export type { DocumentType, HoldScope, RetentionOutcome, Obstacle, RetentionEnd, RetentionStart, RunState } from '../domain/keeping/words.ts';
export { targetGroups } from '../domain/vocabulary.ts';
export type { TargetGroup } from '../domain/vocabulary.ts';
export type { CaseEventType } from '../domain/case.ts';
export { incomingBlocks } from '../domain/errors.ts';
export type { RegisterFaultCode } from '../domain/errors.ts';
export type { ClosingBlock, IncomingBlock } from '../domain/errors.ts';
export { textForms } from '../domain/case.ts';
export type { TextForm } from '../domain/case.ts';
export { consentScopes, consentStatuses } from '../domain/consent.ts';
export type { ConsentScope, ConsentStatus } from '../domain/consent.ts';
export { likenessBys, recurrencePeriods } from '../domain/statistics/words.ts';
export { circumstances, longestPeriod, statisticMeasures, statisticViews } from '../domain/statistics/words.ts';
export type { LadderValue } from '../domain/statistics/words.ts';
export type { Circumstance, StatisticMeasure, StatisticViewName } from '../domain/statistics/words.ts';
export { agendaRules, agendaSources, itemOutcomes, meetingStates } from '../domain/meeting/words.ts';
export type { AgendaRule, AgendaSource, ItemOutcome, MeetingEventType, MeetingState } from '../domain/meeting/words.ts';
export { votingRules } from '../domain/deep-analysis/words.ts';
export type { DeepAnalysisState, VotingRule } from '../domain/deep-analysis/words.ts';
export { approvalAnswers, descriptionStates } from '../domain/event-description/words.ts';
export type { ApprovalAnswer, DescriptionState } from '../domain/event-description/words.ts';
export type { DescriptionEventType } from '../domain/event-description/description.ts';
export { climbReasons, escalationStates, forwarders, groupChoices, ladderActions, stationOutcomes } from '../domain/escalation/words.ts';
export type { ClimbReason, EscalationState, Forwarder, GroupChoice, LadderAction, StationOutcome } from '../domain/escalation/words.ts';
export { reportContents, reportIntervals, reportSections } from '../domain/periodic-report/words.ts';
