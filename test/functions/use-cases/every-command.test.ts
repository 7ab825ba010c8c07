import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandReceipt, type CommandReceipt } from '../../../functions/contracts/command.ts';
import { operations } from '../../../functions/contracts/operations.ts';
import { caseNumber } from '../../../functions/domain/case-number.ts';
import type { Case } from '../../../functions/domain/case.ts';
import type { Status } from '../../../functions/domain/vocabulary.ts';
import { completeOnCall } from '../../../functions/use-cases/complete-on-call.ts';
import { noteInRecord } from '../../../functions/use-cases/note-in-record.ts';
import { recordDispatch } from '../../../functions/use-cases/record-dispatch.ts';
import { registerReply } from '../../../functions/use-cases/register-reply.ts';
import { setNotOurs } from '../../../functions/use-cases/set-not-ours.ts';
import { addNote } from '../../../functions/use-cases/add-note.ts';
import { assignCase } from '../../../functions/use-cases/assign-case.ts';
import { closeCase } from '../../../functions/use-cases/close-case.ts';
import type { Consent } from '../../../functions/domain/consent.ts';
import { markOfNumber } from '../../../functions/domain/identifying.ts';
import { moveToPatientReference } from '../../../functions/use-cases/move-to-patient-reference.ts';
import { recordConsent } from '../../../functions/use-cases/record-consent.ts';
import { setPatientReference } from '../../../functions/use-cases/set-patient-reference.ts';
import { withdrawConsent } from '../../../functions/use-cases/withdraw-consent.ts';
import { confirmOutgoingText } from '../../../functions/use-cases/confirm-outgoing-text.ts';
import { decideAsk } from '../../../functions/use-cases/decide-ask.ts';
import { editOutgoingText } from '../../../functions/use-cases/edit-outgoing-text.ts';
import type { CaseCommand, StaffPorts } from '../../../functions/use-cases/ports.ts';
import { provideInformation } from '../../../functions/use-cases/provide-information.ts';
import { recordIdentityCall } from '../../../functions/use-cases/record-identity-call.ts';
import { renewLink } from '../../../functions/use-cases/renew-link.ts';
import { reopenCase } from '../../../functions/use-cases/reopen-case.ts';
import { requestInformation } from '../../../functions/use-cases/request-information.ts';
import { restartLifecycle } from '../../../functions/use-cases/restart-lifecycle.ts';
import { returnReply } from '../../../functions/use-cases/return-reply.ts';
import { sendCase } from '../../../functions/use-cases/send-case.ts';
import { setExternalUnit } from '../../../functions/use-cases/set-external-unit.ts';
import { shareReply } from '../../../functions/use-cases/share-reply.ts';
import { withdrawCase } from '../../../functions/use-cases/withdraw-case.ts';
import { acceptDeviation } from '../../../functions/use-cases/accept-deviation.ts';
import { addAction } from '../../../functions/use-cases/add-action.ts';
import { assessHarm } from '../../../functions/use-cases/assess-harm.ts';
import { recordFeedback } from '../../../functions/use-cases/record-feedback.ts';
import { recordStaffSupport } from '../../../functions/use-cases/record-staff-support.ts';
import { reviewHarm } from '../../../functions/use-cases/review-harm.ts';
import { addInvestigators } from '../../../functions/use-cases/add-investigators.ts';
import { changeAction } from '../../../functions/use-cases/change-action.ts';
import { completeAction } from '../../../functions/use-cases/complete-action.ts';
import { recordEffectReview } from '../../../functions/use-cases/record-effect-review.ts';
import { recordHarmDecision } from '../../../functions/use-cases/record-harm-decision.ts';
import { recordPatientInformation } from '../../../functions/use-cases/record-patient-information.ts';
import { recordPharmacyNotification } from '../../../functions/use-cases/record-pharmacy-notification.ts';
import { redirectCase } from '../../../functions/use-cases/redirect-case.ts';
import { rejectCase } from '../../../functions/use-cases/reject-case.ts';
import { reportInvestigationDone } from '../../../functions/use-cases/report-investigation-done.ts';
import { returnInvestigation } from '../../../functions/use-cases/return-investigation.ts';
import { saveInvestigation } from '../../../functions/use-cases/save-investigation.ts';
import { sendIncomingReply } from '../../../functions/use-cases/send-incoming-reply.ts';
import { setBreach } from '../../../functions/use-cases/set-breach.ts';
import { setConcernedUnits } from '../../../functions/use-cases/set-concerned-units.ts';
import { startStores, type Stores } from '../adapters/dynoxide.ts';
import { filed, incomingInStatus, registered } from '../domain/incoming-case.ts';
import { inStatus } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await startStores();
  await stores.registers.write({ ...ekdala, routine: vaxjo });
});
afterAll(() => stores.stop());

