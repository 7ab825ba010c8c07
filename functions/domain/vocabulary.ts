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

/** The functions that own, lead, send and close a case; an administrator acts on behalf of one of them. */
export const responsibleRoles = ['mas', 'mar', 'sas', 'investigator'] as const satisfies readonly Role[];
export type ResponsibleRole = (typeof responsibleRoles)[number];

/** The main line of a case. `overdue` and `stopped` are flags beside it, never a status. */
export const statuses = [
  'draft', 'received', 'registered', 'needsInfo', 'sent', 'acknowledged', 'investigating',
  'investigationDone', 'answered', 'replyReturned', 'handedOver', 'rejected', 'withdrawn', 'closed', 'reopened',
] as const;
export type Status = (typeof statuses)[number];

export const partyTypes = [
  'municipality', 'region', 'pharmacy', 'transportService', 'contractorWithAgreement',
  'contractorWithoutAgreement', 'other',
] as const;
export type PartyType = (typeof partyTypes)[number];

/** The four parts an external investigation must hold (H7); a routine names which of them are required. */
export const replyParts = ['deviationReceived', 'investigation', 'acuteActions', 'systematicActions'] as const;
export type ReplyPart = (typeof replyParts)[number];

export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];
export type LocalisedText = Readonly<Record<Language, string>>;

/** Mails of an outgoing case (domain.md section 5). */
export const mailKinds = [
  'receipt', 'assigned', 'request', 'code', 'acknowledged', 'notAcknowledged', 'reminder', 'escalation',
  'asked', 'decided', 'answered', 'returned', 'informationRequested', 'informationProvided', 'shared', 'closed',
  'withdrawn', 'reopened', 'handlingOverdue', 'bounced', 'stopped',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What the external unit may ask MAS for through the link; each takes effect when decided. */
export const askKinds = ['handOver', 'wrongRecipient', 'moreTime'] as const;
export type AskKind = (typeof askKinds)[number];

/** The steps that time takes on a case, one workflow state each. */
export const clockSteps = [
  'handlingOverdue', 'notAcknowledged', 'remindBefore', 'remindDue', 'remindAfter', 'escalate', 'expireLink',
] as const;
export type ClockStep = (typeof clockSteps)[number];

/** What an execution waits for: one workflow state each. */
export const awaitedEvents = ['sending', 'acknowledgement', 'reply', 'closing'] as const;
export type AwaitedEvent = (typeof awaitedEvents)[number];
