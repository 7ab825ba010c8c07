import { describe, expect, it } from 'vitest';
import { loadedCaseOf } from '../../../functions/adapters/case-row.ts';
import type { OutgoingCase } from '../../../functions/domain/case.ts';
import { askHandOver, decideAsk } from '../../../functions/domain/commands/asking.ts';
import { confirmOutgoingText, editOutgoingText } from '../../../functions/domain/commands/handling.ts';
import { returnReply } from '../../../functions/domain/commands/replying.ts';
import { recordIdentityCall, renewLink, send, sendingBlocksOf } from '../../../functions/domain/commands/sending.ts';
import type { Consent } from '../../../functions/domain/consent.ts';
import { findIdentifying, markOfNumber } from '../../../functions/domain/identifying.ts';
import { replyBlocksOf } from '../../../functions/domain/incoming/ending.ts';
import { confirmIncomingText, editIncomingText } from '../../../functions/domain/incoming/handling.ts';
import { linkIsLive } from '../../../functions/use-cases/mail-rules.ts';
import { eventsWithoutNumber, moveToPatientReference, recordConsent, withdrawConsent } from '../../../functions/domain/secrecy.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { filed, incomingContext, ready as replyReady } from './incoming-case.ts';
import { answered, context, outgoingOf, ready } from './outgoing-case.ts';

const gate = { ...vaxjo, consent: 'gate' as const };
const gated = (more = {}) => context({ routine: gate, ...more });
const consent = (more: Partial<Consent> = {}): Consent =>
  ({ id: 'consent-1', status: 'given', scope: ['identity', 'events'], recipientId: 'sjoland', byTitle: 'Sjuksköterska', at: monday, recordedAt: monday, ...more });
const identified = (text = 'Kerstin Ek kom hem utan lista.', consents: readonly Consent[] = []): OutgoingCase => {
  const edited = editOutgoingText({ ...ready(), consents }, { text }, gated()).case;
  return confirmOutgoingText(edited, gated(), 'identified').case;
};
const blocks = (concerned: OutgoingCase) => sendingBlocksOf(concerned, gated());

