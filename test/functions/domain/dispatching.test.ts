import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../functions/use-cases/case-view.ts';
import { recordDispatch, registerReply } from '../../../functions/domain/commands/dispatching.ts';
import { returnReply } from '../../../functions/domain/commands/replying.ts';
import { renewLink, send, sendingBlocksOf } from '../../../functions/domain/commands/sending.ts';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import { readLifecycle } from '../../../functions/domain/lifecycle.ts';
import { registerDeviation } from '../../../functions/domain/incoming/filing.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { incomingContext, registered as incoming } from './incoming-case.ts';
import { context, parts, ready, sent } from './outgoing-case.ts';

const withoutMailbox = context({ register: { ...ekdala, units: ekdala.units.map((unit) => (unit.id === 'norrvik-34' ? { ...unit, mailbox: undefined } : unit)) } });
const posted = () => send(ready(), withoutMailbox, { dispatch: { how: 'post', at: '2026-03-02T08:00:00.000Z', note: 'Rekommenderat' } });

describe('a request on paper (H3)', () => {
  it('needs no mailbox, mails nobody, and its clock counts from when it left', () => {
    expect(sendingBlocksOf(ready(), withoutMailbox)).toEqual(['mailbox-missing']);
    const { case: concerned, outbox } = posted();
    expect(concerned.request).toMatchObject({ how: 'post', sentAt: '2026-03-02T08:00:00.000Z' });
    expect(concerned.dispatches).toEqual([{ how: 'post', at: '2026-03-02T08:00:00.000Z', by: 'maj', unitId: 'norrvik-34', epoch: 1, note: 'Rekommenderat' }]);
    expect(outbox.filter(({ kind }) => kind === 'mail')).toEqual([]);
  });
  it.each([['in the future', '2026-03-02T09:00:01.000Z', 'date-in-future'], ['before it was discovered', '2026-03-02T06:59:00.000Z', 'received-before-happened']])('did not leave %s', (_, at, code) => {
    expect(() => send(ready(), context(), { dispatch: { how: 'hand', at } })).toThrow(code);
  });
  it('by link leaves when it is sent, and at no other time', () => {
    expect(() => send(ready(), context(), { dispatch: { how: 'link', at: monday } })).toThrow('received-before-happened');
    expect(sent().dispatches).toMatchObject([{ how: 'link', at: monday, by: 'maj' }]);
  });
  it('waits for the reply at once, reminds the handler instead of a mailbox, and has no link that dies', () => {
    const concerned = posted().case;
    const reading = readLifecycle(concerned, vaxjo, { generation: 1, startedAt: monday }, monday);
    expect(reading).toMatchObject({ awaits: 'reply', next: { step: 'remindBefore' } });
    const due = reading.next!.at;
    const step = takeClockStep(concerned, 'remindBefore', { now: due, routine: vaxjo, register: withoutMailbox.register });
    expect(step?.outbox).toMatchObject([{ mail: 'reminder', recipient: { kind: 'user', userId: 'maj' } }]);
    expect(clockOf(concerned, monday)).toMatchObject({ acknowledgeBy: null, linkExpiresAt: null });
    const later = { ...concerned, steps: { remindBefore: monday, remindDue: monday, remindAfter: monday, escalate: monday } };
    expect(readLifecycle(later, vaxjo, { generation: 1, startedAt: monday }, '2026-04-20T09:00:00.000Z').next).toBeNull();
  });
  it('goes on by link once there is a mailbox, not before', () => {
    expect(() => renewLink(posted().case, withoutMailbox)).toThrow('mailbox-missing');
    const { case: concerned, outbox } = renewLink(posted().case, context());
    expect(concerned.request?.how).toBeUndefined();
    expect(concerned.dispatches?.map(({ how }) => how)).toEqual(['post', 'link']);
    expect(outbox).toContainEqual(expect.objectContaining({ kind: 'mail', mail: 'request' }));
  });
  it('can be logged as sent once more', () => {
    const { case: concerned } = recordDispatch(posted().case, { how: 'hand', at: monday, note: '' }, context());
    expect(concerned.dispatches?.map(({ how }) => how)).toEqual(['post', 'hand']);
    expect(() => recordDispatch(posted().case, { how: 'post', at: '2027-01-01T00:00:00.000Z', note: '' }, context())).toThrow('date-in-future');
  });
});

describe('a reply by post', () => {
  const reply = { parts, respondentTitle: 'Enhetschef', receivedAt: '2026-03-02T08:30:00.000Z', how: 'post' } as const;
  it('is held to the same parts, and says who registered it', () => {
    expect(() => registerReply(posted().case, { ...reply, parts: { ...parts, investigation: ' ' } }, context())).toThrow('investigation');
    const { case: concerned } = registerReply(posted().case, reply, context());
    expect(concerned).toMatchObject({ status: 'answered', request: { answeredAt: reply.receivedAt }, replies: [{ number: 1, registered: { by: 'maj', at: monday, how: 'post' } }] });
  });
  it.each([['before the request left', '2026-03-02T07:59:00.000Z', 'received-before-happened'], ['in the future', '2026-03-03T00:00:00.000Z', 'date-in-future']])('did not come %s', (_, receivedAt, code) => {
    expect(() => registerReply(posted().case, { ...reply, receivedAt }, context())).toThrow(code);
  });
  it('is returned by another letter: no mail leaves', () => {
    const { case: concerned } = registerReply(posted().case, reply, context());
    const returned = returnReply(concerned, { reason: 'Grundorsak saknas.', lacking: ['rootCause', 'rootCause'] }, context());
    expect(returned.case).toMatchObject({ status: 'replyReturned', replies: [{ lacking: ['rootCause'] }], request: { replyBy: concerned.request?.replyBy } });
    expect(returned.outbox.filter(({ kind }) => kind === 'mail')).toEqual([]);
  });
  it('is heard of by the unit and by MAS, where the routine says so (H7)', () => {
    const both = { ...vaxjo, outgoing: { ...vaxjo.outgoing, replyTo: ['reportingUnit', 'mas'] as const } };
    const { case: concerned, outbox } = registerReply({ ...posted().case, responsible: 'investigator', leadInvestigatorId: 'ulla' }, reply, context({ actor: 'ulla', routine: both }));
    expect(concerned.replyTo).toEqual(['enok', 'maj']);
    expect(outbox.flatMap((entry) => (entry.kind === 'mail' ? [[entry.mail, entry.recipient]] : []))).toEqual([
      ['answered', { kind: 'user', userId: 'enok' }], ['answered', { kind: 'user', userId: 'maj' }],
    ]);
  });
});

describe('the paper form of an incoming case (H6, N5)', () => {
  const onPaper = (paper: { formVersion: number; filledAt: string; downtime?: boolean }) => registerDeviation({
    caseId: 'i9', number: 'ABC-2345', report: { ...incoming().report }, hasPatientReference: false, protectedIdentity: false, receivedAt: monday,
    source: { kind: 'paper', filer: { mailbox: null, language: 'sv' }, paper },
  }, 'mas', incomingContext({ actor: 'maj' })).case;
  it.each([
    ['a version that was never put out', { formVersion: 99, filledAt: monday }, 'form-version-unknown'],
    ['filled in before it was discovered', { formVersion: 1, filledAt: '2025-01-01T07:30:00.000Z' }, 'received-before-happened'],
    ['filled in after now', { formVersion: 1, filledAt: '2027-01-01T07:30:00.000Z' }, 'date-in-future'],
  ])('refuses %s', (_, paper, code) => expect(() => onPaper(paper)).toThrow(code));
});
