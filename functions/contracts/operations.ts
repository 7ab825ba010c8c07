import * as z from 'zod/mini';
import { caseList, caseView, listCasesQuery } from './case.ts';
import {
  addNote, assignCase, closeCase, commandReceipt, confirmOutgoingText, decideAsk, editOutgoingText, patientReferenceView,
  provideInformation, readPatientReference, recordIdentityCall, renewLink, reopenCase, requestInformation, restartLifecycle,
  returnReply, sendCase, setExternalUnit, shareReply, submitReceipt, withdrawCase,
} from './command.ts';
import { executionHistory, executionHistoryQuery, executionList, executionView, listExecutionsQuery, mendExecution } from './execution.ts';
import { health } from './health.ts';
import { empty } from './primitives.ts';
import { profile, registersView, setLanguage, siteConfiguration } from './register.ts';
import {
  askHandOver, askMoreTime, codeRequested, draftSaved, newLinkRequested, replyDraft, replyReceipt, reportWrongRecipient,
  requestCode, requestNewLink, requestView, sessionStarted, submitReply, verifyCode,
} from './reply.ts';
import { draft, draftBody, drafts, submitDeviation } from './report.ts';
import { type OperationId, type Route, routes } from './routes.ts';

/**
 * Every HTTP operation, once: infra makes routes and functions of it, handlers parse by it, pages call
 * through it and OpenAPI is generated from it. How it is called stands in `routes.ts`.
 */
export interface Operation extends Route {
  readonly summary: string;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}

export const operations = {
  'read-configuration': { ...routes['read-configuration'], summary: 'What a page must know before sign-in', response: siteConfiguration },
  'read-openapi': { ...routes['read-openapi'], summary: 'This interface as OpenAPI 3.1', response: z.unknown() },
  'read-profile': { ...routes['read-profile'], summary: 'The signed-in user with roles', response: profile },
  'set-language': { ...routes['set-language'], summary: 'Language of pages and mails', body: setLanguage, response: profile },
  'read-registers': { ...routes['read-registers'], summary: 'Organisations, units, staff and the active routine', response: registersView },

  'list-drafts': { ...routes['list-drafts'], summary: 'My unfinished reports', response: drafts },
  'save-draft': { ...routes['save-draft'], summary: 'Save an unfinished report', body: draftBody, response: draft },
  'discard-draft': { ...routes['discard-draft'], summary: 'Discard an unfinished report', response: empty },

  'submit-deviation': { ...routes['submit-deviation'], summary: 'Report a deviation', body: submitDeviation, response: submitReceipt },
  'list-cases': { ...routes['list-cases'], summary: 'Cases of a role, a unit, a party or oneself', query: listCasesQuery, response: caseList },
  'read-case': { ...routes['read-case'], summary: 'One case as this user may see it', response: caseView },
  'read-patient-reference': { ...routes['read-patient-reference'], summary: 'Show the patient reference, with a reason; logged', body: readPatientReference, response: patientReferenceView },
  'assign-case': { ...routes['assign-case'], summary: 'Name lead investigator and co-investigators', body: assignCase, response: commandReceipt },
  'set-external-unit': { ...routes['set-external-unit'], summary: 'Set the external unit that is asked', body: setExternalUnit, response: commandReceipt },
  'edit-outgoing-text': { ...routes['edit-outgoing-text'], summary: 'Edit the text that leaves', body: editOutgoingText, response: commandReceipt },
  'confirm-outgoing-text': { ...routes['confirm-outgoing-text'], summary: 'Confirm the text that leaves', body: confirmOutgoingText, response: commandReceipt },
  'request-information': { ...routes['request-information'], summary: 'Ask the reporter for more', body: requestInformation, response: commandReceipt },
  'provide-information': { ...routes['provide-information'], summary: 'Answer what was asked', body: provideInformation, response: commandReceipt },
  'send-case': { ...routes['send-case'], summary: 'Send to the external unit', body: sendCase, response: commandReceipt },
  'renew-link': { ...routes['renew-link'], summary: 'Send a new link; the old ones die', body: renewLink, response: commandReceipt },
  'record-identity-call': { ...routes['record-identity-call'], summary: 'Record how the identity was given to the external unit', body: recordIdentityCall, response: commandReceipt },
  'add-note': { ...routes['add-note'], summary: 'Write an internal note', body: addNote, response: commandReceipt },
  'return-reply': { ...routes['return-reply'], summary: 'Return an incomplete reply with a reason', body: returnReply, response: commandReceipt },
  'decide-ask': { ...routes['decide-ask'], summary: 'Decide hand-over, wrong recipient or more time', body: decideAsk, response: commandReceipt },
  'share-reply': { ...routes['share-reply'], summary: 'Share the reply with those concerned', body: shareReply, response: commandReceipt },
  'close-case': { ...routes['close-case'], summary: 'Close the case', body: closeCase, response: commandReceipt },
  'reopen-case': { ...routes['reopen-case'], summary: 'Reopen a closed case', body: reopenCase, response: commandReceipt },
  'withdraw-case': { ...routes['withdraw-case'], summary: 'Withdraw the case', body: withdrawCase, response: commandReceipt },
  'restart-lifecycle': { ...routes['restart-lifecycle'], summary: 'Start the next generation of the lifecycle', body: restartLifecycle, response: commandReceipt },

  'list-executions': { ...routes['list-executions'], summary: 'Lifecycle executions, from the case store', query: listExecutionsQuery, response: executionList },
  'read-execution': { ...routes['read-execution'], summary: 'One execution', response: executionView },
  'read-execution-history': { ...routes['read-execution-history'], summary: 'History of an execution', query: executionHistoryQuery, response: executionHistory },
  'redrive-execution': { ...routes['redrive-execution'], summary: 'Let a stopped execution go on where it stopped', body: mendExecution, response: commandReceipt },
  'stop-execution': { ...routes['stop-execution'], summary: 'Stop a running execution; the case is marked stopped', body: mendExecution, response: commandReceipt },
  'read-health': { ...routes['read-health'], summary: 'Outbox, mails, dead letters and timers', response: health },

  'request-code': { ...routes['request-code'], summary: 'Send a code to the registered address of a link', body: requestCode, response: codeRequested },
  'verify-code': { ...routes['verify-code'], summary: 'Exchange a code for a session', body: verifyCode, response: sessionStarted },
  'end-session': { ...routes['end-session'], summary: 'End the session', response: empty },
  'request-new-link': { ...routes['request-new-link'], summary: 'Send a new link to the registered address', body: requestNewLink, response: newLinkRequested },
  'read-request': { ...routes['read-request'], summary: 'What is asked', response: requestView },
  'save-reply-draft': { ...routes['save-reply-draft'], summary: 'Keep an unfinished reply', body: replyDraft, response: draftSaved },
  'submit-reply': { ...routes['submit-reply'], summary: 'Answer', body: submitReply, response: replyReceipt },
  'ask-hand-over': { ...routes['ask-hand-over'], summary: 'Ask to hand over to another unit', body: askHandOver, response: replyReceipt },
  'report-wrong-recipient': { ...routes['report-wrong-recipient'], summary: 'Say that this unit is not concerned', body: reportWrongRecipient, response: replyReceipt },
  'ask-more-time': { ...routes['ask-more-time'], summary: 'Ask for more time', body: askMoreTime, response: replyReceipt },
} as const satisfies Record<OperationId, Operation>;
export type { OperationId } from './routes.ts';