describe('the gate (R4)', () => {
  it.each<[string, readonly Consent[], readonly string[]]>([
    ['no consent', [], ['consent-missing']],
    ['consent in force', [consent()], []],
    ['for another recipient', [consent({ recipientId: 'linden' })], ['consent-missing']],
    ['refused', [consent({ status: 'refused', scope: [] })], ['consent-missing']],
    ['not asked', [consent({ status: 'notAsked', scope: [] })], ['consent-missing']],
    ['too narrow', [consent({ scope: ['identity'] })], ['consent-missing']],
    ['withdrawn', [consent({ withdrawnAt: monday })], ['consent-missing']],
    ['given, then refused', [consent(), consent({ id: 'consent-2', status: 'refused', scope: [] })], ['consent-missing']],
    ['refused, then given', [consent({ status: 'refused', scope: [] }), consent({ id: 'consent-2' })], []],
  ])('an identified text with %s', (_, consents, expected) => expect(blocks(identified(undefined, consents))).toEqual(expected));

  it('asks for health data as well where a diagnosis stands in the text', () => {
    expect(blocks(identified('Kerstin Ek har diabetes.', [consent()]))).toEqual(['consent-missing']);
    expect(blocks(identified('Kerstin Ek har diabetes.', [consent({ scope: ['identity', 'events', 'healthData'] })]))).toEqual([]);
  });
  it('lets no personal number leave, whatever consent there is', () => {
    const edited = editOutgoingText({ ...ready(), consents: [consent()] }, { text: 'Gäller 19121212-1212.' }, gated()).case;
    expect(() => confirmOutgoingText(edited, gated(), 'identified')).toThrow(expect.objectContaining({ code: 'personal-number-in-text' }));
  });
  it('has every text pass the whole check where the routine has no gate', () => {
    const edited = editOutgoingText(ready(), { text: 'Kerstin Ek kom hem.' }, context()).case;
    expect(() => confirmOutgoingText(edited, context(), 'identified')).toThrow(expect.objectContaining({ code: 'identifying-in-text' }));
  });
  it('holds for what was sent and nobody has opened: once consent is withdrawn the link is dead, and no new one is made', () => {
    const sent = outgoingOf(send(identified(undefined, [consent()]), gated()).case);
    const withdrawn = { ...sent, consents: [consent({ withdrawnAt: monday })] };
    expect([sent, withdrawn].map((concerned) => linkIsLive(concerned, 1, monday))).toEqual([true, false]);
    expect(() => renewLink(withdrawn, gated())).toThrow(expect.objectContaining({ code: 'consent-missing' }));
    expect(renewLink(sent, gated()).case.request?.epoch).toBe(2);
    // What has left has left.
    expect(linkIsLive({ ...withdrawn, request: { ...sent.request!, acknowledgedAt: monday } }, 1, monday)).toBe(true);
  });
  it('stands before telling whom it concerns, and before a hand-over to another organisation', () => {
    const call = { how: 'phone', at: monday, receiverTitle: 't' };
    const sent = outgoingOf(send(identified(undefined, [consent()]), gated()).case);
    expect(recordIdentityCall(sent, call, gated()).events).toHaveLength(1);
    expect(() => recordIdentityCall({ ...sent, consents: [consent({ withdrawnAt: monday })] }, call, gated())).toThrow(expect.objectContaining({ code: 'consent-missing' }));
    const asked = outgoingOf(askHandOver(sent, { toUnitId: 'linden-hemtjanst', reason: 'r' }, gated({ actor: 'external' })).case);
    const approve = (concerned: OutgoingCase) => decideAsk(concerned, { askId: asked.asks[0]!.id, approved: true, reason: '' }, gated());
    expect(() => approve(asked)).toThrow(expect.objectContaining({ code: 'consent-missing' }));
    expect(approve({ ...asked, consents: [consent(), consent({ recipientId: 'linden' })] }).case.externalUnitId).toBe('linden-hemtjanst');
  });
  it('stands before a reply is returned, whose link opens the request again', () => {
    const { request, replies } = answered();
    const asked = outgoingOf(send(identified(undefined, [consent()]), gated()).case).request;
    const replied: OutgoingCase = { ...answered(), request: { ...request!, form: asked!.form, snapshot: asked!.snapshot }, replies, consents: [consent()] };
    expect(returnReply(replied, { reason: 'Orsaken saknas.' }, gated()).case.status).toBe('replyReturned');
    expect(() => returnReply({ ...replied, consents: [consent({ withdrawnAt: monday })] }, { reason: 'Orsaken saknas.' }, gated())).toThrow(expect.objectContaining({ code: 'consent-missing' }));
  });
  it('stands before an identified reply to whoever filed', () => {
    const around = { register: ekdala, routine: gate };
    const reply = confirmIncomingText(editIncomingText(replyReady(), { text: 'Kerstin Ek får nu hjälp.' }, incomingContext()).case, incomingContext({ routine: gate }), 'identified').case;
    expect(replyBlocksOf(reply, around)).toEqual(['consent-missing']);
    expect(replyBlocksOf({ ...reply, consents: [consent()] }, around)).toEqual([]);
  });
});

