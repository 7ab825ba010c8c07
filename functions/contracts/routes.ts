/**
 * How every HTTP operation is called, as plain data: the pages carry this table and none of the shapes.
 * `operations.ts` adds the shapes; the id is the verb-noun that names entry file, use case and construct.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/${string}`;
  /** `staff`: JWT. `link`: the cookie of a reply session. `none`: open (rate-limited where it acts). */
  readonly auth: 'staff' | 'link' | 'none';
  /** A command changes something and needs an `Idempotency-Key` header (UUID). */
  readonly command: boolean;
  readonly status: 200 | 201 | 202 | 204;
}

const read = <Path extends Route['path']>(path: Path) => ({ method: 'GET', path, auth: 'staff', command: false, status: 200 }) as const;
const onCase = <Name extends string>(name: Name) =>
  ({ method: 'POST', path: `/api/cases/{caseId}/${name}`, auth: 'staff', command: true, status: 200 }) as const;

export const routes = {
  'read-configuration': { ...read('/api/configuration'), auth: 'none' },
  'read-openapi': { ...read('/api/openapi.json'), auth: 'none' },
  'read-profile': read('/api/me'),
  'set-language': { method: 'PUT', path: '/api/me/language', auth: 'staff', command: true, status: 200 },
  'read-registers': read('/api/registers'),

  'read-on-call': read('/api/on-call'),
  'read-statistics': read('/api/statistics'),
  'classify-case': { ...onCase('classification'), path: '/api/statistics/cases/{caseId}/classification' },
  'list-disputes': read('/api/disputes'),
  'read-dispute': read('/api/disputes/{caseId}'),
  'open-dispute': { method: 'POST', path: '/api/disputes/{caseId}', auth: 'staff', command: true, status: 200 },
  'change-dispute': { method: 'POST', path: '/api/disputes/{caseId}/changes', auth: 'staff', command: true, status: 200 },
  'list-meetings': read('/api/meetings'),
  'plan-meeting': { method: 'POST', path: '/api/meetings', auth: 'staff', command: true, status: 201 },
  'read-meeting': read('/api/meetings/{meetingId}'),
  'change-meeting': { method: 'POST', path: '/api/meetings/{meetingId}/changes', auth: 'staff', command: true, status: 200 },
  'record-meeting-outcome': { method: 'POST', path: '/api/meetings/{meetingId}/outcomes', auth: 'staff', command: true, status: 200 },
  'list-deep-analyses': read('/api/deep-analyses'),
  'propose-deep-analysis': { method: 'POST', path: '/api/deep-analyses', auth: 'staff', command: true, status: 201 },
  'change-deep-analysis': { method: 'POST', path: '/api/deep-analyses/{analysisId}/changes', auth: 'staff', command: true, status: 200 },
  'read-paper-form': { ...read('/api/paper-form'), auth: 'none' },

  'list-drafts': read('/api/drafts'),
  'save-draft': { method: 'PUT', path: '/api/drafts/{draftId}', auth: 'staff', command: false, status: 200 },
  'discard-draft': { method: 'DELETE', path: '/api/drafts/{draftId}', auth: 'staff', command: false, status: 204 },

  'submit-deviation': { method: 'POST', path: '/api/cases', auth: 'staff', command: true, status: 201 },
  'list-cases': read('/api/cases'),
  'read-case': read('/api/cases/{caseId}'),
  'read-patient-reference': { ...onCase('patient-reference'), command: false },
  'assign-case': onCase('assignment'),
  'set-external-unit': onCase('external-unit'),
  'set-breach': onCase('breach'),
  'edit-outgoing-text': onCase('outgoing-text'),
  'confirm-outgoing-text': onCase('outgoing-text-confirmation'),
  'request-information': onCase('information-request'),
  'provide-information': onCase('information'),
  'send-case': onCase('sending'),
  'renew-link': onCase('link'),
  'record-identity-call': onCase('identity-calls'),
  'add-note': onCase('notes'),
  'note-in-record': onCase('record-note'),
  'complete-on-call': onCase('on-call'),
  'set-not-ours': onCase('other-responsibility'),
  'record-dispatch': onCase('dispatches'),
  'register-reply': onCase('replies'),
  'return-reply': onCase('reply-return'),
  'decide-ask': onCase('decisions'),
  'share-reply': onCase('sharing'),
  'close-case': onCase('closing'),
  'reopen-case': onCase('reopening'),
  'withdraw-case': onCase('withdrawal'),
  'restart-lifecycle': onCase('lifecycle'),

  'list-attachments': read('/api/cases/{caseId}/attachments'),
  'add-attachment': { method: 'PUT', path: '/api/cases/{caseId}/attachments/{attachmentId}', auth: 'staff', command: false, status: 200 },
  'download-attachment': { method: 'POST', path: '/api/cases/{caseId}/attachments/{attachmentId}/download', auth: 'staff', command: false, status: 200 },
  'list-reply-attachments': { method: 'GET', path: '/api/reply/attachments', auth: 'link', command: false, status: 200 },
  'add-reply-attachment': { method: 'PUT', path: '/api/reply/attachments/{attachmentId}', auth: 'link', command: false, status: 200 },
  'download-reply-attachment': { method: 'POST', path: '/api/reply/attachments/{attachmentId}/download', auth: 'link', command: false, status: 200 },

  'register-deviation': { method: 'POST', path: '/api/incoming', auth: 'staff', command: true, status: 201 },
  'list-actions': read('/api/actions'),
  'accept-deviation': onCase('registration'),
  'set-concerned-units': onCase('concerned-units'),
  'add-investigators': onCase('investigators'),
  'save-investigation': onCase('investigation'),
  'add-action': onCase('actions'),
  'change-action': onCase('action-changes'),
  'complete-action': onCase('action-completions'),
  'report-investigation-done': onCase('investigation-done'),
  'return-investigation': onCase('investigation-return'),
  'send-incoming-reply': onCase('reply-sending'),
  'reject-case': onCase('rejection'),
  'redirect-case': onCase('redirection'),
  'record-pharmacy-notification': onCase('pharmacy-notification'),
  'record-effect-review': onCase('effect-reviews'),
  'record-harm-decision': onCase('harm-decision'),
  'record-patient-information': onCase('patient-information'),
  'assess-harm': onCase('harm-assessment'),
  'review-harm': onCase('harm-review'),
  'record-staff-support': onCase('staff-support'),
  'record-feedback': onCase('feedback'),

  'open-with-reason': { method: 'POST', path: '/api/case-openings', auth: 'staff', command: true, status: 200 },

  'list-access': read('/api/administration/access-log'),
  'extract-patient-access': { method: 'POST', path: '/api/administration/patient-access', auth: 'staff', command: false, status: 200 },

  'list-spot-checks': read('/api/administration/spot-checks'),
  'read-spot-check': read('/api/administration/spot-checks/{spotCheckId}'),
  'judge-access': { method: 'POST', path: '/api/administration/spot-checks/{spotCheckId}/judgements', auth: 'staff', command: true, status: 200 },
  'sign-off-spot-check': { method: 'POST', path: '/api/administration/spot-checks/{spotCheckId}/sign-off', auth: 'staff', command: true, status: 200 },
  'record-consent': onCase('consents'),
  'withdraw-consent': onCase('consent-withdrawals'),
  'set-patient-reference': onCase('patient-reference-changes'),
  'move-to-patient-reference': onCase('patient-reference-moves'),

  'list-executions': read('/api/executions'),
  'read-execution': read('/api/executions/{executionId}'),
  'read-execution-history': read('/api/executions/{executionId}/history'),
  'redrive-execution': { method: 'POST', path: '/api/executions/{executionId}/redrive', auth: 'staff', command: true, status: 200 },
  'stop-execution': { method: 'POST', path: '/api/executions/{executionId}/stop', auth: 'staff', command: true, status: 200 },
  'read-health': read('/api/health'),

  // What is looked for may be a name: not in a URL.
  'list-register': { method: 'POST', path: '/api/administration/register-searches', auth: 'staff', command: false, status: 200 },
  'read-register-row': { method: 'POST', path: '/api/administration/register-row-readings', auth: 'staff', command: false, status: 200 },
  'put-register-row': { method: 'PUT', path: '/api/administration/register-rows', auth: 'staff', command: false, status: 200 },
  'end-register-row': { method: 'PUT', path: '/api/administration/register-row-endings', auth: 'staff', command: false, status: 200 },
  'list-routines': read('/api/administration/routines'),
  'read-routine': read('/api/administration/routines/{routineId}/versions/{version}'),
  'check-routine': { method: 'POST', path: '/api/administration/routines/{routineId}/check', auth: 'staff', command: false, status: 200 },
  'save-routine-draft': { method: 'PUT', path: '/api/administration/routines/{routineId}/draft', auth: 'staff', command: false, status: 200 },
  'discard-routine-draft': { method: 'DELETE', path: '/api/administration/routines/{routineId}/draft', auth: 'staff', command: false, status: 204 },
  'try-routine': { method: 'POST', path: '/api/administration/routines/{routineId}/trial', auth: 'staff', command: false, status: 200 },
  'publish-routine': { method: 'POST', path: '/api/administration/routines/{routineId}/versions', auth: 'staff', command: true, status: 201 },
  'withdraw-routine': { method: 'POST', path: '/api/administration/routines/{routineId}/versions/{version}/withdrawal', auth: 'staff', command: true, status: 200 },
  'record-routine-review': { method: 'POST', path: '/api/administration/routines/{routineId}/reviews', auth: 'staff', command: true, status: 201 },
  'export-register': read('/api/administration/exports'),
  'list-imports': read('/api/administration/imports'),
  'preview-import': { method: 'POST', path: '/api/administration/imports', auth: 'staff', command: true, status: 201 },
  'read-import': read('/api/administration/imports/{importId}'),
  'apply-import': { method: 'POST', path: '/api/administration/imports/{importId}/application', auth: 'staff', command: true, status: 200 },
  'preview-mail-text': { method: 'POST', path: '/api/administration/mail-previews', auth: 'staff', command: false, status: 200 },
  'recompute-statistics': { method: 'POST', path: '/api/administration/statistics-recomputation', auth: 'staff', command: false, status: 202 },
  'read-first-hour': read('/api/administration/first-hour'),
  'record-first-hour': { method: 'POST', path: '/api/administration/first-hour', auth: 'staff', command: true, status: 200 },
  'send-test-mail': { method: 'POST', path: '/api/administration/test-mails', auth: 'staff', command: true, status: 200 },

  'request-code': { method: 'POST', path: '/api/reply/codes', auth: 'none', command: false, status: 200 },
  'verify-code': { method: 'POST', path: '/api/reply/session', auth: 'none', command: false, status: 200 },
  'end-session': { method: 'DELETE', path: '/api/reply/session', auth: 'link', command: false, status: 204 },
  'request-new-link': { method: 'POST', path: '/api/reply/links', auth: 'none', command: false, status: 202 },
  'read-request': { method: 'GET', path: '/api/reply/request', auth: 'link', command: false, status: 200 },
  'save-reply-draft': { method: 'PUT', path: '/api/reply/draft', auth: 'link', command: false, status: 200 },
  'submit-reply': { method: 'POST', path: '/api/reply/answer', auth: 'link', command: true, status: 201 },
  'ask-hand-over': { method: 'POST', path: '/api/reply/hand-over', auth: 'link', command: true, status: 202 },
  'report-wrong-recipient': { method: 'POST', path: '/api/reply/wrong-recipient', auth: 'link', command: true, status: 202 },
  'ask-more-time': { method: 'POST', path: '/api/reply/more-time', auth: 'link', command: true, status: 202 },

  'read-intake-options': { method: 'GET', path: '/api/intake/options', auth: 'none', command: false, status: 200 },
  'request-intake-code': { method: 'POST', path: '/api/intake/codes', auth: 'none', command: false, status: 200 },
  'verify-intake-code': { method: 'POST', path: '/api/intake/session', auth: 'none', command: false, status: 200 },
  'read-intake': { method: 'GET', path: '/api/intake', auth: 'link', command: false, status: 200 },
  'submit-intake': { method: 'POST', path: '/api/intake', auth: 'link', command: true, status: 201 },
  'read-status': { method: 'GET', path: '/api/status', auth: 'link', command: false, status: 200 },
  'provide-filer-information': { method: 'POST', path: '/api/status/information', auth: 'link', command: true, status: 202 },
} as const satisfies Record<string, Route>;
export type OperationId = keyof typeof routes;
