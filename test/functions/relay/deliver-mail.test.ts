import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Throttled } from '../../../functions/domain/errors.ts';
import { mailEntry } from '../../../functions/domain/outbox.ts';
import { mailKinds } from '../../../functions/domain/vocabulary.ts';
import { deliverMail } from '../../../functions/use-cases/deliver-mail.ts';
import { inTheWindow } from '../../../functions/use-cases/mail-rules.ts';
import { later, planted, startEdgeWorld, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
let caseId: string;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(async () => {
  caseId = (await world.sentCase()).id;
  world.letters.length = 0;
  world.mailFaults.length = 0;
});
const reminder = () => mailEntry({ caseId, mail: 'reminder', recipient: { kind: 'unit', unitId: 'norrvik-34', mailbox: 'function' }, occasion: 'test', linkEpoch: 1 });
const request = () => mailEntry({ caseId, mail: 'request', recipient: { kind: 'unit', unitId: 'norrvik-34', mailbox: 'function' }, occasion: 'test', linkEpoch: 1 });
const secretOf = (text: string | undefined) => /#(.{43})/.exec(text ?? '')?.[1];
const mailSent = async () => (await world.story(caseId)).filter(({ type, detail }) => type === 'mailSent' && (detail['mail'] === 'reminder' || detail['mail'] === 'request')).slice(1).map(({ detail }) => [detail['mail'], detail['outcome'], detail['reason']]);

describe('a mail', () => {
  it('is sent once, however often its row is delivered', async () => {
    for (const seconds of [1, 2, 500]) await deliverMail(world.relay, { entry: request(), now: later(seconds), path: 'sweep' });
    expect(world.letters).toHaveLength(1);
    expect(await mailSent()).toEqual([['request', 'sent', null]]);
  });

  it('is tried again with the same secret when the service asks to wait', async () => {
    world.mailFaults.push(new Throttled());
    await expect(deliverMail(world.relay, { entry: request(), now: later(1), path: 'stream' })).rejects.toMatchObject({ name: 'Throttled' });
    const { secret } = (await world.relay.ledger.find(caseId, request().mailId)) ?? {};
    await deliverMail(world.relay, { entry: request(), now: later(2), path: 'sweep' });
    expect(secretOf(world.letters[0]?.text)).toBe(secret);
    expect(await world.relay.ledger.find(caseId, request().mailId)).toMatchObject({ status: 'sent', attempts: 2, secret: null });
  });

  it.each([['request', 'repeat', 2], ['reminder', 'drop', 1]] as const)('of kind %s is %sed in the window that leaves its fate unknown', async (kind, rule, letters) => {
    expect(inTheWindow[kind]).toBe(rule);
    const entry = kind === 'request' ? request() : reminder();
    world.mailFaults.push('crash-after');
    await expect(deliverMail(world.relay, { entry, now: later(1), path: 'stream' })).rejects.toThrow('died');
    // The sweep leaves what the stream may still be at, until its lease has run out, counted from when the sweep first saw it.
    await expect(deliverMail(world.relay, { entry, now: later(60), path: 'sweep' })).rejects.toMatchObject({ name: 'Conflict' });
    await deliverMail(world.relay, { entry, now: later(200), path: 'sweep' });
    expect(world.letters).toHaveLength(letters);
    expect(await mailSent()).toEqual([rule === 'repeat' ? [kind, 'sent', 'repeated'] : [kind, 'dropped', 'window']]);
  });

  it('that a stream far behind is sending is not sent beside it by the sweep', async () => {
    const entry = request();
    // The row is an hour old when the stream comes to it; the sweep comes while the mail service takes its time.
    const hour = 3600;
    world.mailMeets.push(() => expect(deliverMail(world.relay, { entry, now: later(hour), path: 'sweep' })).rejects.toMatchObject({ name: 'Conflict' }));
    await deliverMail(world.relay, { entry, now: later(1), path: 'stream' });
    await deliverMail(world.relay, { entry, now: later(hour + 300), path: 'sweep' });
    expect(world.letters).toHaveLength(1);
    expect(await mailSent()).toEqual([['request', 'sent', null]]);
  });

  it('that the stream left unfinished, the sweep takes over two minutes after it first saw it', async () => {
    world.mailFaults.push('crash-after');
    await expect(deliverMail(world.relay, { entry: request(), now: later(1), path: 'stream' })).rejects.toThrow('died');
    for (const seconds of [3600, 3719]) await expect(deliverMail(world.relay, { entry: request(), now: later(seconds), path: 'sweep' })).rejects.toMatchObject({ name: 'Conflict' });
    await deliverMail(world.relay, { entry: request(), now: later(3720), path: 'sweep' });
    expect(world.letters).toHaveLength(2);
  });

  it('to nobody, or refused for good, is told on the timeline and not tried again', async () => {
    const toNobody = mailEntry({ ...request(), recipient: { kind: 'unit', unitId: 'norrvik-akuten', mailbox: 'manager' }, mail: 'escalation' });
    await deliverMail(world.relay, { entry: toNobody, now: later(1), path: 'stream' });
    world.mailFaults.push('rejected');
    await deliverMail(world.relay, { entry: request(), now: later(2), path: 'stream' });
    await deliverMail(world.relay, { entry: request(), now: later(3), path: 'stream' });
    expect(world.letters).toEqual([]);
    const outcomes = (await world.story(caseId)).filter(({ detail }) => detail['outcome'] === 'undeliverable').map(({ detail }) => detail['reason']);
    expect(outcomes).toEqual(['no-address', 'rejected']);
  });

  it('with a link that has died is dropped', async () => {
    await deliverMail(world.relay, { entry: { ...reminder(), linkEpoch: 9 }, now: later(1), path: 'stream' });
    expect(world.letters).toEqual([]);
    expect(await mailSent()).toEqual([['reminder', 'dropped', 'link-not-live']]);
  });

  it('with a code that has run out is dropped', async () => {
    const code = mailEntry({ ...request(), mail: 'code', data: { code: '123456', expiresAt: later(600) } });
    await deliverMail(world.relay, { entry: code, now: later(601), path: 'sweep' });
    expect(world.letters).toEqual([]);
    expect(await world.relay.ledger.find(caseId, code.mailId)).toMatchObject({ status: 'dropped', reason: 'expired' });
  });

  it('never holds what a person wrote, nor does the log', async () => {
    for (const [index, mail] of mailKinds.entries()) {
      for (const recipient of [{ kind: 'user', userId: 'maj' }, { kind: 'user', userId: 'frans' }, { kind: 'unit', unitId: 'norrvik-34', mailbox: 'function' }, { kind: 'unit', unitId: 'norrvik-34', mailbox: 'manager' }] as const) {
        // A kind that is not written for a receiver is a fault of ours, thrown before anything leaves.
        await deliverMail(world.relay, { entry: mailEntry({ caseId, mail, recipient, occasion: `t${index}`, linkEpoch: 1, data: { code: '123456' } }), now: later(index), path: 'stream' }).catch(() => undefined);
      }
    }
    expect(world.letters.length).toBeGreaterThan(mailKinds.length);
    const leaks = new RegExp([...Object.values(planted), 'Siri', 'Maj', 'siri@', 'Läkemedelslistan'].join('|'));
    for (const { to: _address, ...letter } of world.letters) expect(JSON.stringify(letter)).not.toMatch(leaks);
    expect(world.logged.join('\n')).not.toMatch(leaks);
    expect(world.logged.join('\n')).not.toMatch(/@|#[A-Za-z0-9_-]{43}/);
  });
});
