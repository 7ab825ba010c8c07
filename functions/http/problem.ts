import type { Problem, ProblemCode } from '../contracts/problem.ts';
import {
  ClosingBlocked, CodeTooSoon, InvalidInput, InvestigationIncomplete, isKnownError, MoreTimeOutOfRange, RateLimited, RegisterRefused, ReplyBlocked, ReplyIncomplete, RoutineFaulty, SendingBlocked, StaleVersion, type KnownError,
} from '../domain/errors.ts';
import { RequestRefused } from './refusal.ts';

/** Status and English title of every code; the pages translate by code. A code without a row does not compile. */
const problems: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'invalid-body': [400, 'The body does not have the right shape'],
  'invalid-query': [400, 'The query does not have the right shape'],
  'body-too-large': [413, 'The body is too large'],
  'not-json': [400, 'The body is not JSON'],
  'idempotency-key-missing': [400, 'The Idempotency-Key header must be a UUID'],
  'idempotency-key-reused': [422, 'The idempotency key was used for another request'],
  'not-signed-in': [401, 'Sign in first'],
  'unknown-user': [403, 'The signed-in identity is not a user here'],
  'not-allowed': [403, 'This is not allowed for this user'],
  'need-not-stated': [403, 'This case is opened by stating a reason'],
  'spot-check-signed-off': [409, 'The spot check has been signed off'],
  'judgements-missing': [409, 'An access has not been judged'],
  'access-unknown': [422, 'There is no such access in the spot check'],
  'retention-not-awaiting': [409, 'The report does not wait for this'],
  'exemption-refused': [409, 'The entry of the report is not in that state'],
  'hold-released': [409, 'The hold has been released'],
  'not-found': [404, 'There is no such thing'],
  'origin-refused': [403, 'The request did not come the right way'],
  'stale-version': [409, 'The case has changed since it was read'],
  'wrong-status': [409, 'This is not possible in the status of the case'],
  'external-unit-missing': [409, 'The external unit is not set'],
  'external-unit-unknown': [422, 'The external unit is not in the register'],
  'external-unit-foreign': [422, 'The external unit belongs to another organisation'],
  'mailbox-missing': [409, 'The external unit has no mailbox'],
  'text-not-confirmed': [409, 'The text that leaves is not confirmed'],
  'personal-number-in-text': [409, 'The text holds a personal number'],
  'identifying-in-text': [409, 'The text may tell whom it is about'],
  'consent-missing': [409, 'There is no consent in force for this recipient'],
  'consent-scope-missing': [422, 'A consent that was given covers something'],
  'patient-reference-other': [422, 'The case has another patient reference'],
  'finding-unknown': [422, 'The number is not in the text'],
  'unit-unknown': [422, 'The unit is not in the register'],
  'user-unknown': [422, 'The user is not in the register'],
  'counterpart-unknown': [422, 'The counterpart is not in the register'],
  'category-not-in-routine': [422, 'The category is not in the routine'],
  'happened-in-future': [422, 'It cannot have happened in the future'],
  'discovered-before-happened': [422, 'It cannot have been discovered before it happened'],
  'attachment-type-not-allowed': [422, 'Files of this kind are not taken'],
  'attachments-too-many': [422, 'The case holds as many files as it can'],
  'attachment-not-released': [409, 'The file is not released'],
  'closing-note-missing': [422, 'A case without a reply closes with a note that says why'],
  'reply-incomplete': [422, 'A required part of the reply is missing'],
  'ask-decided': [409, 'This has been decided already'],
  'ask-open': [409, 'The same has been asked and waits for a decision'],
  'more-time-out-of-range': [422, 'So much time cannot be given'],
  'legal-basis-missing': [422, 'The legal basis must be set at registration'],
  'concerned-unit-missing': [422, 'A unit that the report concerns must be named'],
  'principal-not-registering': [422, 'This role does not register such a report, or the user does not act for it'],
  'party-unknown': [422, 'The party is not in the register, or is our own'],
  'reason-code-unknown': [422, 'The reason is not in the list of the routine'],
  'action-date-missing': [422, 'An action that is not done needs a date'],
  'reference-or-reason': [422, 'Give the reference, or the reason why there is none'],
  'reason-missing': [422, 'A reason is needed'],
  'reference-missing': [422, 'The reference is needed'],
  'points-missing': [422, 'A point of the information is missing'],
  'date-in-future': [422, 'The date cannot be in the future'],
  'received-before-happened': [422, 'It cannot have been received before it was discovered'],
  'already-there': [422, 'It is so already'],
  'new-action-missing': [422, 'Without the wanted result a new action is needed'],
  'mailbox-wrong': [422, 'The unit is written to at its registered mailbox'],
  'on-call-incomplete': [409, 'What was done on call is not complete'],
  'form-version-unknown': [422, 'There is no paper form of this version'],
  'investigation-not-done': [409, 'The investigation is not done'],
  'pharmacy-not-notified': [409, 'The dose pharmacy has not been notified'],
  'harm-review-missing': [409, 'The assessment of harm has not been reviewed by another person'],
  'date-missing': [422, 'A date is needed'],
  'date-passed': [422, 'The date has passed'],
  'not-medication': [422, 'This index is for medication alone'],
  'harm-decision-missing': [409, 'The decision on serious harm is not recorded'],
  'patient-information-missing': [409, 'What the patient was told is not recorded'],
  'investigation-incomplete': [409, 'A required part of the investigation is missing'],
  'breach-missing': [409, 'The clause that was not followed is not named'],
  'clause-unknown': [422, 'There is no such clause in that version'],
  'agreement-not-in-force': [422, 'The agreement did not bind this party when it happened'],
  'party-not-eligible': [422, 'The routine does not cover this party'],
  'register-refused': [422, 'The row cannot stand in the register'],
  'link-not-valid': [404, 'The link is not valid'],
  'code-wrong': [422, 'The code is not right'],
  'code-exhausted': [403, 'The code has been tried too often'],
  'code-too-soon': [429, 'A code was sent a moment ago'],
  'session-expired': [401, 'The reply session has ended'],
  'rate-limited': [429, 'Too many requests'],
  'execution-running': [409, 'The execution is running'],
  'execution-not-running': [409, 'The execution is not running'],
  'execution-done': [409, 'The execution came to its end'],
  'execution-superseded': [409, 'A later generation has taken over'],
  'case-ended': [409, 'The case has ended'],
  'redrive-too-late': [409, 'The execution ended more than 14 days ago; restart it instead'],
  'routine-in-force': [409, 'Only a version that has not come into force can be withdrawn'],
  'case-unknown': [422, 'There is no such case of yours'],
  'period-wrong': [422, 'The period ends before it begins'],
  'block-unknown': [422, 'There is no such part of the copy'],
  'span-wrong': [422, 'The span is outside the text, or overlaps another'],
  'ground-unknown': [422, 'The routine names no such law'],
  'ground-missing': [422, 'A legal ground is missing'],
  'something-masked': [422, 'Something is masked: it is not released as a whole'],
  'nothing-masked': [422, 'Nothing is masked'],
  'archive-not-ready': [409, 'The package is not finished, or its days are over'],
  'release-decided': [409, 'The release has been decided'],
  'release-not-decided': [409, 'The release has not been decided'],
  'convener-only': [403, 'Only the convener of the group may do this'],
  'not-at-this-level': [409, 'This is not possible at the level where the case is'],
  'group-missing': [409, 'There is no group in the register for the next level'],
  'basis-missing': [409, 'The basis of the decision is not written'],
  'group-unknown': [422, 'The group does not belong to the next level'],
  'level-unknown': [422, 'The case has not been at this level'],
  conflict: [409, 'The case was written by someone else in the same moment'],
  'cursor-invalid': [400, 'The cursor does not belong to this list'],
  unavailable: [503, 'Try again in a moment'],
  internal: [500, 'Something went wrong here'],
};

