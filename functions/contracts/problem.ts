import * as z from 'zod/mini';

/** Stable codes of problem+json (RFC 9457); `type` is `urn:brygga:problem:{code}`. Pages map them to Swedish and English. */
export const problemCodes = [
  'invalid-body', 'invalid-query', 'body-too-large', 'not-json', 'idempotency-key-missing', 'idempotency-key-reused',
  'not-signed-in', 'unknown-user', 'not-allowed', 'need-not-stated', 'spot-check-signed-off', 'judgements-missing', 'access-unknown', 'retention-not-awaiting', 'exemption-refused', 'hold-released', 'not-found', 'origin-refused',
  'stale-version', 'wrong-status', 'external-unit-missing', 'external-unit-unknown', 'external-unit-foreign', 'mailbox-missing',
  'text-not-confirmed', 'personal-number-in-text', 'identifying-in-text', 'consent-missing', 'consent-scope-missing', 'patient-reference-other', 'finding-unknown', 'unit-unknown', 'user-unknown', 'counterpart-unknown', 'category-not-in-routine',
  'happened-in-future', 'discovered-before-happened', 'closing-note-missing', 'attachment-type-not-allowed', 'attachments-too-many', 'attachment-not-released', 'reply-incomplete', 'ask-decided', 'ask-open', 'more-time-out-of-range',
  'legal-basis-missing', 'concerned-unit-missing', 'principal-not-registering', 'party-unknown', 'reason-code-unknown', 'action-date-missing',
  'reference-or-reason', 'reason-missing', 'reference-missing', 'points-missing', 'date-in-future', 'received-before-happened', 'already-there',
  'new-action-missing', 'mailbox-wrong', 'on-call-incomplete', 'form-version-unknown', 'investigation-not-done', 'pharmacy-not-notified', 'harm-decision-missing', 'harm-review-missing', 'date-missing', 'date-passed', 'not-medication', 'patient-information-missing',
  'investigation-incomplete', 'register-refused',
  'breach-missing', 'clause-unknown', 'agreement-not-in-force', 'party-not-eligible',
  'link-not-valid', 'code-wrong', 'code-exhausted', 'code-too-soon', 'session-expired', 'rate-limited',
  'execution-running', 'execution-not-running', 'execution-done', 'execution-superseded', 'case-ended', 'redrive-too-late',
  'routine-in-force',
  'case-unknown', 'period-wrong', 'block-unknown', 'span-wrong', 'ground-unknown', 'ground-missing', 'something-masked', 'nothing-masked', 'archive-not-ready', 'release-decided', 'release-not-decided',
  'convener-only', 'not-at-this-level', 'group-missing', 'basis-missing', 'group-unknown', 'level-unknown',
  'conflict', 'cursor-invalid', 'unavailable', 'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problem = z.object({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  /** Correlation id: names the request in the logs. */
  instance: z.string(),
  /** Where the fault lies: JSON pointers into the body, with a code the page translates. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
  /** Seconds until it makes sense to try again. */
  retryAfter: z.optional(z.number()),
  /** On `stale-version` and `conflict`: the version to read again. */
  currentVersion: z.optional(z.number()),
});
export type Problem = z.infer<typeof problem>;
