import { changeDispute } from '../../../functions/domain/dispute/changing.ts';
import { openDispute } from '../../../functions/domain/dispute/opening.ts';
import { noteDraft } from '../../../functions/domain/event-description/drafting.ts';
import { completeOnCall, setNotOurs } from '../../../functions/domain/commands/on-call.ts';
import { recordDispatch, registerReply } from '../../../functions/domain/commands/dispatching.ts';
import { describe, expect, it } from 'vitest';
import type { OutgoingCase as Case } from '../../../functions/domain/case.ts';
import { askHandOver, askMoreTime, decideAsk, reportWrongRecipient } from '../../../functions/domain/commands/asking.ts';
import { close, reopen, restartLifecycle, withdraw } from '../../../functions/domain/commands/ending.ts';
import { classifyCase } from '../../../functions/domain/classification.ts';
import { addNote, assign, confirmOutgoingText, editOutgoingText, noteInRecord, provideInformation, requestInformation, setBreach, setExternalUnit } from '../../../functions/domain/commands/handling.ts';
import { redriveExecution, stopExecution } from '../../../functions/domain/commands/mending.ts';
import { acknowledge, answer, returnReply, shareReply } from '../../../functions/domain/commands/replying.ts';
import { recordIdentityCall, renewLink, send } from '../../../functions/domain/commands/sending.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import type { Outcome } from '../../../functions/domain/command.ts';
import { addAction, changeAction, completeAction } from '../../../functions/domain/follow-up/actions.ts';
import { recordEffectReview } from '../../../functions/domain/follow-up/effect-review.ts';
import { assessHarm, reviewHarm } from '../../../functions/domain/harm/assessment.ts';
import type { LadderCommand } from '../../../functions/domain/escalation/words.ts';
import { recordFeedback, recordHarmDecision, recordPatientInformation, recordStaffSupport } from '../../../functions/domain/harm/recording.ts';
import { WrongStatus } from '../../../functions/domain/errors.ts';
import type { CommandName } from '../../../functions/domain/transitions.ts';
import { isOpen, isPossible, transitions } from '../../../functions/domain/transitions.ts';
import { statuses, type Status } from '../../../functions/domain/vocabulary.ts';
import { markOfNumber } from '../../../functions/domain/identifying.ts';
import { moveToPatientReference, recordConsent, setPatientReference, withdrawConsent } from '../../../functions/domain/secrecy.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';
import { acknowledged, answered, context, inStatus, parts, ready, received, sent } from './outgoing-case.ts';

const external = (now = '2026-03-05T09:00:00.000Z') => context({ now, actor: 'external', principal: null });
const withAsk = (concerned: Case): Case => ({ ...concerned, asks: [{ id: 'ask-1', unitId: concerned.request?.unitId ?? '', kind: 'moreTime', askedAt: monday, reason: 'r', days: 5 }] });

const planned = { kind: 'systematic', text: 't', responsibleUserId: 'rut', due: '2026-04-01', doneAt: null } as const;
const withAction = (concerned: Case): Case => ({ ...concerned, actions: [{ ...planned, id: 'action-1', unitId: 'rehab', effect: '' }] });
const withReview = (concerned: Case): Case => ({ ...concerned, effectReviews: [{ number: 1, dueAt: '2026-06-01T07:00:00.000Z', note: '' }] });
const withAssessment = (concerned: Case): Case => ({ ...concerned, harmAssessment: { harm: 'noHarm', seriousRisk: false, consequence: 3, probability: 2, note: '', by: 'marta', at: monday } });
const withDispute = (concerned: Case): Case => openDispute(concerned, { subject: 'cost', about: 'Vem betalar?', amount: null, owner: null }, context()).case;
const executionOf = ({ status, generation }: Case) => (isOpen(status) ? { generation } : { track: 'effect-review' as const, generation: 1 });
const informed = { given: false, reason: 'r', at: null, to: 'nobody', byTitle: '', points: [], notedInRecord: false, patientViews: '', staffSupport: '' } as const;