export const problemStatus = (code: ProblemCode): number => problems[code][0];

/**
 * RFC 9457 for anything thrown. Known refusals keep their code; everything else is `internal` and says nothing.
 * `instance` is the correlation id, which names the request in the logs.
 */
export function toProblem(error: unknown, correlationId: string): Problem {
  const code = codeOf(error);
  const [status, title] = problems[code];
  return { type: `urn:brygga:problem:${code}`, code, title, status, instance: correlationId, ...(isKnownError(error) ? membersOf(error) : {}), ...(error instanceof RequestRefused && error.faults.length > 0 ? { errors: [...error.faults] } : {}) };
}

/** Assigning `error.code` is the exhaustive part: an error of the domain without a problem code does not compile. */
function codeOf(error: unknown): ProblemCode {
  if (isKnownError(error)) return error.code;
  if (error instanceof RequestRefused) return error.code;
  return 'internal';
}

function membersOf(error: KnownError): Partial<Problem> {
  if (error instanceof InvalidInput) return { errors: error.faults.map(({ pointer, code }) => ({ pointer, code })) };
  if (error instanceof RoutineFaulty) return { errors: error.faults.slice(0, 50).map(({ pointer, code }) => ({ pointer: `/document${pointer}`, code })) };
  if (error instanceof RegisterRefused) return { errors: error.faults.map(({ pointer, code }) => ({ pointer: `/entry/value${pointer}`, code })) };
  if (error instanceof SendingBlocked) return { errors: error.blocks.map((code) => ({ pointer: '', code })) };
  if (error instanceof ReplyBlocked || error instanceof ClosingBlocked) return { errors: error.blocks.map((code) => ({ pointer: '', code })) };
  if (error instanceof InvestigationIncomplete) return { errors: error.missing.map((part) => ({ pointer: `/${part}`, code: 'required' })) };
  if (error instanceof ReplyIncomplete) return { errors: error.missing.map((part) => ({ pointer: `/parts/${part}`, code: 'required' })) };
  if (error instanceof MoreTimeOutOfRange) return { errors: [{ pointer: '/days', code: `at-most-${error.atMostDays}` }] };
  if (error instanceof StaleVersion) return { currentVersion: error.currentVersion };
  if (error instanceof CodeTooSoon || error instanceof RateLimited) return { retryAfter: error.retryAfterSeconds };
  switch (error.code) {
    case 'code-wrong': return { errors: [{ pointer: '/code', code: `tries-left-${error.triesLeft}` }] };
    case 'unavailable': return { retryAfter: 1 };
    default: return {};
  }
}