/** A command as the table sees it: its body is its own, but for the version. */
type Command = (ports: StaffPorts, request: CaseCommand<never>) => Promise<CommandReceipt>;
const reason = { reason: 'Därför.' };
const consent: Consent = { id: 'consent-1', status: 'given', scope: ['identity'], recipientId: 'sjoland', byTitle: 'Sjuksköterska', at: monday, recordedAt: monday };
const table: Readonly<Record<string, readonly [Command, Status, Status, object, string]>> = {
  'assign-case': [assignCase, 'received', 'registered', { leadInvestigatorId: 'frans', coInvestigatorIds: [] }, 'maj'],
  'set-external-unit': [setExternalUnit, 'received', 'registered', { externalUnitId: 'norrvik-12' }, 'maj'],
  'set-breach': [setBreach, 'received', 'registered', { breach: { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } }, 'maj'],
  'edit-outgoing-text': [editOutgoingText, 'registered', 'registered', { text: 'Ny text.', notPersonalNumbers: [] }, 'maj'],
  'confirm-outgoing-text': [confirmOutgoingText, 'registered', 'registered', {}, 'maj'],
  'request-information': [requestInformation, 'registered', 'needsInfo', { question: 'Vad?' }, 'maj'],
  'provide-information': [provideInformation, 'needsInfo', 'registered', { answer: 'Det.' }, 'siri'],
  'send-case': [sendCase, 'registered', 'sent', {}, 'hanna'],
  'renew-link': [renewLink, 'sent', 'sent', {}, 'maj'],
  'record-identity-call': [recordIdentityCall, 'acknowledged', 'acknowledged', { how: 'phone', at: monday, receiverTitle: 'Sjuksköterska' }, 'maj'],
  'add-note': [addNote, 'closed', 'closed', { text: 'Not.' }, 'maj'],
  'note-in-record': [noteInRecord, 'sent', 'sent', {}, 'siri'],
  'complete-on-call': [completeOnCall, 'registered', 'registered', { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'yes' }, 'siri'],
  'set-not-ours': [setNotOurs, 'received', 'registered', { description: 'Regionens ansvar.', organisationId: 'sjoland' }, 'maj'],
  'record-dispatch': [recordDispatch, 'sent', 'sent', { how: 'post', at: monday, note: '' }, 'hanna'],
  'register-reply': [registerReply, 'sent', 'answered', { parts: { deviationReceived: 'a', investigation: 'b', acuteActions: 'c', systematicActions: 'd' }, respondentTitle: 'Chef', receivedAt: monday, how: 'post' }, 'maj'],
  'record-consent': [recordConsent, 'registered', 'registered', { status: 'refused', scope: [], recipientId: 'sjoland', byTitle: 'Sjuksköterska', at: monday }, 'maj'],
  'withdraw-consent': [withdrawConsent, 'closed', 'closed', { consentId: 'consent-1' }, 'maj'],
  'set-patient-reference': [setPatientReference, 'sent', 'sent', { reference: '121212-1212', protectedIdentity: true, reason: 'Fel nummer.' }, 'maj'],
  'move-to-patient-reference': [moveToPatientReference, 'received', 'received', { mark: markOfNumber('1212121212'), protectedIdentity: false }, 'hanna'],
  'return-reply': [returnReply, 'answered', 'replyReturned', reason, 'maj'],
  'decide-ask': [decideAsk, 'acknowledged', 'acknowledged', { askId: 'ask-1', approved: true, reason: '' }, 'hanna'],
  'share-reply': [shareReply, 'answered', 'answered', { unitIds: [], userIds: ['nils'], message: '' }, 'maj'],
  'close-case': [closeCase, 'answered', 'closed', { note: '' }, 'hanna'],
  'reopen-case': [reopenCase, 'closed', 'reopened', reason, 'maj'],
  'withdraw-case': [withdrawCase, 'received', 'withdrawn', reason, 'siri'],
  'restart-lifecycle': [restartLifecycle, 'sent', 'sent', reason, 'sixten'],
};

