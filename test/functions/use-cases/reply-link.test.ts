import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { returnReply } from '../../../functions/domain/commands/replying.ts';
import { renewLink, send } from '../../../functions/domain/commands/sending.ts';
import { close, reopen } from '../../../functions/domain/commands/ending.ts';
import { setExternalUnit } from '../../../functions/domain/commands/handling.ts';
import { decideAsk } from '../../../functions/domain/commands/asking.ts';
import type { OutgoingCase } from '../../../functions/domain/case.ts';
import { askHandOver } from '../../../functions/use-cases/ask-hand-over.ts';
import { askMoreTime } from '../../../functions/use-cases/ask-more-time.ts';
import { endSession } from '../../../functions/use-cases/end-session.ts';
import { readConfiguration } from '../../../functions/use-cases/read-configuration.ts';
import { readRequest } from '../../../functions/use-cases/read-request.ts';
import { reportWrongRecipient } from '../../../functions/use-cases/report-wrong-recipient.ts';
import { requestCode } from '../../../functions/use-cases/request-code.ts';
import { requestNewLink } from '../../../functions/use-cases/request-new-link.ts';
import { saveReplyDraft } from '../../../functions/use-cases/save-reply-draft.ts';
import { submitReply } from '../../../functions/use-cases/submit-reply.ts';
import { verifyCode } from '../../../functions/use-cases/verify-code.ts';
import { later, planted, sentText, start, startEdgeWorld, day, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
let sent: OutgoingCase;
let secret: string;
let address = 0;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(async () => {
  world.letters.length = 0;
  address += 1;
  // Each test on a day of its own, so that one test's codes do not count against the next.
  base = later(address * 24 * 3600);
  sent = await world.sentCase(base);
  secret = world.newestSecret();
});
let base = start;
const at = (seconds: number) => later(seconds, base);
const caller = (now: string) => ({ now, correlationId: 'test', clientAddress: `10.0.0.${address}` });
const parts = { deviationReceived: 'Ja', investigation: 'Rotorsak: rutin saknades', acuteActions: 'Skickade listan', systematicActions: 'Ny rutin' };
const answer = { parts, respondentTitle: 'Avdelningschef' };
let keys = 0;
const idempotency = (body: unknown) => ({ key: `00000000-0000-4000-8000-${String(keys += 1).padStart(12, '0')}`, bodyHash: JSON.stringify(body) });

async function codeOf(now: string, of = secret): Promise<string> {
  await requestCode(world.reply, { caller: caller(now), body: { secret: of } });
  await world.deliver();
  return world.newestCode();
}
async function session(now: string, of = secret): Promise<string> {
  const code = await codeOf(now, of);
  return (await verifyCode(world.reply, { caller: caller(now), body: { secret: of, code } })).token;
}
const through = (sessionToken: string, now: string) => ({ ...caller(now), sessionToken });
const types = async () => (await world.story(sent.id)).map(({ type }) => type);

describe('the link in the mail', () => {
  it('leads to a page that can say whose service it is and whom to call, before anything is proven', async () => {
    expect(await readConfiguration({ registers: world.reply.registers, issuer: () => 'https://issuer.example', clientId: () => 'web' }, { caller: { now: start } }))
      .toEqual({ issuer: 'https://issuer.example', clientId: 'web', organisationName: 'Ekdala kommun', callBackPhone: '010-000 10 34', now: start });
  });

  it('carries a secret of 256 bits in the fragment and keeps only its hash', async () => {
    expect(secret).toHaveLength(43);
    const request = world.letters.find(({ mailId }) => mailId.includes('.request.'));
    expect(request?.to).toBe('norrvik-34@norrvik.example');
    expect(request?.text).toContain(`https://brygga.example/reply#${secret}`);
    const ledger = await world.relay.ledger.find(sent.id, request?.mailId ?? '');
    expect(ledger).toMatchObject({ status: 'sent', secret: null, attempts: 1 });
  });

  it('leads by a code to the request, acknowledges the case, and shows the snapshot alone', async () => {
    const code = await codeOf(at(60));
    expect(code).toMatch(/^\d{6}$/);
    expect(await world.load(sent.id)).toMatchObject({ status: 'sent' });
    const { token, started } = await verifyCode(world.reply, { caller: caller(at(70)), body: { secret, code } });
    expect(started).toEqual({ idleSeconds: 1800, endsAt: at(70 + 8 * 3600) });
    expect(await world.load(sent.id)).toMatchObject({ status: 'acknowledged', request: { acknowledgedAt: at(70) } });
    const view = await readRequest(world.reply, { caller: through(token, at(80)) });
    expect(view).toMatchObject({ number: sent.number, text: sentText, state: 'open', sender: { organisation: 'Ekdala kommun', callBackPhone: '010-000 10 34' }, answer: null, draft: null });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(Object.values(planted).join('|')));
    await readRequest(world.reply, { caller: through(token, at(90)) });
    const story = await types();
    expect(story.filter((type) => type === 'opened')).toHaveLength(1);
    expect(story.filter((type) => type === 'acknowledged')).toHaveLength(1);
    expect(story).toContain('codeSent');
  });

  it('spends a code once', async () => {
    const code = await codeOf(at(60));
    await verifyCode(world.reply, { caller: caller(at(61)), body: { secret, code } });
    await expect(verifyCode(world.reply, { caller: caller(at(62)), body: { secret, code } })).rejects.toMatchObject({ code: 'code-wrong' });
  });

  it('takes five wrong codes, and refuses the right one as the sixth', async () => {
    const code = await codeOf(at(60));
    const wrong = code === '000000' ? '000001' : '000000';
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      await expect(verifyCode(world.reply, { caller: caller(at(61)), body: { secret, code: wrong } })).rejects.toMatchObject({ code: 'code-wrong', triesLeft });
    }
    await expect(verifyCode(world.reply, { caller: caller(at(62)), body: { secret, code } })).rejects.toMatchObject({ code: 'code-exhausted' });
    expect(await world.load(sent.id)).toMatchObject({ status: 'sent', version: sent.version });
    // A new code opens a new try.
    const next = await codeOf(at(130));
    await verifyCode(world.reply, { caller: caller(at(131)), body: { secret, code: next } });
  });

  it('keeps a code for ten minutes and sends no other within one', async () => {
    const code = await codeOf(at(60));
    await expect(requestCode(world.reply, { caller: caller(at(100)), body: { secret } })).rejects.toMatchObject({ code: 'code-too-soon', retryAfterSeconds: 20 });
    await expect(verifyCode(world.reply, { caller: caller(at(660)), body: { secret, code } })).rejects.toMatchObject({ code: 'code-wrong', triesLeft: 0 });
  });

  it('binds a code to the link it was asked with', async () => {
    const code = await codeOf(at(60));
    await expect(verifyCode(world.reply, { caller: caller(at(61)), body: { secret: 'x'.repeat(43), code } })).rejects.toMatchObject({ code: 'link-not-valid' });
  });

  it('counts codes per link and requests per address', async () => {
    for (let turn = 1; turn <= 10; turn += 1) await requestCode(world.reply, { caller: caller(at(turn * 61)), body: { secret } });
    await expect(requestCode(world.reply, { caller: caller(at(11 * 61)), body: { secret } })).rejects.toMatchObject({ code: 'rate-limited' });
    const guessing = { caller: { ...caller(at(0)), clientAddress: '10.9.9.9' }, body: { secret: 'y'.repeat(43) } };
    await expect(requestCode(world.reply, guessing)).rejects.toMatchObject({ code: 'link-not-valid' });
    for (let turn = 1; turn < 600; turn += 50) await Promise.all(Array.from({ length: 50 }, () => world.reply.rates.count('address', '10.9.9.9', 3600, at(0))));
    await expect(requestCode(world.reply, guessing)).rejects.toMatchObject({ code: 'rate-limited' });
  });
});

