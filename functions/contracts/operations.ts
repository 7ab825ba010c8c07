import * as z from 'zod/mini';
import { caseList, caseView, listCasesQuery } from './case.ts';
import {
  addNote, assignCase, closeCase, commandReceipt, confirmOutgoingText, decideAsk, editOutgoingText, patientReferenceView,
  provideInformation, readPatientReference, recordIdentityCall, renewLink, reopenCase, requestInformation, restartLifecycle,
  returnReply, sendCase, setExternalUnit, shareReply, submitReceipt, withdrawCase,
} from './command.ts';
import { executionHistory, executionHistoryQuery, executionList, executionView, listExecutionsQuery } from './execution.ts';
import { empty } from './primitives.ts';
import { profile, registersView, setLanguage, siteConfiguration } from './register.ts';
import {
  askHandOver, askMoreTime, codeRequested, draftSaved, newLinkRequested, replyDraft, replyReceipt, reportWrongRecipient,
  requestCode, requestNewLink, requestView, sessionStarted, submitReply, verifyCode,
} from './reply.ts';
import { draft, draftBody, drafts, submitDeviation } from './report.ts';

/**
 * Every HTTP operation, once: infra makes routes and functions of it, handlers parse by it, pages call
 * through it and OpenAPI is generated from it. The id is the verb-noun that names entry file, use case and construct.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/${string}`;
  /** `staff`: JWT. `link`: the cookie of a reply session. `none`: open (rate-limited where it acts). */
  readonly auth: 'staff' | 'link' | 'none';
  /** A command changes something and needs an `Idempotency-Key` header (UUID). */
  readonly command: boolean;
  readonly summary: string;
  readonly status: 200 | 201 | 202 | 204;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}

const read = <const Path extends Operation['path'], Response extends z.ZodMiniType, Query extends z.ZodMiniType = never>(path: Path, summary: string, response: Response, query?: Query) =>
  ({ method: 'GET', path, auth: 'staff', command: false, summary, status: 200, response, ...(query && { query }) }) as const;
const onCase = <Body extends z.ZodMiniType>(name: string, summary: string, body: Body) =>
  ({ method: 'POST', path: `/api/cases/{caseId}/${name}`, auth: 'staff', command: true, summary, status: 200, body, response: commandReceipt }) as const;

export const operations = {
  'read-configuration': { ...read('/api/configuration', 'What a page must know before sign-in', siteConfiguration), auth: 'none' },
  'read-openapi': { ...read('/api/openapi.json', 'This interface as OpenAPI 3.1', z.unknown()), auth: 'none' },
  'read-profile': read('/api/me', 'The signed-in user with roles', profile),
  'set-language': { method: 'PUT', path: '/api/me/language', auth: 'staff', command: true, summary: 'Language of pages and mails', status: 200, body: setLanguage, response: profile },
  'read-registers': read('/api/registers', 'Organisations, units, staff and the active routine', registersView),

  'list-drafts': read('/api/drafts', 'My unfinished reports', drafts),
  'save-draft': { method: 'PUT', path: '/api/drafts/{draftId}', auth: 'staff', command: false, summary: 'Save an unfinished report', status: 200, body: draftBody, response: draft },
  'discard-draft': { method: 'DELETE', path: '/api/drafts/{draftId}', auth: 'staff', command: false, summary: 'Discard an unfinished report', status: 204, response: empty },

  'submit-deviation': { method: 'POST', path: '/api/cases', auth: 'staff', command: true, summary: 'Report a deviation', status: 201, body: submitDeviation, response: submitReceipt },
  'list-cases': read('/api/cases', 'Cases of a role, a unit, a party or oneself', caseList, listCasesQuery),
  'read-case': read('/api/cases/{caseId}', 'One case as this user may see it', caseView),
  'read-patient-reference': { ...onCase('patient-reference', 'Show the patient reference, with a reason; logged', readPatientReference), command: false, response: patientReferenceView },
  'assign-case': onCase('assignment', 'Name lead investigator and co-investigators', assignCase),
  'set-external-unit': onCase('external-unit', 'Set the external unit that is asked', setExternalUnit),
  'edit-outgoing-text': onCase('outgoing-text', 'Edit the text that leaves', editOutgoingText),
  'confirm-outgoing-text': onCase('outgoing-text-confirmation', 'Confirm the text that leaves', confirmOutgoingText),
  'request-information': onCase('information-request', 'Ask the reporter for more', requestInformation),
  'provide-information': onCase('information', 'Answer what was asked', provideInformation),
  'send-case': onCase('sending', 'Send to the external unit', sendCase),
  'renew-link': onCase('link', 'Send a new link; the old ones die', renewLink),
  'record-identity-call': onCase('identity-calls', 'Record how the identity was given to the external unit', recordIdentityCall),
  'add-note': onCase('notes', 'Write an internal note', addNote),
  'return-reply': onCase('reply-return', 'Return an incomplete reply with a reason', returnReply),
  'decide-ask': onCase('decisions', 'Decide hand-over, wrong recipient or more time', decideAsk),
  'share-reply': onCase('sharing', 'Share the reply with those concerned', shareReply),
  'close-case': onCase('closing', 'Close the case', closeCase),
  'reopen-case': onCase('reopening', 'Reopen a closed case', reopenCase),
  'withdraw-case': onCase('withdrawal', 'Withdraw the case', withdrawCase),
  'restart-lifecycle': onCase('lifecycle', 'Start the next generation of the lifecycle', restartLifecycle),

  'list-executions': read('/api/executions', 'Lifecycle executions, from the case store', executionList, listExecutionsQuery),
  'read-execution': read('/api/executions/{executionId}', 'One execution', executionView),
  'read-execution-history': read('/api/executions/{executionId}/history', 'History of an execution', executionHistory, executionHistoryQuery),

  'request-code': { method: 'POST', path: '/api/reply/codes', auth: 'none', command: false, summary: 'Send a code to the registered address of a link', status: 200, body: requestCode, response: codeRequested },
  'verify-code': { method: 'POST', path: '/api/reply/session', auth: 'none', command: false, summary: 'Exchange a code for a session', status: 200, body: verifyCode, response: sessionStarted },
  'end-session': { method: 'DELETE', path: '/api/reply/session', auth: 'link', command: false, summary: 'End the session', status: 204, response: empty },
  'request-new-link': { method: 'POST', path: '/api/reply/links', auth: 'none', command: false, summary: 'Send a new link to the registered address', status: 202, body: requestNewLink, response: newLinkRequested },
  'read-request': { method: 'GET', path: '/api/reply/request', auth: 'link', command: false, summary: 'What is asked', status: 200, response: requestView },
  'save-reply-draft': { method: 'PUT', path: '/api/reply/draft', auth: 'link', command: false, summary: 'Keep an unfinished reply', status: 200, body: replyDraft, response: draftSaved },
  'submit-reply': { method: 'POST', path: '/api/reply/answer', auth: 'link', command: true, summary: 'Answer', status: 201, body: submitReply, response: replyReceipt },
  'ask-hand-over': { method: 'POST', path: '/api/reply/hand-over', auth: 'link', command: true, summary: 'Ask to hand over to another unit', status: 202, body: askHandOver, response: replyReceipt },
  'report-wrong-recipient': { method: 'POST', path: '/api/reply/wrong-recipient', auth: 'link', command: true, summary: 'Say that this unit is not concerned', status: 202, body: reportWrongRecipient, response: replyReceipt },
  'ask-more-time': { method: 'POST', path: '/api/reply/more-time', auth: 'link', command: true, summary: 'Ask for more time', status: 202, body: askMoreTime, response: replyReceipt },
} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof operations;
