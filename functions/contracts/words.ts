/** The field's closed lists, as pages may name them: the pages see nothing of the domain but this. */
export { askKinds, categories, clockSteps, harms, languages, legalBases, replyParts, responsibleRoles, roles, statuses } from '../domain/vocabulary.ts';
export type { AskKind, Category, ClockStep, Harm, Language, LegalBasis, ReplyPart, ResponsibleRole, Role, Status } from '../domain/vocabulary.ts';
export type { CaseEventType } from '../domain/case.ts';
