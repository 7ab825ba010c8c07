import * as z from 'zod/mini';
import { accessPage, caseOpening, extractPatientAccess, listAccessQuery, openWithReason } from './access-log.ts';
import { addAttachment, addLinkAttachment, attachmentDownload, attachmentList, attachmentUpload } from './attachment.ts';
import { archiveDownload, archiveList, archiveView, startArchive } from './archive.ts';
import { setBreach } from './breach.ts';
import { classifyCase } from './classification.ts';
import { anyCaseView, caseList, listCasesQuery } from './case.ts';
import {
  addNote, assignCase, closeCase, commandReceipt, completeOnCall, confirmOutgoingText, decideAsk, editOutgoingText, moveToPatientReference, patientReferenceView,
  noteInRecord, provideInformation, readPatientReference, recordConsent, recordDispatch, recordIdentityCall, registerReply, renewLink, reopenCase, requestInformation, restartLifecycle,
  returnReply, sendCase, setExternalUnit, setNotOurs, setPatientReference, shareReply, submitReceipt, withdrawCase, withdrawConsent,
} from './command.ts';
import { changeDispute, disputeList, disputePage, listDisputesQuery, openDispute } from './dispute.ts';
import {
  answerApproval, approvalPage, changeEventDescription, descriptionDrafted, descriptionView, draftEventDescription, eventDescriptionList, listEventDescriptionsQuery, listPublishedQuery, publishedDescription, publishedList,
} from './event-description.ts';
import {
  changeGuest, consultGroup, decideEscalation, editFolder, folderView, forwardCase, groupList, groupView, informOfDecision, raiseCase, recordAgreement, returnCase, writeBasis,
} from './escalation.ts';
import { executionHistory, executionHistoryQuery, executionList, executionView, listExecutionsQuery, mendExecution } from './execution.ts';
import { firstHour, recordFirstHour } from './first-hour.ts';
import { health } from './health.ts';
import { actionList, addAction, changeAction, completeAction, listActionsQuery, recordEffectReview } from './follow-up.ts';
import { assessHarm, recordFeedback, recordHarmDecision, recordPatientInformation, recordStaffSupport, reviewHarm } from './harm.ts';
import { exportRegisterQuery, importList, importView, maximumImportBytes, previewImport, registerFile } from './import.ts';
import { changeDeepAnalysis, deepAnalysisList, deepAnalysisReceipt, listDeepAnalysesQuery, proposeDeepAnalysis } from './deep-analysis.ts';
import { changeMeeting, meetingList, meetingReceipt, meetingView, planMeeting, recordMeetingOutcome } from './meeting.ts';
import {
  caseKeeping, exemptFromRetention, legalHold, legalHoldList, listRetentionRunsQuery, placeLegalHold, readRetentionRunQuery, releaseLegalHold, retentionReceipt, retentionRunList, retentionRunView, signOffRetention,
} from './keeping.ts';
import { mailTextPreview, previewMailText } from './mail-text.ts';
import {
  acceptDeviation, addInvestigators, recordPharmacyNotification, redirectCase, registerDeviation, registrationReceipt, rejectCase, reportInvestigationDone,
  returnInvestigation, saveInvestigation, sendIncomingReply, setConcernedUnits,
} from './incoming.ts';
import {
  intakeCodeRequested, intakeOptions, intakeReceipt, intakeView, provideFilerInformation, requestIntakeCode, statusReceipt, statusView, submitIntake, verifyIntakeCode,
} from './intake.ts';
import { empty } from './primitives.ts';
import { changeRelease, releasedDocument, releaseList, releaseView, startRelease } from './release.ts';
import { endRegisterRow, listRegister, putRegisterRow, readRegisterRow, registerPage, registerRowChanged, registerRowView } from './register-administration.ts';
import { profile, registersView, setLanguage, siteConfiguration } from './register.ts';
import {
  askHandOver, askMoreTime, codeRequested, draftSaved, newLinkRequested, replyDraft, replyReceipt, reportWrongRecipient,
  requestCode, requestNewLink, requestView, sessionStarted, submitReply, verifyCode,
} from './reply.ts';
import {
  checkRoutine, discardRoutineDraftQuery, publishRoutine, readRoutineQuery, recordRoutineReview, routineCheck, routineDraftSaved, routineList, routineReceipt, routineTrial, routineVersion,
  saveRoutineDraft, tryRoutine,
} from './routine-administration.ts';
import { judgeAccess, listSpotChecksQuery, signOffSpotCheck, spotCheckList, spotCheckView } from './spot-check.ts';
import { changeReport, editReport, giveReportFeedback, recordReportFeedback, reportList, reportView, submitReport, submittedReport } from './periodic-report.ts';
import { paperFormView, readPaperFormQuery } from './paper-form.ts';
import { draft, draftBody, drafts, onCallView, readOnCallQuery, submitDeviation } from './report.ts';
import { similarCases } from './similar.ts';
import { readStatisticsQuery, recomputationReceipt, statisticsView } from './statistics.ts';
import type { Route } from './route.ts';
import { type OperationId, routes } from './routes.ts';