describe('a link that is not valid', () => {
  it.each([
    ['unknown', async () => 'z'.repeat(43), 60],
    ['expired', async () => secret, 70 * day],
    ['renewed', async () => { const old = secret; await world.change(sent.id, at(30), renewLink); await world.deliver(); expect(world.newestSecret()).not.toBe(old); return old; }, 60],
    ['of a closed case', async () => { await world.change(sent.id, at(30), (concerned, context) => close(concerned, { note: 'Löst per telefon.' }, context)); return secret; }, 60],
  ])('gets the one neutral refusal when %s', async (_, prepare, seconds) => {
    const tried = await prepare();
    const refusal = { name: 'LinkNotValid', code: 'link-not-valid', message: 'The link is not valid' };
    await expect(requestCode(world.reply, { caller: caller(at(seconds)), body: { secret: tried } })).rejects.toMatchObject(refusal);
    await expect(verifyCode(world.reply, { caller: caller(at(seconds)), body: { secret: tried, code: '123456' } })).rejects.toMatchObject(refusal);
  });

  it('gets a new link to the registered mailbox, at most five an hour, with one answer for all', async () => {
    await world.change(sent.id, at(30), renewLink);
    await world.deliver();
    const before = world.letters.length;
    const answers = new Set<string>();
    for (let turn = 0; turn < 7; turn += 1) answers.add(JSON.stringify(await requestNewLink(world.reply, { caller: caller(at(60 + turn)), body: { secret } })));
    answers.add(JSON.stringify(await requestNewLink(world.reply, { caller: caller(at(90)), body: { secret: 'q'.repeat(43) } })));
    expect([...answers]).toEqual(['{"phone":"010-000 10 34"}']);
    expect((await world.load(sent.id)).request?.epoch).toBe(7);
    await world.deliver();
    // Of five new links the newest alone is worth a mail.
    const requests = world.letters.slice(before).filter(({ mailId }) => mailId.includes('.request.'));
    expect(requests.map(({ to }) => to)).toEqual(['norrvik-34@norrvik.example']);
    await session(at(120), world.newestSecret());
  });

  it('is renewed after it expired, and lives on from then', async () => {
    const now = at(70 * day);
    await requestNewLink(world.reply, { caller: caller(now), body: { secret } });
    await world.deliver();
    const renewed = world.newestSecret();
    expect(renewed).not.toBe(secret);
    const code = await codeOf(at(70 * day + 60), renewed);
    await verifyCode(world.reply, { caller: caller(at(70 * day + 61)), body: { secret: renewed, code } });
    expect(await world.load(sent.id)).toMatchObject({ status: 'acknowledged', request: { epoch: 2 } });
  });

  it('gets nothing after the reply', async () => {
    const token = await session(at(60));
    await submitReply(world.reply, { caller: through(token, at(70)), idempotency: idempotency(answer), body: answer });
    await world.deliver();
    const before = world.letters.length;
    await requestNewLink(world.reply, { caller: caller(at(90)), body: { secret } });
    expect(await world.deliver()).toEqual([]);
    expect(world.letters).toHaveLength(before);
  });
});