describe('consent as it is recorded (L7)', () => {
  const record = { status: 'given', scope: ['identity', 'identity'], recipientId: 'sjoland', byTitle: 'Kurator', at: monday } as const;
  it('is numbered, has each scope once, and the timeline names no one', () => {
    const outcome = recordConsent(ready(), record, context());
    expect(outcome.case.consents).toEqual([consent({ scope: ['identity'], byTitle: 'Kurator' })]);
    expect(outcome.events[0]?.detail).toEqual({ consent: 'consent-1', consentStatus: 'given', scope: 'identity', recipientId: 'sjoland', byTitle: 'Kurator' });
  });
  it.each([
    [{ ...record, scope: [] }, 'consent-scope-missing'], [{ ...record, recipientId: 'ekdala' }, 'party-unknown'], [{ ...record, recipientId: null }, 'party-unknown'],
    [{ ...record, at: '2026-03-03T09:00:00.000Z' }, 'date-in-future'],
  ])('is refused: %j', (body, code) => expect(() => recordConsent(ready(), body, context())).toThrow(expect.objectContaining({ code })));
  it('names whoever filed where that is no organisation', () => {
    expect(recordConsent(filed({ partyOrganisationId: null, partyUnitId: null }), { ...record, recipientId: null }, incomingContext()).case.consents).toHaveLength(1);
  });
  it('is withdrawn once', () => {
    const once = withdrawConsent({ ...ready(), consents: [consent()] }, { consentId: 'consent-1' }, context()).case;
    expect(once.consents[0]?.withdrawnAt).toBe(monday);
    expect(() => withdrawConsent(once, { consentId: 'consent-1' }, context())).toThrow(expect.objectContaining({ code: 'already-there' }));
    expect(() => withdrawConsent(once, { consentId: 'consent-9' }, context())).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('the check of what leaves', () => {
  it('stops a short text as well, until its writer says that it identifies nobody; the log has the mark alone', () => {
    const reason = 'Ring 070-123 45 67 om grundorsaken.';
    const [phone] = findIdentifying(reason);
    expect(() => returnReply(answered(), { reason }, context())).toThrow(expect.objectContaining({ code: 'identifying-in-text' }));
    const { events } = returnReply(answered(), { reason, notIdentifying: [phone!.mark, 'name-abc'] }, context());
    expect(events[0]?.detail).toMatchObject({ notIdentifying: phone!.mark });
  });
  it('takes the number out of every text, and what was confirmed must be confirmed anew', () => {
    const edited = editOutgoingText(ready(), { text: 'Om 19121212-1212.', notPersonalNumbers: ['19121212-1212'] }, context()).case;
    const confirmed = confirmOutgoingText({ ...edited, report: { ...edited.report, suggestion: 'Ring om 121212-1212!' } }, context()).case;
    const moved = outgoingOf(moveToPatientReference(confirmed, { mark: markOfNumber('1212121212'), protectedIdentity: true }, context()).case);
    expect(moved).toMatchObject({ hasPatientReference: true, protectedIdentity: true, report: { suggestion: 'Ring om [patientuppgift]!' }, outgoingText: { text: 'Om [patientuppgift].' } });
    expect(moved.outgoingText?.confirmedAt).toBeUndefined();
  });
  it('takes it out of whatever part of the case it stands in, and of the timeline; what was sent stays as it was sent', () => {
    const number = '19121212-1212';
    const concerned = outgoingOf({
      ...answered(), notOurs: { description: `Gäller ${number}.`, organisationId: 'sjoland', by: 'maj', at: monday },
      staffSupport: { given: false, text: `Samtal om ${number}`, at: null, by: 'maj' },
    });
    const said = { id: 'e1', caseId: concerned.id, at: monday, type: 'noteAdded', actor: 'maj', detail: { text: `Ringde om ${number}.` } } as const;
    const mark = markOfNumber('1212121212');
    const { case: moved } = moveToPatientReference(concerned, { mark, protectedIdentity: false }, context());
    expect(JSON.stringify(moved)).not.toContain('1212-1212');
    expect(outgoingOf(moved)).toMatchObject({ notOurs: { description: 'Gäller [patientuppgift].', organisationId: 'sjoland' }, staffSupport: { text: 'Samtal om [patientuppgift]' }, replies: concerned.replies });
    expect(eventsWithoutNumber([said, { ...said, id: 'e2', detail: { text: 'Klart.' } }], mark)).toEqual([{ ...said, detail: { text: 'Ringde om [patientuppgift].' } }]);
    const sent = outgoingOf({ ...concerned, request: { ...concerned.request!, snapshot: `Om ${number}` } });
    expect(outgoingOf(moveToPatientReference(sent, { mark, protectedIdentity: false }, context()).case).request).toBe(sent.request);
  });
});

it('loads a case that was stored before there were consents and marks', () => {
  const { consents: _consents, protectedIdentity: _protected, steps, overdue, stopped, ...kept } = ready();
  const old = { ...kept, outgoingText: { text: 'Batch 121212-1212', editedBy: 'maj', editedAt: monday, notPersonalNumbers: ['1212121212'] } };
  expect(loadedCaseOf({ case: old, steps, overdue, stopped }).case).toMatchObject({ consents: [], protectedIdentity: false, outgoingText: { resolved: [markOfNumber('1212121212')] } });
});