/** Of incoming cases; those that both directions know are tried here a second time. */
const serious = { harm: 'allvarligVardskada' } as const;
const incomingTable: Readonly<Record<string, readonly [Command, () => Case, Status, object, string]>> = {
  'accept-deviation': [acceptDeviation, filed, 'registered', { principal: 'mas', legalBasis: 'hsl', category: 'nursingCare', harm: 'risk', seriousRisk: false, concernedUnitIds: ['rehab'] }, 'maj'],
  'assign-case': [assignCase, registered, 'investigating', { leadInvestigatorId: 'enok', coInvestigatorIds: ['maj'] }, 'hanna'],
  'set-concerned-units': [setConcernedUnits, registered, 'registered', { unitIds: ['rehab'] }, 'maj'],
  'add-investigators': [addInvestigators, () => incomingInStatus('investigating'), 'investigating', { userIds: ['nils'] }, 'rut'],
  'save-investigation': [saveInvestigation, () => incomingInStatus('investigating'), 'investigating', { wentWell: 'Läkaren ringde.' }, 'enok'],
  'add-action': [addAction, () => incomingInStatus('investigating'), 'investigating', { kind: 'acute', text: 'Ringde', responsibleUserId: 'enok', due: null, doneAt: '2026-03-02' }, 'enok'],
  'change-action': [changeAction, () => incomingInStatus('investigating'), 'investigating', { actionId: 'action-1', text: 'Bättre rutin', responsibleUserId: 'rut', due: '2026-05-01' }, 'enok'],
  'complete-action': [completeAction, () => incomingInStatus('closed'), 'closed', { actionId: 'action-1', doneAt: '2026-03-02', effect: 'Bra' }, 'rut'],
  'request-information': [requestInformation, () => incomingInStatus('investigating'), 'needsInfo', { question: 'När?' }, 'enok'],
  'provide-information': [provideInformation, () => incomingInStatus('needsInfo'), 'investigating', { answer: 'I går.' }, 'maj'],
  'report-investigation-done': [reportInvestigationDone, () => incomingInStatus('investigating'), 'investigationDone', { message: '' }, 'enok'],
  'return-investigation': [returnInvestigation, () => incomingInStatus('investigationDone'), 'investigating', reason, 'hanna'],
  'edit-outgoing-text': [editOutgoingText, () => incomingInStatus('investigating'), 'investigating', { text: 'Ny text.', notPersonalNumbers: [] }, 'enok'],
  'confirm-outgoing-text': [confirmOutgoingText, () => incomingInStatus('investigationDone'), 'investigationDone', {}, 'maj'],
  'send-incoming-reply': [sendIncomingReply, () => incomingInStatus('investigationDone'), 'closed', { dispatch: 'link' }, 'hanna'],
  'reject-case': [rejectCase, filed, 'rejected', { reasonCode: 'alreadyReported', text: '' }, 'maj'],
  'redirect-case': [redirectCase, () => incomingInStatus('investigating'), 'handedOver', { toUnitId: 'nattpatrull', ...reason }, 'maj'],
  'record-pharmacy-notification': [recordPharmacyNotification, () => registered({ category: 'doseDispensing' }), 'registered', { reference: '', reason: 'Ingen dos.' }, 'hanna'],
  'record-effect-review': [recordEffectReview, () => incomingInStatus('closed'), 'closed', { wantedResult: true, note: '' }, 'enok'],
  'record-harm-decision': [recordHarmDecision, () => registered(serious), 'registered', { decision: 'notified', reference: 'IVO-1', reason: '', decidedAt: '2026-03-02', notifiedAt: '2026-03-02' }, 'maj'],
  'record-patient-information': [recordPatientInformation, () => registered(serious), 'registered', { given: false, reason: 'Avliden', at: null, to: 'nobody', byTitle: '', points: [], notedInRecord: false, patientViews: '', staffSupport: '' }, 'maj'],
  'assess-harm': [assessHarm, () => registered(), 'registered', { harm: 'vardskada', seriousRisk: false, consequence: 4, probability: 1, nccMerp: null, note: '' }, 'maj'],
  'review-harm': [reviewHarm, () => ({ ...registered(), harmAssessment: { harm: 'vardskada', seriousRisk: false, consequence: 4, probability: 1, note: '', by: 'maj', at: monday } }), 'registered', { note: 'Håller med.' }, 'marta'],
  'record-staff-support': [recordStaffSupport, () => registered(), 'registered', { given: true, text: 'Samtal', at: '2026-03-02' }, 'enok'],
  'record-feedback': [recordFeedback, () => incomingInStatus('closed'), 'closed', { text: 'Ny rutin finns.', unitIds: ['rehab'] }, 'enok'],
  'add-note': [addNote, () => incomingInStatus('rejected'), 'rejected', { text: 'Not.' }, 'maj'],
  'note-in-record': [noteInRecord, () => incomingInStatus('investigating'), 'investigating', {}, 'enok'],
  'record-consent': [recordConsent, () => incomingInStatus('investigating'), 'investigating', { status: 'given', scope: ['identity', 'events'], recipientId: 'sjoland', byTitle: 'Enhetschef', at: monday }, 'enok'],
  'withdraw-consent': [withdrawConsent, () => ({ ...incomingInStatus('closed'), consents: [consent] }), 'closed', { consentId: 'consent-1' }, 'maj'],
  'set-patient-reference': [setPatientReference, () => incomingInStatus('investigating'), 'investigating', { reference: '121212-1212', protectedIdentity: false, reason: 'Saknades.' }, 'enok'],
  'move-to-patient-reference': [moveToPatientReference, () => registered({ whatHappened: 'Gäller 19121212-1212.' }), 'registered', { mark: markOfNumber('1212121212'), protectedIdentity: true }, 'maj'],
  'reopen-case': [reopenCase, () => incomingInStatus('closed'), 'reopened', reason, 'maj'],
  'restart-lifecycle': [restartLifecycle, registered, 'registered', reason, 'sixten'],
};