/**
 * Every HTTP operation, once: infra makes routes and functions of it, handlers parse by it, pages call
 * through it and OpenAPI is generated from it. How it is called stands in `routes.ts`.
 */
export interface Operation extends Route {
  readonly summary: string;
  readonly query?: z.ZodMiniType;
  /** Where a body may be larger than most. */
  readonly maximumBodyBytes?: number;
  readonly body?: z.ZodMiniType;
  /** Anybody may have it, and keep it so long: what is withdrawn is gone everywhere after that. Absent: never kept. */
  readonly keptSeconds?: number;
  readonly response: z.ZodMiniType;
}

export const operations = {
  'read-configuration': { ...routes['read-configuration'], summary: 'What a page must know before sign-in', response: siteConfiguration },
  'read-openapi': { ...routes['read-openapi'], summary: 'This interface as OpenAPI 3.1', response: z.unknown() },
  'read-profile': { ...routes['read-profile'], summary: 'The signed-in user with roles', response: profile },
  'set-language': { ...routes['set-language'], summary: 'Language of pages and mails', body: setLanguage, response: profile },
  'read-registers': { ...routes['read-registers'], summary: 'Organisations, units, staff and the active routine', response: registersView },

  'read-on-call': { ...routes['read-on-call'], summary: 'Whether an instant at a unit was on call, and who was', query: readOnCallQuery, response: onCallView },
  'read-statistics': { ...routes['read-statistics'], summary: 'Figures of a period, and of the one before it', query: readStatisticsQuery, response: statisticsView },
  'draft-event-description': { ...routes['draft-event-description'], summary: 'Begin an event description from a closed case', body: draftEventDescription, response: descriptionDrafted },
  'list-event-descriptions': { ...routes['list-event-descriptions'], summary: 'Event descriptions, by where they are', query: listEventDescriptionsQuery, response: eventDescriptionList },
  'read-event-description': { ...routes['read-event-description'], summary: 'One event description with its approvals', response: descriptionView },
  'change-event-description': { ...routes['change-event-description'], summary: 'Edit, approve or withdraw an event description, or ask the other party again', body: changeEventDescription, response: descriptionView },
  'list-disputes': { ...routes['list-disputes'], summary: 'Disputes that this user owns, or of cases it may read', query: listDisputesQuery, response: disputeList },
  'read-dispute': { ...routes['read-dispute'], summary: 'Disputes of a case, for their owner or whoever may read the case', response: disputePage },
  'open-dispute': { ...routes['open-dispute'], summary: 'Open a dispute on responsibility or cost beside the case', body: openDispute, response: commandReceipt },
  'change-dispute': { ...routes['change-dispute'], summary: 'Take a dispute further, give it another owner, or end it', body: changeDispute, response: commandReceipt },
  'list-meetings': { ...routes['list-meetings'], summary: 'Meetings of the groups the user stands in', response: meetingList },
  'plan-meeting': { ...routes['plan-meeting'], summary: 'Plan a meeting, with its agenda', body: planMeeting, response: meetingReceipt },
  'read-meeting': { ...routes['read-meeting'], summary: 'A meeting: agenda, outcomes, notes', response: meetingView },
  'change-meeting': { ...routes['change-meeting'], summary: 'Change time, agenda or notes of a meeting', body: changeMeeting, response: meetingReceipt },
  'record-meeting-outcome': { ...routes['record-meeting-outcome'], summary: 'What the meeting said of an item', body: recordMeetingOutcome, response: meetingReceipt },
  'list-deep-analyses': { ...routes['list-deep-analyses'], summary: 'Deep analyses, proposed and made', query: listDeepAnalysesQuery, response: deepAnalysisList },
  'propose-deep-analysis': { ...routes['propose-deep-analysis'], summary: 'Propose a case for a deep analysis', body: proposeDeepAnalysis, response: deepAnalysisReceipt },
  'change-deep-analysis': { ...routes['change-deep-analysis'], summary: 'Decide on a deep analysis, name who makes it, or write its result', body: changeDeepAnalysis, response: deepAnalysisReceipt },
  'list-retention-runs': { ...routes['list-retention-runs'], summary: 'Reports of what goes under retention rules, and the rules', query: listRetentionRunsQuery, response: retentionRunList },
  'read-retention-run': { ...routes['read-retention-run'], summary: 'A report of what goes, with its cases', query: readRetentionRunQuery, response: retentionRunView },
  'exempt-from-retention': { ...routes['exempt-from-retention'], summary: 'Exempt from a report what must stay', body: exemptFromRetention, response: retentionReceipt },
  'sign-off-retention': { ...routes['sign-off-retention'], summary: 'Sign a report off, or take the signature back', body: signOffRetention, response: retentionReceipt },
  'list-legal-holds': { ...routes['list-legal-holds'], summary: 'Legal holds, in force and released', response: legalHoldList },
  'place-legal-hold': { ...routes['place-legal-hold'], summary: 'Hold a case, a patient’s cases or a party’s', body: placeLegalHold, response: legalHold },
  'release-legal-hold': { ...routes['release-legal-hold'], summary: 'Release a legal hold, with the reason', body: releaseLegalHold, response: legalHold },
  'read-case-keeping': { ...routes['read-case-keeping'], summary: 'When what of a case goes, and what holds it', response: caseKeeping },
  'list-reports': { ...routes['list-reports'], summary: 'Periodic reports, and what has gone to my groups instead', response: reportList },
  'read-report': { ...routes['read-report'], summary: 'One periodic report', response: reportView },
  'edit-report': { ...routes['edit-report'], summary: 'Write the texts of a periodic report', body: editReport, response: reportView },
  'submit-report': { ...routes['submit-report'], summary: 'Submit a periodic report, which locks it', body: submitReport, response: reportView },
  'change-report': { ...routes['change-report'], summary: 'Reopen a periodic report, send it again, send a fault of the system on, or restart its clock', body: changeReport, response: reportView },
  'record-report-feedback': { ...routes['record-report-feedback'], summary: 'Record feedback on a periodic report, or its follow-up', body: recordReportFeedback, response: reportView },
  'request-report-code': { ...routes['request-report-code'], summary: 'Ask for the code to a submitted report', body: requestCode, response: codeRequested },
  'verify-report-code': { ...routes['verify-report-code'], summary: 'Exchange the code for a session of a submitted report', body: verifyCode, response: sessionStarted },
  'read-submitted-report': { ...routes['read-submitted-report'], summary: 'The report that this link is for', response: submittedReport },
  'give-report-feedback': { ...routes['give-report-feedback'], summary: 'Give feedback on the report that this link is for', body: giveReportFeedback, response: submittedReport },
  'read-paper-form': { ...routes['read-paper-form'], summary: 'The paper form of a version, for when the system is down', query: readPaperFormQuery, response: paperFormView },

  'list-drafts': { ...routes['list-drafts'], summary: 'My unfinished reports', response: drafts },
  'save-draft': { ...routes['save-draft'], summary: 'Save an unfinished report', body: draftBody, response: draft },
  'discard-draft': { ...routes['discard-draft'], summary: 'Discard an unfinished report', response: empty },

  'submit-deviation': { ...routes['submit-deviation'], summary: 'Report a deviation', body: submitDeviation, response: submitReceipt },
  'list-cases': { ...routes['list-cases'], summary: 'Cases of a role, a unit, a party or oneself', query: listCasesQuery, response: caseList },
  'read-case': { ...routes['read-case'], summary: 'One case as this user may see it', response: anyCaseView },
  'read-patient-reference': { ...routes['read-patient-reference'], summary: 'Show the patient reference, with a reason; logged', body: readPatientReference, response: patientReferenceView },
  'assign-case': { ...routes['assign-case'], summary: 'Name lead investigator and co-investigators', body: assignCase, response: commandReceipt },
  'set-external-unit': { ...routes['set-external-unit'], summary: 'Set the external unit that is asked', body: setExternalUnit, response: commandReceipt },
  'list-similar-cases': { ...routes['list-similar-cases'], summary: 'Earlier cases like one: same counterpart and clause, category or unit', response: similarCases },
  'classify-case': { ...routes['classify-case'], summary: 'Settle target group and causes, for ladder, reports and figures', body: classifyCase, response: commandReceipt },
  'set-breach': { ...routes['set-breach'], summary: 'Set which clause of which agreement was not followed', body: setBreach, response: commandReceipt },
  'edit-outgoing-text': { ...routes['edit-outgoing-text'], summary: 'Edit the text that leaves', body: editOutgoingText, response: commandReceipt },
  'confirm-outgoing-text': { ...routes['confirm-outgoing-text'], summary: 'Confirm the text that leaves', body: confirmOutgoingText, response: commandReceipt },
  'request-information': { ...routes['request-information'], summary: 'Ask the reporter for more', body: requestInformation, response: commandReceipt },
  'provide-information': { ...routes['provide-information'], summary: 'Answer what was asked', body: provideInformation, response: commandReceipt },
  'send-case': { ...routes['send-case'], summary: 'Send to the external unit', body: sendCase, response: commandReceipt },
  'renew-link': { ...routes['renew-link'], summary: 'Send a new link; the old ones die', body: renewLink, response: commandReceipt },
  'record-identity-call': { ...routes['record-identity-call'], summary: 'Record how the identity was given to the external unit', body: recordIdentityCall, response: commandReceipt },
  'add-note': { ...routes['add-note'], summary: 'Write an internal note', body: addNote, response: commandReceipt },
  'note-in-record': { ...routes['note-in-record'], summary: 'Tick that the case number stands in the patient’s record', body: noteInRecord, response: commandReceipt },
  'complete-on-call': { ...routes['complete-on-call'], summary: 'Add what was done on call, or turn a wrong flag', body: completeOnCall, response: commandReceipt },
  'set-not-ours': { ...routes['set-not-ours'], summary: 'Say that another organisation is responsible', body: setNotOurs, response: commandReceipt },
  'record-dispatch': { ...routes['record-dispatch'], summary: 'Log another paper of the request that left', body: recordDispatch, response: commandReceipt },
  'register-reply': { ...routes['register-reply'], summary: 'Register a reply that came on paper or by hand', body: registerReply, response: commandReceipt },
  'return-reply': { ...routes['return-reply'], summary: 'Return an incomplete reply with a reason', body: returnReply, response: commandReceipt },
  'decide-ask': { ...routes['decide-ask'], summary: 'Decide hand-over, wrong recipient or more time', body: decideAsk, response: commandReceipt },
  'share-reply': { ...routes['share-reply'], summary: 'Share the reply with those concerned', body: shareReply, response: commandReceipt },
  'close-case': { ...routes['close-case'], summary: 'Close the case', body: closeCase, response: commandReceipt },
  'reopen-case': { ...routes['reopen-case'], summary: 'Reopen a closed case', body: reopenCase, response: commandReceipt },
  'withdraw-case': { ...routes['withdraw-case'], summary: 'Withdraw the case', body: withdrawCase, response: commandReceipt },
  'restart-lifecycle': { ...routes['restart-lifecycle'], summary: 'Start the next generation of the lifecycle', body: restartLifecycle, response: commandReceipt },

  'list-attachments': { ...routes['list-attachments'], summary: 'Files of a case', response: attachmentList },
  'add-attachment': { ...routes['add-attachment'], summary: 'Announce a file and get an address to put it at', body: addAttachment, response: attachmentUpload },
  'download-attachment': { ...routes['download-attachment'], summary: 'An address to fetch a released file from; logged', response: attachmentDownload },
  'list-reply-attachments': { ...routes['list-reply-attachments'], summary: 'Files of this reply', response: attachmentList },
  'add-reply-attachment': { ...routes['add-reply-attachment'], summary: 'Announce a file of this reply and get an address to put it at', body: addLinkAttachment, response: attachmentUpload },
  'download-reply-attachment': { ...routes['download-reply-attachment'], summary: 'An address to fetch a released file of this reply from', response: attachmentDownload },

  'register-deviation': { ...routes['register-deviation'], summary: 'Register an incoming deviation for a principal', body: registerDeviation, response: registrationReceipt },
  'list-actions': { ...routes['list-actions'], summary: 'Actions across cases', query: listActionsQuery, response: actionList },
  'accept-deviation': { ...routes['accept-deviation'], summary: 'Register what came in without an account', body: acceptDeviation, response: commandReceipt },
  'set-concerned-units': { ...routes['set-concerned-units'], summary: 'Name our units that an incoming report concerns', body: setConcernedUnits, response: commandReceipt },
  'add-investigators': { ...routes['add-investigators'], summary: 'Add co-investigators', body: addInvestigators, response: commandReceipt },
  'save-investigation': { ...routes['save-investigation'], summary: 'Write down the investigation', body: saveInvestigation, response: commandReceipt },
  'add-action': { ...routes['add-action'], summary: 'Plan an action, or record one that is done', body: addAction, response: commandReceipt },
  'change-action': { ...routes['change-action'], summary: 'Change what an action is, whose and when', body: changeAction, response: commandReceipt },
  'complete-action': { ...routes['complete-action'], summary: 'Say that an action is done', body: completeAction, response: commandReceipt },
  'report-investigation-done': { ...routes['report-investigation-done'], summary: 'Tell the handler that the investigation is done', body: reportInvestigationDone, response: commandReceipt },
  'return-investigation': { ...routes['return-investigation'], summary: 'Ask the investigators to go on', body: returnInvestigation, response: commandReceipt },
  'send-incoming-reply': { ...routes['send-incoming-reply'], summary: 'Send the reply, which closes the case', body: sendIncomingReply, response: commandReceipt },
  'reject-case': { ...routes['reject-case'], summary: 'Reject with a reason of the routine', body: rejectCase, response: commandReceipt },
  'redirect-case': { ...routes['redirect-case'], summary: 'Pass the case on to the right unit; the clock goes on', body: redirectCase, response: commandReceipt },
  'record-pharmacy-notification': { ...routes['record-pharmacy-notification'], summary: 'Record the dose pharmacy’s reference, or why there is none', body: recordPharmacyNotification, response: commandReceipt },
  'record-effect-review': { ...routes['record-effect-review'], summary: 'Record whether the actions had the wanted result', body: recordEffectReview, response: commandReceipt },
  'record-harm-decision': { ...routes['record-harm-decision'], summary: 'Record the decision on lex Maria or lex Sarah', body: recordHarmDecision, response: commandReceipt },
  'record-patient-information': { ...routes['record-patient-information'], summary: 'Record what the patient was told', body: recordPatientInformation, response: commandReceipt },
  'assess-harm': { ...routes['assess-harm'], summary: 'Assess the harm in the matrix', body: assessHarm, response: commandReceipt },
  'review-harm': { ...routes['review-harm'], summary: 'Review another person’s assessment of harm', body: reviewHarm, response: commandReceipt },
  'record-staff-support': { ...routes['record-staff-support'], summary: 'Record whether and how staff get support', body: recordStaffSupport, response: commandReceipt },
  'record-feedback': { ...routes['record-feedback'], summary: 'Tell the staff concerned what was done', body: recordFeedback, response: commandReceipt },

  'open-with-reason': { ...routes['open-with-reason'], summary: 'Open a case without a need to know it, for a reason; logged', body: openWithReason, response: caseOpening },

  'list-access': { ...routes['list-access'], summary: 'Who looked at or changed which case', query: listAccessQuery, response: accessPage },
  'extract-patient-access': { ...routes['extract-patient-access'], summary: 'All accesses to one patient’s cases, for a reason; logged', body: extractPatientAccess, response: accessPage },

  'list-spot-checks': { ...routes['list-spot-checks'], summary: 'Spot checks of the access log', query: listSpotChecksQuery, response: spotCheckList },
  'read-spot-check': { ...routes['read-spot-check'], summary: 'A spot check to go through', response: spotCheckView },
  'judge-access': { ...routes['judge-access'], summary: 'Say whether an access was justified', body: judgeAccess, response: spotCheckView },
  'sign-off-spot-check': { ...routes['sign-off-spot-check'], summary: 'Sign off a spot check', body: signOffSpotCheck, response: spotCheckView },
  'record-consent': { ...routes['record-consent'], summary: 'Record a consent that lifts secrecy, or why there is none', body: recordConsent, response: commandReceipt },
  'withdraw-consent': { ...routes['withdraw-consent'], summary: 'Record that a consent was withdrawn', body: withdrawConsent, response: commandReceipt },
  'set-patient-reference': { ...routes['set-patient-reference'], summary: 'Give or mend the patient reference, with a reason; logged', body: setPatientReference, response: commandReceipt },
  'move-to-patient-reference': { ...routes['move-to-patient-reference'], summary: 'Move a personal number out of the texts to the patient reference', body: moveToPatientReference, response: commandReceipt },

  'raise-case': { ...routes['raise-case'], summary: 'Take the case to the nearest managers', body: raiseCase, response: commandReceipt },
  'record-agreement': { ...routes['record-agreement'], summary: 'Record what the nearest managers agree on', body: recordAgreement, response: commandReceipt },
  'edit-folder': { ...routes['edit-folder'], summary: 'Write the de-identified text that groups read', body: editFolder, response: commandReceipt },
  'forward-case': { ...routes['forward-case'], summary: 'Forward the case one level up the ladder', body: forwardCase, response: commandReceipt },
  'return-case': { ...routes['return-case'], summary: 'Return the case down the ladder', body: returnCase, response: commandReceipt },
  'consult-group': { ...routes['consult-group'], summary: 'Ask the other groups of the level, or answer them', body: consultGroup, response: commandReceipt },
  'write-basis': { ...routes['write-basis'], summary: 'Write the basis of the decision', body: writeBasis, response: commandReceipt },
  'decide-escalation': { ...routes['decide-escalation'], summary: 'Record the decision of the highest level', body: decideEscalation, response: commandReceipt },
  'inform-of-decision': { ...routes['inform-of-decision'], summary: 'Tell the units concerned of the decision', body: informOfDecision, response: commandReceipt },
  'read-folder': { ...routes['read-folder'], summary: 'A case as the groups above it see it: de-identified', response: folderView },
  'list-groups': { ...routes['list-groups'], summary: 'Groups above single cases that the user stands in', response: groupList },
  'read-group': { ...routes['read-group'], summary: 'A group: its people, its guests, and its cases by deadline', response: groupView },
  'change-guest': { ...routes['change-guest'], summary: 'Bring a guest into a group for a time, or let one go', body: changeGuest, response: empty },

  'list-executions': { ...routes['list-executions'], summary: 'Lifecycle executions, from the case store', query: listExecutionsQuery, response: executionList },
  'read-execution': { ...routes['read-execution'], summary: 'One execution', response: executionView },
  'read-execution-history': { ...routes['read-execution-history'], summary: 'History of an execution', query: executionHistoryQuery, response: executionHistory },
  'redrive-execution': { ...routes['redrive-execution'], summary: 'Let a stopped execution go on where it stopped', body: mendExecution, response: commandReceipt },
  'stop-execution': { ...routes['stop-execution'], summary: 'Stop a running execution; the case is marked stopped', body: mendExecution, response: commandReceipt },
  'read-health': { ...routes['read-health'], summary: 'Outbox, mails, dead letters and timers', response: health },

  'list-register': { ...routes['list-register'], summary: 'Rows of a register', body: listRegister, response: registerPage },
  'read-register-row': { ...routes['read-register-row'], summary: 'One row of a register with its changes', body: readRegisterRow, response: registerRowView },
  'put-register-row': { ...routes['put-register-row'], summary: 'Add or change a row of a register', body: putRegisterRow, response: registerRowChanged },
  'end-register-row': { ...routes['end-register-row'], summary: 'End a row of a register; what refers to it goes on', body: endRegisterRow, response: registerRowChanged },
  'list-routines': { ...routes['list-routines'], summary: 'Versions of the routine, its draft, its yearly review and what was done', response: routineList },
  'read-routine': { ...routes['read-routine'], summary: 'One version of the routine, and what sets it apart from another', query: readRoutineQuery, response: routineVersion },
  'check-routine': { ...routes['check-routine'], summary: 'All faults of a draft, and what it changes', body: checkRoutine, response: routineCheck },
  'save-routine-draft': { ...routes['save-routine-draft'], summary: 'Keep a draft of the routine, with its faults', body: saveRoutineDraft, response: routineDraftSaved },
  'discard-routine-draft': { ...routes['discard-routine-draft'], summary: 'Throw the draft of the routine away', query: discardRoutineDraftQuery, response: empty },
  'try-routine': { ...routes['try-routine'], summary: 'How past cases would have gone under a draft', body: tryRoutine, response: routineTrial },
  'publish-routine': { ...routes['publish-routine'], summary: 'Make the draft the next version, from a date', body: publishRoutine, response: routineReceipt },
  'withdraw-routine': { ...routes['withdraw-routine'], summary: 'Take back a version that has not come into force', body: empty, response: routineReceipt },
  'record-routine-review': { ...routes['record-routine-review'], summary: 'Record that the routine has been gone through', body: recordRoutineReview, response: routineReceipt },
  'export-register': { ...routes['export-register'], summary: 'A register as a file', query: exportRegisterQuery, response: registerFile },
  'list-imports': { ...routes['list-imports'], summary: 'The newest imports into registers', response: importList },
  'preview-import': { ...routes['preview-import'], summary: 'What a file would change in a register, or what is wrong with it', body: previewImport, maximumBodyBytes: maximumImportBytes, response: importView },
  'read-import': { ...routes['read-import'], summary: 'One import, and how far it is', response: importView },
  'apply-import': { ...routes['apply-import'], summary: 'Let a previewed file take effect', body: empty, response: importView },
  'preview-mail-text': { ...routes['preview-mail-text'], summary: 'Mails of a kind as they would be sent', body: previewMailText, response: mailTextPreview },
  'recompute-statistics': { ...routes['recompute-statistics'], summary: 'Make the figures anew from the cases, or go on with it', body: empty, response: recomputationReceipt },
  'read-first-hour': { ...routes['read-first-hour'], summary: 'What is left to do before anybody reports', response: firstHour },
  'record-first-hour': { ...routes['record-first-hour'], summary: 'Say that the routine is approved, or that no test case is wanted', body: recordFirstHour, response: firstHour },
  'send-test-mail': { ...routes['send-test-mail'], summary: 'Send a mail to one’s own address', body: empty, response: firstHour },

  'list-archives': { ...routes['list-archives'], summary: 'My packages of cases for an archive', response: archiveList },
  'start-archive': { ...routes['start-archive'], summary: 'Order a package of cases for an archive', body: startArchive, response: archiveView },
  'read-archive': { ...routes['read-archive'], summary: 'How far a package is, and what is in it', response: archiveView },
  'download-archive': { ...routes['download-archive'], summary: 'An address to fetch a part of a package from; logged', response: archiveDownload },
  'list-releases': { ...routes['list-releases'], summary: 'Requests for public records and what was decided', response: releaseList },
  'start-release': { ...routes['start-release'], summary: 'Make a working copy of cases for a request for public records', body: startRelease, response: releaseView },
  'read-release': { ...routes['read-release'], summary: 'A working copy with what is to be masked', response: releaseView },
  'change-release': { ...routes['change-release'], summary: 'Mask and unmask spans of the copy, or decide what leaves', body: changeRelease, response: releaseView },
  'read-release-document': { ...routes['read-release-document'], summary: 'What leaves, without what was masked', response: releasedDocument },

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

  'read-approval': { ...routes['read-approval'], summary: 'The event description that this party is asked to approve', response: approvalPage },
  'answer-approval': { ...routes['answer-approval'], summary: 'Approve, refuse, propose a change, or withdraw what is published', body: answerApproval, response: approvalPage },
  'list-published-descriptions': { ...routes['list-published-descriptions'], summary: 'Published event descriptions, by words, category and target group', query: listPublishedQuery, keptSeconds: 30, response: publishedList },
  'read-published-description': { ...routes['read-published-description'], summary: 'One published event description', keptSeconds: 30, response: publishedDescription },

  'read-intake-options': { ...routes['read-intake-options'], summary: 'What an intake page must know', response: intakeOptions },
  'request-intake-code': { ...routes['request-intake-code'], summary: 'Send a code to whoever wants to file', body: requestIntakeCode, response: intakeCodeRequested },
  'verify-intake-code': { ...routes['verify-intake-code'], summary: 'Exchange a code for a session of one intake', body: verifyIntakeCode, response: sessionStarted },
  'read-intake': { ...routes['read-intake'], summary: 'Who this intake is of', response: intakeView },
  'submit-intake': { ...routes['submit-intake'], summary: 'File an incoming deviation', body: submitIntake, response: intakeReceipt },
  'read-status': { ...routes['read-status'], summary: 'Where a filed deviation is', response: statusView },
  'provide-filer-information': { ...routes['provide-filer-information'], summary: 'Answer a question about what was filed', body: provideFilerInformation, response: statusReceipt },
} as const satisfies Record<OperationId, Operation>;
export type { OperationId } from './routes.ts';
