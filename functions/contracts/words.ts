/** The field's closed lists, as pages may name them: the pages see nothing of the domain but this. */
export {
  actionKinds, askKinds, breachKinds, categories, causeAreas, clockSteps, directions, dispatches, filerRelations, harmDecisions, harms, informationPoints, intakeSources, investigationParts, languages, legalBases,
  groupKinds, onCallFields, partyTypes, registerNames, replyParts, replyReceivers, responsibleRoles, roles, settingNames, statuses,
} from '../domain/vocabulary.ts';
export type {
  ActionKind, AskKind, BreachKind, Category, CauseArea, ClockStep, Direction, Dispatch, FilerRelation, GroupKind, Harm, HarmDecision, InformationPoint, IntakeSource, InvestigationPart, Language, LegalBasis, MailKind, OnCallField, PartyType, RegisterName, ReplyPart, ReplyReceiver, ResponsibleRole, Role, SettingName, Status,
} from '../domain/vocabulary.ts';
export type { CaseEventType } from '../domain/case.ts';
export { incomingBlocks } from '../domain/errors.ts';
export type { IncomingBlock } from '../domain/errors.ts';