let serial = 0;
const outgoing = (status: Status): Case => ({
  ...inStatus(status), consents: [consent], onCall: { automatic: true, applies: true, calendarIds: [], supplierIds: [], nurseOnDuty: 'unknown', doctorConsulted: 'yes', handoverConfirmed: 'yes' }, report: { ...inStatus(status).report, suggestion: 'Ring om 19121212-1212.' }, asks: [{ id: 'ask-1', unitId: 'norrvik-34', kind: 'moreTime', askedAt: monday, reason: 'r', days: 5 }] });
const make = async (template: Case): Promise<string> => {
  serial += 1;
  const made = { ...template, id: randomUUID(), number: caseNumber(serial) };
  await stores.cases.commit({
    case: made, expected: null, events: [], outbox: [],
    access: { at: monday, userId: 'siri', principal: null, unitId: null, operation: 'submit-deviation', kind: 'write', caseId: null, patientKey: null },
  });
  return made.id;
};
const requestFor = async (caseId: string, userId: string, body: object): Promise<CaseCommand<never>> => ({
  caller: { userId, now: monday, correlationId: 't' }, idempotency: { key: randomUUID(), bodyHash: 'a' }, caseId,
  body: { version: (await stores.cases.load(caseId))!.case.version, ...body } as never,
});

it('knows every command on a case that the interface has', () => {
  const onCases = Object.entries(operations).filter(([, operation]) => operation.command && operation.path.startsWith('/api/cases/{caseId}')).map(([id]) => id);
  expect([...new Set([...Object.keys(table), ...Object.keys(incomingTable)])].toSorted()).toEqual(onCases.toSorted());
});

const both = [
  ...Object.entries(table).map(([operation, [command, from, to, body, userId]]) => ['outgoing', operation, command, () => outgoing(from), to, body, userId] as const),
  ...Object.entries(incomingTable).map(([operation, [command, from, to, body, userId]]) => ['incoming', operation, command, from, to, body, userId] as const),
];
describe.each(both)('%s %s', (direction, operation, command, from, to, body, userId) => {
  it('does its work once, under its own name, and answers the same again', async () => {
    const caseId = await make(from());
    const request = await requestFor(caseId, userId, body);
    const receipt = commandReceipt.parse(await command(stores, request));
    expect(receipt.status).toBe(to);
    expect(await command(stores, request)).toEqual(receipt);
    const loaded = (await stores.cases.load(caseId))!;
    expect(loaded.case).toMatchObject({ version: receipt.version, status: to });
    const { Items } = await stores.documents.send(new QueryCommand({ TableName: 'AccessLog', IndexName: 'case', KeyConditionExpression: 'caseKey = :case', ExpressionAttributeValues: { ':case': caseId } }));
    expect(Items).toMatchObject([{ userId, operation, kind: 'write' }]);
  });
  it('leaves the case as it was for a stale version, a stranger to the case and a person of another field', async () => {
    const caseId = await make(from());
    const before = await stores.cases.load(caseId);
    const stale = await requestFor(caseId, userId, { ...body, version: 999 });
    await expect(command(stores, stale)).rejects.toMatchObject({ code: 'stale-version' });
    for (const stranger of direction === 'outgoing' ? ['frans', 'marta'] : ['frans', 'ulla']) await expect(command(stores, await requestFor(caseId, stranger, body))).rejects.toMatchObject({ code: 'not-found' });
    await expect(command(stores, await requestFor('no-such-case', userId, body).catch(() => ({ ...stale, caseId: 'no-such-case' })))).rejects.toMatchObject({ code: 'not-found' });
    expect(await stores.cases.load(caseId)).toEqual(before);
    expect(await stores.cases.events(caseId)).toEqual([]);
  });
});
