import type { DeepAnalysisState } from './deep-analysis/words.ts';
import type { MeetingState } from './meeting/words.ts';
import type { ReportStatus } from './periodic-report/words.ts';
import type { InvestigationPart, ReplyPart, Status } from './vocabulary.ts';

/**
 * Everything the product refuses, as classes with a stable `code` (the problem codes of contracts/problem.ts).
 * One exhaustive switch over `KnownError['code']` in functions/http makes the HTTP answer; the class name is the
 * error's `name`, by which a workflow chooses its retry (`Conflict` and `Throttled` are tried again).
 * Messages name rules and identifiers of fields, never what a person wrote.
 */
abstract class Refusal extends Error {
  abstract readonly code: string;
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** What is wrong with a value that has the right shape; `pointer` is a JSON pointer into the request's body. */
export const inputFaults = [
  'external-unit-unknown', 'external-unit-foreign', 'unit-unknown', 'user-unknown', 'counterpart-unknown',
  'category-not-in-routine', 'happened-in-future', 'discovered-before-happened', 'closing-note-missing', 'attachment-type-not-allowed', 'attachments-too-many',
  'legal-basis-missing', 'concerned-unit-missing', 'principal-not-registering', 'party-unknown', 'reason-code-unknown', 'action-date-missing',
  'reference-or-reason', 'reason-missing', 'reference-missing', 'points-missing', 'date-in-future', 'received-before-happened', 'already-there',
  'new-action-missing', 'mailbox-wrong', 'clause-unknown', 'agreement-not-in-force', 'party-not-eligible', 'date-missing', 'date-passed', 'not-medication', 'form-version-unknown', 'consent-scope-missing', 'patient-reference-other', 'finding-unknown',
  'case-unknown', 'period-wrong', 'block-unknown', 'span-wrong', 'ground-unknown', 'ground-missing', 'something-masked', 'nothing-masked',
  'group-unknown', 'level-unknown',
] as const;
export type InputFault = (typeof inputFaults)[number];
/** Several faults at once: the page shows all of them. `code` is the first one's. */
export class InvalidInput extends Refusal {
  readonly code: InputFault;
  readonly faults: readonly { readonly pointer: string; readonly code: InputFault }[];
  constructor(first: { pointer: string; code: InputFault }, ...others: { pointer: string; code: InputFault }[]) {
    super(`Refused: ${first.code} at ${first.pointer}`);
    this.code = first.code;
    this.faults = [first, ...others];
  }
}

/** Why sending is refused (V10, G1, L8, R4); in this order. `consent-missing`: what identifies needs consent in force. */
export const sendingBlocks = ['external-unit-missing', 'mailbox-missing', 'breach-missing', 'text-not-confirmed', 'personal-number-in-text', 'identifying-in-text', 'consent-missing', 'on-call-incomplete'] as const;
export type SendingBlock = (typeof sendingBlocks)[number];
/** Also thrown by confirming a text that still holds what identifies, and by whatever else leaves. */
export class SendingBlocked extends Refusal {
  readonly code: SendingBlock;
  readonly blocks: readonly SendingBlock[];
  constructor(first: SendingBlock, ...others: SendingBlock[]) {
    super(`Sending is blocked: ${[first, ...others].join(', ')}`);
    this.code = first;
    this.blocks = [first, ...others];
  }
}

/** What harm leaves to record before a case of either direction ends; in this order (L3, L4). */
export const harmBlocks = ['harm-review-missing', 'harm-decision-missing', 'patient-information-missing'] as const;
export type HarmBlock = (typeof harmBlocks)[number];

/** Why an outgoing case cannot be closed; in this order. */
export const closingBlocks = [...harmBlocks] as const;
export type ClosingBlock = (typeof closingBlocks)[number];
export class ClosingBlocked extends Refusal {
  readonly code: ClosingBlock;
  readonly blocks: readonly ClosingBlock[];
  constructor(first: ClosingBlock, ...others: ClosingBlock[]) {
    super(`Closing is blocked: ${[first, ...others].join(', ')}`);
    this.code = first;
    this.blocks = [first, ...others];
  }
}

/**
 * Why the reply to an incoming report cannot be sent, which would close the case; in this order. `mailbox-missing` only
 * where the reply is to go by link (V8, V12, L3, L4, L8).
 */
export const incomingBlocks = [
  'investigation-not-done', 'text-not-confirmed', 'personal-number-in-text', 'identifying-in-text', 'consent-missing', 'mailbox-missing', 'pharmacy-not-notified', ...harmBlocks, 'breach-missing',
] as const;
export type IncomingBlock = (typeof incomingBlocks)[number];
export class ReplyBlocked extends Refusal {
  readonly code: IncomingBlock;
  readonly blocks: readonly IncomingBlock[];
  constructor(first: IncomingBlock, ...others: IncomingBlock[]) {
    super(`The reply is blocked: ${[first, ...others].join(', ')}`);
    this.code = first;
    this.blocks = [first, ...others];
  }
}
/** Required parts of the investigation that are empty, in the routine's order (L2). */
export class InvestigationIncomplete extends Refusal {
  readonly code = 'investigation-incomplete';
  readonly missing: readonly InvestigationPart[];
  constructor(missing: readonly InvestigationPart[]) {
    super(`Missing parts: ${missing.join(', ')}`);
    this.missing = missing;
  }
}

/** What is wrong with a row of a register; the pages of administration have the words. */
export const registerFaultCodes = [
  'organisation-unknown', 'organisation-ended', 'organisation-ours', 'unit-unknown', 'unit-ended', 'unit-not-ours', 'user-unknown', 'user-ended', 'area-unknown', 'area-ended', 'area-in-use',
  'row-exists', 'key-changed', 'cannot-end', 'ends-before-it-begins', 'substitute-is-holder', 'substitute-missing', 'substitute-without-dates', 'substitute-outside-role',
  'principals-missing', 'principals-of-administrator-only', 'principal-not-responsible', 'days-missing', 'named-twice', 'units-left', 'users-left', 'roles-left', 'convener-of-group',
  'last-own-organisation', 'last-system-administrator', 'agreement-published', 'agreement-version-wrong', 'agreement-overlaps', 'agreement-of-other-kind',
  'mail-text-refused', 'role-overlaps', 'phone-wrong',
] as const;
export type RegisterFaultCode = (typeof registerFaultCodes)[number];
/** `pointer`: below the value of the row. */
export interface RegisterFault {
  readonly pointer: string;
  readonly code: RegisterFaultCode;
}
export class RegisterRefused extends Refusal {
  readonly code = 'register-refused';
  readonly faults: readonly RegisterFault[];
  constructor(faults: readonly RegisterFault[]) {
    super(`Refused: ${faults.map(({ pointer, code }) => `${code} at ${pointer}`).join(', ')}`);
    this.faults = faults;
  }
}

/** The token is valid, but its `sub` is no user of the register. */
export class UnknownUser extends Refusal {
  readonly code = 'unknown-user';
  constructor() {
    super('The signed-in identity is not a user of the register');
  }
}
/** `reason` is a stable word of access.ts, for the log; the answer does not carry it. */
export class NotAllowed extends Refusal {
  readonly code = 'not-allowed';
  readonly reason: string;
  constructor(reason: string) {
    super(`Not allowed: ${reason}`);
    this.reason = reason;
  }
}
/** R7: what only a group's convener does. */
export class ConvenerOnly extends Refusal {
  readonly code = 'convener-only';
  constructor() {
    super('Only the convener of the group may do this');
  }
}
/** Why a case cannot go on at its level of the ladder. */
export const ladderBlocks = ['not-at-this-level', 'group-missing', 'basis-missing'] as const;
export type LadderBlock = (typeof ladderBlocks)[number];
export class LadderBlocked extends Refusal {
  readonly code: LadderBlock;
  constructor(code: LadderBlock) {
    super(`The ladder is blocked: ${code}`);
    this.code = code;
  }
}
/** A signed-off spot check stays as it is. */
export class SpotCheckSignedOff extends Refusal {
  readonly code = 'spot-check-signed-off';
  constructor() {
    super('The spot check has been signed off');
  }
}
/** A spot check is signed off when every access of it has been judged. */
export class JudgementsMissing extends Refusal {
  readonly code = 'judgements-missing';
  readonly missing: number;
  constructor(missing: number) {
    super(`${missing} accesses have not been judged`);
    this.missing = missing;
  }
}
export class AccessUnknown extends Refusal {
  readonly code = 'access-unknown';
  constructor() {
    super('There is no such access in the spot check');
  }
}
/** The user has no need to know the case; where the routine says so, it may open it by stating a reason (L5). */
export class NeedNotStated extends Refusal {
  readonly code = 'need-not-stated';
  constructor() {
    super('There is no need to know this case; a reason must be stated');
  }
}
/** L9: a report of what will go is changed and signed only while it waits for a signature; a signature is withdrawn before it is carried out. */
export class RunNotAwaiting extends Refusal {
  readonly code = 'retention-not-awaiting';
  constructor() {
    super('The report does not wait for this');
  }
}
/** What does not go needs no exemption; what is not exempted cannot be let go. */
export class ExemptionRefused extends Refusal {
  readonly code = 'exemption-refused';
  constructor() {
    super('The entry of the report is not in that state');
  }
}
/** L9b: a hold that was released stays so; a new one is placed. */
export class HoldReleased extends Refusal {
  readonly code = 'hold-released';
  constructor() {
    super('The hold has been released');
  }
}
export class NotFound extends Refusal {
  readonly code = 'not-found';
  constructor(what: 'case' | 'draft' | 'ask' | 'patient-reference' | 'execution' | 'unit' | 'routine' | 'attachment' | 'action' | 'paper-form' | 'register-row' | 'spot-check' | 'consent' | 'import' | 'event-description' | 'retention-run' | 'legal-hold' | 'group' | 'meeting' | 'agenda-item' | 'deep-analysis' | 'archive' | 'release' | 'release' | 'report') {
    super(`There is no such ${what}`);
  }
}
/** Of a meeting or a deep analysis. */
export type StatusOfMeeting = MeetingState | DeepAnalysisState | 'held' | 'not-held';
/** The command exists, but not in this status. */
export class WrongStatus extends Refusal {
  readonly code = 'wrong-status';
  readonly status: Status | StatusOfMeeting | ReportStatus;
  constructor(command: string, status: Status | StatusOfMeeting | ReportStatus) {
    super(`${command} is not possible in status ${status}`);
    this.status = status;
  }
}
/** Someone else changed the case since this person read it. */
export class StaleVersion extends Refusal {
  readonly code = 'stale-version';
  readonly currentVersion: number;
  constructor(currentVersion: number) {
    super(`The case is at version ${currentVersion}`);
    this.currentVersion = currentVersion;
  }
}
/** Same key, other body. */
export class IdempotencyKeyReused extends Refusal {
  readonly code = 'idempotency-key-reused';
  constructor() {
    super('The idempotency key was used for another request');
  }
}
export class CursorInvalid extends Refusal {
  readonly code = 'cursor-invalid';
  constructor() {
    super('The cursor does not belong to this list');
  }
}

/** The lifecycle cannot be mended this way; the code says why. */
export class MendingRefused extends Refusal {
  readonly code: 'execution-running' | 'execution-not-running' | 'execution-done' | 'execution-superseded' | 'case-ended' | 'redrive-too-late';
  constructor(code: MendingRefused['code']) {
    super(`Refused: ${code}`);
    this.code = code;
  }
}

/** A required part of the reply is empty (H7); the parts missing, in the routine's order. */
export class ReplyIncomplete extends Refusal {
  readonly code = 'reply-incomplete';
  readonly missing: readonly ReplyPart[];
  constructor(missing: readonly ReplyPart[]) {
    super(`Missing parts: ${missing.join(', ')}`);
    this.missing = missing;
  }
}
/** The package is not finished, or its days are over. */
export class ArchiveNotReady extends Refusal {
  readonly code = 'archive-not-ready';
  constructor() {
    super('The package cannot be fetched');
  }
}
/** What was decided on a request for public records stands. */
export class ReleaseDecided extends Refusal {
  readonly code = 'release-decided';
  constructor() {
    super('The release has been decided');
  }
}
export class ReleaseNotDecided extends Refusal {
  readonly code = 'release-not-decided';
  constructor() {
    super('The release has not been decided');
  }
}
/** The file is not scanned yet, or will never be given out. */
export class AttachmentNotReleased extends Refusal {
  readonly code = 'attachment-not-released';
  constructor() {
    super('The file is not released');
  }
}
export class AskDecided extends Refusal {
  readonly code = 'ask-decided';
  constructor() {
    super('This has been decided already');
  }
}
/** The routine has faults; each with its place and a code of routine/fault-texts.ts. */
export class RoutineFaulty extends Refusal {
  readonly code = 'invalid-body';
  readonly faults: readonly { readonly pointer: string; readonly code: string }[];
  constructor(faults: readonly { readonly pointer: string; readonly code: string; readonly severity: string }[]) {
    const found = faults.filter(({ severity }) => severity === 'fault');
    super(`The routine has ${found.length} faults`);
    this.faults = found.map(({ pointer, code }) => ({ pointer, code }));
  }
}
/** Only what has not come into force can be taken back. */
export class RoutineInForce extends Refusal {
  readonly code = 'routine-in-force';
  constructor() {
    super('The version has come into force, or is withdrawn already');
  }
}
/** The same kind of ask waits for a decision already. */
export class AskOpen extends Refusal {
  readonly code = 'ask-open';
  constructor() {
    super('The same has been asked and waits for a decision');
  }
}
/** `atMostDays`: what is left of the routine's range. */
export class MoreTimeOutOfRange extends Refusal {
  readonly code = 'more-time-out-of-range';
  readonly atMostDays: number;
  constructor(atMostDays: number) {
    super(`At most ${atMostDays} more days`);
    this.atMostDays = atMostDays;
  }
}

/** One answer for wrong, expired, revoked and unknown links (ux.md, the link). */
export class LinkNotValid extends Refusal {
  readonly code = 'link-not-valid';
  constructor() {
    super('The link is not valid');
  }
}
export class CodeWrong extends Refusal {
  readonly code = 'code-wrong';
  readonly triesLeft: number;
  constructor(triesLeft: number) {
    super('The code is not right');
    this.triesLeft = triesLeft;
  }
}
export class CodeExhausted extends Refusal {
  readonly code = 'code-exhausted';
  constructor() {
    super('The code has been tried too often');
  }
}
export class CodeTooSoon extends Refusal {
  readonly code = 'code-too-soon';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('A code was sent a moment ago');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
export class SessionExpired extends Refusal {
  readonly code = 'session-expired';
  constructor() {
    super('The reply session has ended');
  }
}
export class RateLimited extends Refusal {
  readonly code = 'rate-limited';
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('Too many requests');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The store was written by someone else in the same moment; trying again may succeed. */
export class Conflict extends Refusal {
  readonly code = 'conflict';
  constructor(message = 'The case was written by someone else in the same moment') {
    super(message);
  }
}
/** The store or a service asks to slow down. */
export class Throttled extends Refusal {
  readonly code = 'unavailable';
  constructor(message = 'A service asks to slow down') {
    super(message);
  }
}

export type KnownError =
  | InvalidInput | SendingBlocked | UnknownUser | NotAllowed | NeedNotStated | ConvenerOnly | LadderBlocked | RunNotAwaiting | ExemptionRefused | HoldReleased | SpotCheckSignedOff | JudgementsMissing | AccessUnknown | NotFound | WrongStatus | StaleVersion | IdempotencyKeyReused
  | CursorInvalid | ReplyBlocked | ClosingBlocked | InvestigationIncomplete | AttachmentNotReleased | ReplyIncomplete | AskDecided | AskOpen | MoreTimeOutOfRange | LinkNotValid | CodeWrong | CodeExhausted
  | RoutineFaulty | RoutineInForce
  | RegisterRefused | MendingRefused | CodeTooSoon | SessionExpired | RateLimited | Conflict | Throttled;
export const isKnownError = (error: unknown): error is KnownError => error instanceof Refusal;