const run: Readonly<Record<Exclude<CommandName, 'hand-over' | 'grant-more-time' | 'restart-track' | LadderCommand>, (concerned: Case) => Outcome | null>> = {
  'assign-case': (c) => assign(c, { leadInvestigatorId: 'maj', coInvestigatorIds: [] }, context()),
  'set-breach': (c) => setBreach(c, { breach: { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } }, context()),
  'classify-case': (c) => classifyCase(c, { targetGroup: 'olderPeople', causeAreas: ['trainingCompetence'] }, context()),
  'set-external-unit': (c) => setExternalUnit(c, { externalUnitId: 'norrvik-12' }, context()),
  'edit-outgoing-text': (c) => editOutgoingText(c, { text: 't', notPersonalNumbers: [] }, context()),
  'confirm-outgoing-text': (c) => confirmOutgoingText(c, context()),
  'request-information': (c) => requestInformation(c, { question: 'q' }, context()),
  'provide-information': (c) => provideInformation(c, { answer: 'a' }, context()),
  'send-case': (c) => send(c, context()),
  'renew-link': (c) => renewLink(c, context()),
  'record-identity-call': (c) => recordIdentityCall(c, { how: 'phone', at: monday, receiverTitle: 't' }, context()),
  'note-in-record': (c) => noteInRecord(c, context()),
  'complete-on-call': (c) => completeOnCall(c, { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'yes' }, context()),
  'set-not-ours': (c) => setNotOurs(c, { description: 'd', organisationId: 'sjoland' }, context()),
  'record-dispatch': (c) => recordDispatch(c, { how: 'post', at: monday, note: '' }, context()),
  'register-reply': (c) => registerReply(c, { parts, respondentTitle: 't', receivedAt: monday, how: 'post' }, context()),
  'record-consent': (c) => recordConsent(c, { status: 'given', scope: ['identity'], recipientId: 'sjoland', byTitle: 'Sjuksköterska', at: monday }, context()),
  'withdraw-consent': (c) => withdrawConsent({ ...c, consents: [{ id: 'consent-1', status: 'given', scope: ['identity'], recipientId: 'sjoland', byTitle: 't', at: monday, recordedAt: monday }] }, { consentId: 'consent-1' }, context()),
  'set-patient-reference': (c) => setPatientReference(c, { protectedIdentity: false }, context()),
  'move-to-patient-reference': (c) => moveToPatientReference({ ...c, informationRequest: { question: 'Gäller det 19121212-1212?', by: 'maj', at: monday } }, { mark: markOfNumber('1212121212'), protectedIdentity: false }, context()),
  'add-note': (c) => addNote(c, { text: 't' }, context()),
  'return-reply': (c) => returnReply(c, { reason: 'r' }, context()),
  'decide-ask': (c) => decideAsk(withAsk(c), { askId: 'ask-1', approved: false, reason: '' }, context()),
  'share-reply': (c) => shareReply(c, { unitIds: [], userIds: [], message: '' }, context()),
  'close-case': (c) => close(c, { note: 'Löst per telefon.' }, context()),
  'reopen-case': (c) => reopen(c, { reason: 'r' }, context()),
  'withdraw-case': (c) => withdraw(c, { reason: 'r' }, context()),
  'restart-lifecycle': (c) => restartLifecycle(c, { reason: 'r' }, context()),
  // Of an ended case: the track that outlasts it.
  'redrive-execution': (c) => redriveExecution(withReview(c), { reason: 'r', execution: { ...executionOf(c), status: 'FAILED', stoppedAt: monday } }, context()),
  'stop-execution': (c) => stopExecution(withReview(c), { reason: 'r', execution: { ...executionOf(c), status: 'RUNNING', stoppedAt: null } }, context()),
  'add-action': (c) => addAction(c, planned, context()),
  'change-action': (c) => changeAction(withAction(c), { actionId: 'action-1', text: 't', responsibleUserId: 'rut', due: '2026-05-01' }, context()),
  'complete-action': (c) => completeAction(withAction(c), { actionId: 'action-1', doneAt: '2026-03-02', effect: '' }, context()),
  'record-effect-review': (c) => recordEffectReview(withReview(c), { wantedResult: true, note: '' }, context()),
  'record-harm-decision': (c) => recordHarmDecision(c, { decision: 'notNotified', reference: '', reason: 'r', decidedAt: '2026-03-02' }, context()),
  'record-patient-information': (c) => recordPatientInformation(c, informed, context()),
  'assess-harm': (c) => assessHarm(c, { harm: 'vardskada', seriousRisk: false, consequence: 3, probability: 2, nccMerp: null, note: '' }, context()),
  'review-harm': (c) => reviewHarm(withAssessment(c), { note: '' }, context()),
  'record-staff-support': (c) => recordStaffSupport(c, { given: false, text: 'r', at: null }, context()),
  'record-feedback': (c) => recordFeedback(c, { text: 'Ny rutin.', unitIds: ['rehab'] }, context()),
  'open-dispute': (c) => openDispute(c, { subject: 'cost', about: 'Vem betalar?', amount: 12_000, owner: null }, context()),
  'change-dispute': (c) => changeDispute(withDispute(c), { kind: 'move', stage: 'administrationHeads', reason: 'r' }, context()),
  'draft-event-description': (c) => noteDraft(c, 'description-1', context()),
  acknowledge: (c) => acknowledge(c, external()),
  answer: (c) => answer(c, { parts, respondentTitle: 't' }, external()),
  'ask-hand-over': (c) => askHandOver(c, { toUnitId: 'bjorken', reason: 'r' }, external()),
  'ask-more-time': (c) => askMoreTime(c, { days: 3, reason: 'r' }, external()),
  'report-wrong-recipient': (c) => reportWrongRecipient(c, { reason: 'r' }, external()),
};
const commands = Object.keys(run) as (keyof typeof run)[];