describe('a session', () => {
  it('ends after 30 minutes idle, 8 hours, sign-out, or a new link', async () => {
    const idle = await session(at(60));
    await expect(readRequest(world.reply, { caller: through(idle, at(61 + 1800)) })).rejects.toMatchObject({ code: 'session-expired' });
    const old = await session(at(2000));
    for (let used = 2000; used < 2000 + 8 * 3600; used += 1700) await readRequest(world.reply, { caller: through(old, at(used)) });
    await expect(readRequest(world.reply, { caller: through(old, at(2001 + 8 * 3600)) })).rejects.toMatchObject({ code: 'session-expired' });
    const ended = await session(at(40_000));
    await endSession(world.reply, { caller: through(ended, at(40_001)) });
    await expect(readRequest(world.reply, { caller: through(ended, at(40_002)) })).rejects.toMatchObject({ code: 'session-expired' });
    const renewed = await session(at(50_000));
    await world.change(sent.id, at(50_001), renewLink);
    await expect(readRequest(world.reply, { caller: through(renewed, at(50_002)) })).rejects.toMatchObject({ code: 'session-expired' });
    await expect(readRequest(world.reply, { caller: through('n'.repeat(43), at(50_002)) })).rejects.toMatchObject({ code: 'session-expired' });
  });

  it('keeps a draft, answers once a key, and shows the copy afterwards', async () => {
    const token = await session(at(60));
    const draft = { parts: { ...parts, systematicActions: '' }, respondentTitle: '' };
    await saveReplyDraft(world.reply, { caller: through(token, at(65)), body: draft });
    expect((await readRequest(world.reply, { caller: through(token, at(66)) })).draft).toEqual(draft);
    const incomplete = { ...answer, parts: { ...parts, systematicActions: ' ' } };
    await expect(submitReply(world.reply, { caller: through(token, at(70)), idempotency: idempotency(1), body: incomplete })).rejects.toMatchObject({ code: 'reply-incomplete', missing: ['systematicActions'] });
    const key = idempotency(answer);
    const receipt = await submitReply(world.reply, { caller: through(token, at(75)), idempotency: key, body: answer });
    expect(receipt).toEqual({ number: sent.number, receivedAt: at(75), state: 'answered' });
    expect(await submitReply(world.reply, { caller: through(token, at(80)), idempotency: key, body: answer })).toEqual(receipt);
    await expect(submitReply(world.reply, { caller: through(token, at(81)), idempotency: { ...key, bodyHash: 'other' }, body: answer })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect((await world.load(sent.id)).replies).toHaveLength(1);
    expect(await readRequest(world.reply, { caller: through(token, at(85)) })).toMatchObject({ state: 'answered', draft: null, answer: { parts, receivedAt: at(75) } });
    await expect(submitReply(world.reply, { caller: through(token, at(90)), idempotency: idempotency(2), body: answer })).rejects.toMatchObject({ code: 'wrong-status' });
  });

  it('answers again by a new mail when the reply was returned, starting from what was written', async () => {
    const token = await session(at(60));
    await submitReply(world.reply, { caller: through(token, at(70)), idempotency: idempotency(answer), body: answer });
    await world.change(sent.id, at(80), (concerned, context) => returnReply(concerned, { reason: 'Rotorsak saknas' }, context));
    await world.deliver();
    const again = await session(at(200), world.newestSecret());
    const view = await readRequest(world.reply, { caller: through(again, at(210)) });
    expect(view).toMatchObject({ state: 'returned', returnReason: 'Rotorsak saknas', draft: { parts }, answer: null });
    await submitReply(world.reply, { caller: through(again, at(220)), idempotency: idempotency(answer), body: answer });
    expect(await world.load(sent.id)).toMatchObject({ status: 'answered', replies: [{ returnReason: 'Rotorsak saknas' }, { number: 2 }] });
  });

  it('decides again when somebody else wrote in the same moment', async () => {
    const token = await session(at(60));
    const load = world.reply.cases.load.bind(world.reply.cases);
    let raced = false;
    const cases = new Proxy(world.reply.cases, {
      get: (target, name) => name === 'commit' && !raced
        ? async (...given: Parameters<typeof target.commit>) => {
          raced = true;
          await world.change(sent.id, at(69), (concerned, context) => ({ case: { ...concerned, version: concerned.version + 1, updatedAt: context.now }, events: [], outbox: [] }));
          return target.commit(...given);
        }
        : typeof target[name as keyof typeof target] === 'function' ? (target[name as keyof typeof target] as () => unknown).bind(target) : undefined,
    });
    await submitReply({ ...world.reply, cases }, { caller: through(token, at(70)), idempotency: idempotency(answer), body: answer });
    expect(raced).toBe(true);
    expect((await load(sent.id))?.case).toMatchObject({ status: 'answered' });
  });

  it('asks for more time and for a hand-over, and sees the decisions', async () => {
    const token = await session(at(60));
    await expect(askMoreTime(world.reply, { caller: through(token, at(61)), idempotency: idempotency(1), body: { days: 90, reason: 'Semester' } })).rejects.toMatchObject({ code: 'more-time-out-of-range' });
    await askMoreTime(world.reply, { caller: through(token, at(62)), idempotency: idempotency(2), body: { days: 5, reason: 'Semester' } });
    await world.change(sent.id, at(70), (concerned, context) => decideAsk(concerned, { askId: concerned.asks.at(-1)!.id, approved: true, reason: 'Går bra' }, context));
    const view = await readRequest(world.reply, { caller: through(token, at(80)) });
    expect(view.asks).toMatchObject([{ kind: 'moreTime', decision: { approved: true, reason: 'Går bra' } }]);
    expect(view.handOverUnits.map(({ id }) => id)).toContain('bjorken');
    expect(view.handOverUnits.map(({ id }) => id)).not.toContain('hemsjukvard-norr');
    await expect(askHandOver(world.reply, { caller: through(token, at(82)), idempotency: idempotency(3), body: { toUnitId: 'rehab', reason: 'Fel' } })).rejects.toMatchObject({ code: 'external-unit-foreign' });
    await askHandOver(world.reply, { caller: through(token, at(83)), idempotency: idempotency(4), body: { toUnitId: 'bjorken', reason: 'Hör dit' } });
    await world.change(sent.id, at(90), (concerned, context) => decideAsk(concerned, { askId: concerned.asks.at(-1)?.id ?? '', approved: true, reason: '' }, context));
    await world.deliver();
    await expect(readRequest(world.reply, { caller: through(token, at(95)) })).rejects.toMatchObject({ code: 'session-expired' });
    const request = world.letters.findLast(({ mailId }) => mailId.includes('.request.'));
    expect(request).toMatchObject({ to: 'bjorken@bjorken.example', language: 'en' });
    // The old unit's link leads nowhere, and sends nothing to the new unit.
    const before = world.letters.length;
    await requestNewLink(world.reply, { caller: caller(at(96)), body: { secret } });
    await world.deliver();
    expect(world.letters).toHaveLength(before);
    const theirs = await session(at(200), world.newestSecret());
    expect((await readRequest(world.reply, { caller: through(theirs, at(210)) })).asks).toEqual([]);
  });

  it('says wrong recipient: the link dies and the case returns', async () => {
    const token = await session(at(60));
    const key = idempotency('wrong');
    const receipt = await reportWrongRecipient(world.reply, { caller: through(token, at(61)), idempotency: key, body: { reason: 'Inte vår patient' } });
    expect(await world.load(sent.id)).toMatchObject({ status: 'registered', externalUnitId: null });
    expect(await reportWrongRecipient(world.reply, { caller: through(token, at(62)), idempotency: key, body: { reason: 'Inte vår patient' } })).toEqual(receipt);
    await world.deliver();
    expect(world.letters.at(-1)).toMatchObject({ to: 'maj@ekdala.example', subject: expect.stringContaining('Fel mottagare') });
    await expect(readRequest(world.reply, { caller: through(token, at(63)) })).rejects.toMatchObject({ code: 'session-expired' });
    await expect(requestCode(world.reply, { caller: caller(at(200)), body: { secret } })).rejects.toMatchObject({ code: 'link-not-valid' });
  });
});

describe('a draft', () => {
  it('is there again through a renewed link of the same unit, and for no other unit', async () => {
    const draft = { parts: { ...parts, systematicActions: '' }, respondentTitle: '' };
    await saveReplyDraft(world.reply, { caller: through(await session(at(60)), at(61)), body: draft });
    await world.change(sent.id, at(62), renewLink);
    await world.deliver();
    const again = await session(at(200), world.newestSecret());
    expect((await readRequest(world.reply, { caller: through(again, at(201)) })).draft).toEqual(draft);
    await askHandOver(world.reply, { caller: through(again, at(202)), idempotency: idempotency(202), body: { toUnitId: 'bjorken', reason: 'Hör dit' } });
    await world.change(sent.id, at(203), (concerned, context) => decideAsk(concerned, { askId: concerned.asks.at(-1)?.id ?? '', approved: true, reason: '' }, context));
    await world.deliver();
    const theirs = await session(at(400), world.newestSecret());
    expect((await readRequest(world.reply, { caller: through(theirs, at(401)) })).draft).toBeNull();
  });
});

describe('the next unit that is asked', () => {
  const bjorken = async (seconds: number) => session(at(seconds), world.newestSecret());
  const handOver = async (token: string, seconds: number) => {
    await askHandOver(world.reply, { caller: through(token, at(seconds)), idempotency: idempotency(seconds), body: { toUnitId: 'bjorken', reason: 'Hör dit' } });
    await world.change(sent.id, at(seconds + 1), (concerned, context) => decideAsk(concerned, { askId: concerned.asks.at(-1)?.id ?? '', approved: true, reason: '' }, context));
    await world.deliver();
  };
  const sendToBjorken = async (seconds: number) => {
    await world.change(sent.id, at(seconds), (concerned, context) => setExternalUnit(concerned, { externalUnitId: 'bjorken' }, context));
    await world.change(sent.id, at(seconds + 1), send);
    await world.deliver();
  };
  const seesNothingOfNorrvik = async (token: string, seconds: number, state: string) =>
    expect(await readRequest(world.reply, { caller: through(token, at(seconds)) })).toMatchObject({ state, answer: null, draft: null, returnReason: null, asks: [] });

  it('sees no answer of the former one after a hand-over, not even when the case is closed', async () => {
    const token = await session(at(60));
    await submitReply(world.reply, { caller: through(token, at(61)), idempotency: idempotency(answer), body: answer });
    await world.change(sent.id, at(62), (concerned, context) => returnReply(concerned, { reason: 'Rotorsak saknas' }, context));
    await askMoreTime(world.reply, { caller: through(token, at(63)), idempotency: idempotency(63), body: { days: 5, reason: 'Semester' } });
    await handOver(token, 64);
    const theirs = await bjorken(200);
    await seesNothingOfNorrvik(theirs, 201, 'open');
    // What the former one asked neither waits for a decision nor stands in the way.
    await askMoreTime(world.reply, { caller: through(theirs, at(202)), idempotency: idempotency(202), body: { days: 3, reason: 'Helg' } });
    expect((await world.load(sent.id)).asks.filter(({ decision }) => decision === undefined)).toMatchObject([{ unitId: 'bjorken' }]);
    await world.change(sent.id, at(203), (concerned, context) => close(concerned, { note: 'Löst per telefon.' }, context));
    await seesNothingOfNorrvik(theirs, 204, 'closed');
    expect((await world.load(sent.id)).asks.filter(({ decision }) => decision === undefined)).toEqual([]);
  });

  it('sees no answer of the former one after a wrong recipient, and its own request can be returned to it alone', async () => {
    const token = await session(at(60));
    await submitReply(world.reply, { caller: through(token, at(61)), idempotency: idempotency(answer), body: answer });
    await world.change(sent.id, at(62), (concerned, context) => returnReply(concerned, { reason: 'Rotorsak saknas' }, context));
    await reportWrongRecipient(world.reply, { caller: through(token, at(63)), idempotency: idempotency(63), body: { reason: 'Inte vår patient' } });
    await sendToBjorken(64);
    const theirs = await bjorken(200);
    await seesNothingOfNorrvik(theirs, 201, 'open');
    await world.change(sent.id, at(202), (concerned, context) => close(concerned, { note: 'Löst per telefon.' }, context));
    await seesNothingOfNorrvik(theirs, 203, 'closed');
  });

  it('sees no answer of the former one after a reopening, and gets none returned that it did not give', async () => {
    const token = await session(at(60));
    await submitReply(world.reply, { caller: through(token, at(61)), idempotency: idempotency(answer), body: answer });
    await world.change(sent.id, at(62), (concerned, context) => close(concerned, { note: '' }, context));
    await world.change(sent.id, at(63), (concerned, context) => reopen(concerned, { reason: 'Gäller en annan enhet' }, context));
    await sendToBjorken(64);
    const theirs = await bjorken(200);
    await seesNothingOfNorrvik(theirs, 201, 'open');
    await world.change(sent.id, at(202), (concerned, context) => close(concerned, { note: '' }, context));
    await seesNothingOfNorrvik(theirs, 203, 'closed');
    await world.change(sent.id, at(204), (concerned, context) => reopen(concerned, { reason: 'Mer att fråga' }, context));
    await expect(world.change(sent.id, at(205), (concerned, context) => returnReply(concerned, { reason: 'Rotorsak saknas' }, context))).rejects.toMatchObject({ code: 'wrong-status' });
  });
});