describe.each(commands)('%s', (command) => {
  it.each(statuses)('on %s', (status: Status) => {
    const before = inStatus(status);
    if (!isPossible(command, status)) {
      if (command === 'acknowledge') return expect(run[command](before)).toBeNull();
      return expect(() => run[command](before)).toThrow(WrongStatus);
    }
    const outcome = run[command](before)!;
    const { to, clock } = transitions[command];
    // A track's clock follows by itself.
    const concernsClock = clock || command === 'record-effect-review' || command === 'change-dispute';
    const expected = to === 'same' ? status : to === 'received-becomes-registered' ? (status === 'received' ? 'registered' : status) : to;
    expect(outcome.case.status).toBe(expected);
    // A dispute is opened first, to be changed.
    expect(outcome.case.version).toBe(before.version + (command === 'change-dispute' ? 2 : 1));
    expect(outcome.case.clockRevision).toBe(before.clockRevision + (command === 'change-dispute' ? 2 : concernsClock || command === 'open-dispute' ? 1 : 0));
    expect(outcome.outbox.some(({ kind }) => kind === 'signal')).toBe(concernsClock);
    expect(outcome.events.length).toBeGreaterThan(0);
    // The reporter's words are never rewritten.
    expect(outcome.case.report).toBe(before.report);
    // No free text leaves for the outbox.
    expect(JSON.stringify(outcome.outbox)).not.toContain('Listan');
  });
});

const mails = (outcome: Outcome) => outcome.outbox.flatMap((entry) => (entry.kind === 'mail' ? [`${entry.mail} → ${entry.recipient.kind === 'user' ? entry.recipient.userId : entry.recipient.kind === 'unit' ? entry.recipient.unitId : 'filer'}${entry.linkEpoch === undefined ? '' : ` e${entry.linkEpoch}`}`] : []));

describe('who is told (domain.md section 5)', () => {
  const assigned = { ...received(), leadInvestigatorId: 'frans' };
  it.each<[string, () => Outcome, string[]]>([
    ['submitted', () => submit({ caseId: 'c', number: 'n', report: missingList, hasPatientReference: false }, context({ actor: 'siri', principal: null })), ['receipt → siri', 'assigned → maj']],
    ['submitted while the substitute acts', () => submit({ caseId: 'c', number: 'n', report: missingList, hasPatientReference: false }, context({ actor: 'siri', principal: null, now: '2027-07-10T09:00:00.000Z' })), ['receipt → siri', 'assigned → moa']],
    ['submitted by the handler', () => submit({ caseId: 'c', number: 'n', report: missingList, hasPatientReference: false }, context({ actor: 'maj', principal: null })), ['receipt → maj']],
    ['assigned', () => assign(received(), { leadInvestigatorId: 'frans', coInvestigatorIds: ['rut', 'maj', 'rut'] }, context()), ['assigned → frans', 'assigned → rut']],
    ['assigned again', () => assign({ ...assigned, coInvestigatorIds: ['rut'] }, { leadInvestigatorId: 'frans', coInvestigatorIds: ['rut', 'enok'] }, context()), ['assigned → enok']],
    ['a co-investigator takes the lead', () => assign({ ...assigned, coInvestigatorIds: ['rut'] }, { leadInvestigatorId: 'rut', coInvestigatorIds: [] }, context()), ['assigned → rut']],
    ['sent', () => send(ready(), context()), ['request → norrvik-34 e1']],
    ['renewed', () => renewLink(sent(), context()), ['request → norrvik-34 e2']],
    ['acknowledged', () => acknowledge(sent(), external())!, ['acknowledged → maj']],
    ['acknowledged, with a lead', () => acknowledge({ ...sent(), leadInvestigatorId: 'frans' }, external())!, ['acknowledged → frans']],
    ['acknowledged while the substitute acts', () => acknowledge(sent(), external('2027-07-10T09:00:00.000Z'))!, ['acknowledged → moa']],
    ['answered', () => answer(acknowledged(), { parts, respondentTitle: 't' }, external()), ['answered → maj']],
    ['returned', () => returnReply(answered(), { reason: 'r' }, context()), ['returned → norrvik-34 e1']],
    ['shared', () => shareReply(answered(), { unitIds: ['hemsjukvard-norr'], userIds: ['nils'], message: '' }, context()), ['shared → siri', 'shared → nils', 'shared → enok']],
    ['closed', () => close(answered(), { note: '' }, context()), ['closed → siri', 'closed → norrvik-34']],
    ['information requested', () => requestInformation(received(), { question: 'q' }, context()), ['informationRequested → siri']],
    ['information provided', () => provideInformation(inStatus('needsInfo'), { answer: 'a' }, context({ actor: 'siri' })), ['informationProvided → maj']],
    ['withdrawn before sending', () => withdraw(received(), { reason: 'r' }, context()), ['withdrawn → siri']],
    ['withdrawn after sending', () => withdraw(sent(), { reason: 'r' }, context()), ['withdrawn → siri', 'withdrawn → norrvik-34']],
    ['reopened', () => reopen(inStatus('closed'), { reason: 'r' }, context()), ['reopened → siri']],
    ['asked', () => askMoreTime(acknowledged(), { days: 3, reason: 'r' }, external()), ['asked → maj']],
    ['wrong recipient', () => reportWrongRecipient(acknowledged(), { reason: 'r' }, external()), ['asked → maj']],
    ['more time refused', () => decideAsk(withAsk(acknowledged()), { askId: 'ask-1', approved: false, reason: '' }, context()), ['decided → norrvik-34 e1']],
  ])('%s', (_, act, expected) => expect(mails(act())).toEqual(expected));
});

describe('submitting', () => {
  const with_ = (change: object) => () => submit({ caseId: 'c', number: 'n', report: { ...missingList, ...change }, hasPatientReference: false }, context({ actor: 'siri' }));
  it.each([
    [{ happenedAt: '2026-03-03T00:00:00Z', discoveredAt: '2026-03-03T00:00:00Z' }, ['/report/happenedAt', '/report/discoveredAt']],
    [{ discoveredAt: '2026-03-01T00:00:00Z' }, ['/report/discoveredAt']],
    [{ unitId: 'norrvik-34' }, ['/report/unitId']], [{ unitId: 'nowhere' }, ['/report/unitId']],
    [{ counterpartId: 'ekdala' }, ['/report/counterpartId']], [{ counterpartId: 'nobody' }, ['/report/counterpartId']],
    [{ externalUnitId: 'nowhere' }, ['/report/externalUnitId']], [{ externalUnitId: 'linden-hemtjanst' }, ['/report/externalUnitId']],
  ])('refuses %j at %j', (change, pointers) => {
    expect(with_(change)).toThrow(expect.objectContaining({ faults: pointers.map((pointer) => expect.objectContaining({ pointer })) }));
  });
  it('refuses a category that is not in the routine', () => {
    const routine = { ...vaxjo, outgoing: { ...vaxjo.outgoing, categories: ['other' as const] } };
    expect(() => submit({ caseId: 'c', number: 'n', report: missingList, hasPatientReference: false }, context({ routine }))).toThrow('category-not-in-routine');
  });
  it.each([['linden', 'investigator', 'hemsjukvard-norr'], ['sjoland', 'mas', 'mas-funktionen']])('about %s belongs to %s, owned by %s', (counterpartId, responsible, owningUnitId) => {
    expect(with_({ counterpartId })().case).toMatchObject({ responsible, owningUnitId });
  });
});

describe('sending is a disclosure', () => {
  const noMailbox = { ...ekdala, units: ekdala.units.map(({ mailbox: _mailbox, ...unit }) => unit) };
  it.each([
    ['no unit', { ...ready(), externalUnitId: null }, {}, ['external-unit-missing']],
    ['no mailbox', ready(), { register: noMailbox }, ['mailbox-missing']],
    ['text edited after confirming', editOutgoingText(ready(), { text: 'x', notPersonalNumbers: [] }, context()).case, {}, ['text-not-confirmed']],
    ['a personal number', editOutgoingText(ready(), { text: '121212-1212', notPersonalNumbers: [] }, context()).case, {}, ['text-not-confirmed', 'personal-number-in-text']],
    ['nothing at all', received(), {}, ['external-unit-missing', 'text-not-confirmed']],
  ])('is refused with %s', (_, concerned, more, blocks) => {
    expect(() => send(concerned, context(more))).toThrow(expect.objectContaining({ blocks }));
  });
  it('goes through when a person has said that the number is none, and logs that', () => {
    const edited = editOutgoingText(ready(), { text: 'Batch 121212-1212', notPersonalNumbers: ['121212-1212', '701063-2391'] }, context());
    expect(edited.events[0]?.detail).toMatchObject({ notPersonalNumbers: 1, personalNumbers: 0 });
    expect(send(confirmOutgoingText(edited.case, context()).case, context()).case.status).toBe('sent');
  });
  it('L8: keeps personal numbers out of what goes back to the unit: the reason of a return, the motivation of a decision', () => {
    const blocked = expect.objectContaining({ code: 'personal-number-in-text' });
    expect(() => returnReply(answered(), { reason: 'Gäller 121212-1212.' }, context())).toThrow(blocked);
    expect(() => decideAsk(withAsk(acknowledged()), { askId: 'ask-1', approved: true, reason: 'Om 20121212 1212' }, context())).toThrow(blocked);
  });
  it('freezes the text: the receiver’s copy never changes', () => {
    const first = sent();
    const again = editOutgoingText(reopen(close(first, { note: 'Löst per telefon.' }, context()).case, { reason: 'r' }, context()).case, { text: 'Annat.', notPersonalNumbers: [] }, context()).case;
    expect(again.request?.snapshot).toBe('Listan saknades.');
  });
  it('keeps the clock through a return and a hand-over, and prolongs it by what is granted, within the routine', () => {
    const { replyBy } = sent().request!;
    expect(returnReply(answered(), { reason: 'r' }, context({ now: '2026-03-20T09:00:00.000Z' })).case.request?.replyBy).toBe(replyBy);
    const asked = askHandOver(acknowledged(), { toUnitId: 'linden-hemtjanst', reason: 'r' }, external()).case;
    const over = decideAsk(asked, { askId: asked.asks[0]!.id, approved: true, reason: '' }, context({ now: '2026-03-06T09:00:00.000Z' }));
    expect(over.case).toMatchObject({ status: 'handedOver', counterpartId: 'linden', externalUnitId: 'linden-hemtjanst', request: { replyBy, epoch: 2, unitId: 'linden-hemtjanst' } });
    expect(over.case.request?.acknowledgedAt).toBeUndefined();
    expect(mails(over)).toEqual(['decided → norrvik-34', 'request → linden-hemtjanst e2']);
    const granted = decideAsk(askMoreTime(acknowledged(), { days: 20, reason: 'r' }, external()).case, { askId: `ask-${acknowledged().version + 1}`, approved: true, reason: '' }, context()).case;
    expect(granted.request).toMatchObject({ replyBy: '2026-04-21T21:59:59.000Z', grantedExtraDays: 20 });
    expect(() => askMoreTime(granted, { days: 11, reason: 'r' }, external())).toThrow(expect.objectContaining({ atMostDays: 10 }));
  });
  it('refuses to ask twice, to hand over to oneself or to our own units, and to decide twice', () => {
    const asked = askMoreTime(acknowledged(), { days: 3, reason: 'r' }, external()).case;
    expect(() => askMoreTime(asked, { days: 3, reason: 'r' }, external())).toThrow(expect.objectContaining({ code: 'ask-open' }));
    for (const [toUnitId, code] of [['norrvik-34', 'external-unit-foreign'], ['rehab', 'external-unit-foreign'], ['nowhere', 'external-unit-unknown']]) {
      expect(() => askHandOver(acknowledged(), { toUnitId: toUnitId!, reason: 'r' }, external())).toThrow(expect.objectContaining({ code }));
    }
    const decided = decideAsk(asked, { askId: asked.asks[0]!.id, approved: false, reason: '' }, context()).case;
    expect(() => decideAsk(decided, { askId: decided.asks[0]!.id, approved: true, reason: '' }, context())).toThrow(expect.objectContaining({ code: 'ask-decided' }));
    expect(() => decideAsk(decided, { askId: 'ask-9', approved: true, reason: '' }, context())).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
  it('says which unit answered and asked, whoever is asked later', () => {
    expect(answer(acknowledged(), { parts, respondentTitle: 't' }, external()).events[0]?.detail).toEqual({ reply: 1, externalUnitId: 'norrvik-34' });
    expect(askMoreTime(acknowledged(), { days: 3, reason: 'r' }, external()).events[0]?.detail).toMatchObject({ externalUnitId: 'norrvik-34' });
    expect(askHandOver(acknowledged(), { toUnitId: 'bjorken', reason: 'r' }, external()).events[0]?.detail).toMatchObject({ externalUnitId: 'norrvik-34', toUnitId: 'bjorken' });
  });
  it('returns to MAS without a unit, under a dead link, when it was the wrong recipient', () => {
    const back = reportWrongRecipient(acknowledged(), { reason: 'r' }, external()).case;
    expect(back).toMatchObject({ status: 'registered', externalUnitId: null, handleBy: '2026-03-12T22:59:59.000Z', request: { epoch: 2 } });
    const again = setExternalUnit(back, { externalUnitId: 'norrvik-12' }, context()).case;
    expect(send(again, context()).case.request?.epoch).toBe(3);
  });
  it.each(['deviationReceived', 'investigation', 'acuteActions', 'systematicActions'] as const)('refuses a reply without %s (H7)', (part) => {
    expect(() => answer(acknowledged(), { parts: { ...parts, [part]: ' \n' }, respondentTitle: 't' }, external())).toThrow(expect.objectContaining({ missing: [part] }));
  });
  it('lets the reporter read the reply even when it is closed without being shared', () => {
    expect(close(answered(), { note: '' }, context()).case).toMatchObject({ sharedWith: ['siri'], sharedAt: monday });
  });
  it('gives a link a new life when a reply is returned after it died', () => {
    const late = context({ now: '2026-06-01T09:00:00.000Z' });
    expect(returnReply({ ...answered(), steps: { expireLink: '2026-05-02T00:00:00Z' } }, { reason: 'r' }, late).case).toMatchObject({ request: { linkExpiresAt: '2026-07-01T21:59:59.000Z' }, overdue: true });
  });
});
