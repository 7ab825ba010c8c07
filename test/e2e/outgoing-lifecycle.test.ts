import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Installation } from './installation.ts';
import { fullAnswer, outgoingText, Story, wardMailbox } from './story.ts';

/** Monday. Reply deadline T: 23 December; acknowledgement by 30 November. */
const monday = '2026-11-23T08:00:00Z';

/** Every path of the outgoing lifecycle on the real process, the clock stepped. Each test that steps it has an installation of its own. */
describe('an outgoing case', () => {
  const install = async () => {
    const installation = await Installation.start({ now: monday });
    onTestFinished(() => installation.stop());
    return installation;
  };
  /** For those whose clock stands. */
  let shared: Installation | undefined;
  const meet = async () => (shared ??= await Installation.start({ now: monday }));
  afterAll(() => shared?.stop());

  it('goes from the report to the reporter, with each mail once', async () => {
    const at = await install();
    const story = await new Story(at).submitted();
    await at.rest();
    expect(await at.mailsTo('siri@ekdala.example')).toHaveLength(1);

    const refused = await story.command('maj', 'send-case');
    expect(refused).toMatchObject({ status: 409, body: { code: 'external-unit-missing' } });
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    expect((await story.command('maj', 'send-case')).body.code).toBe('text-not-confirmed');
    await story.done('maj', 'edit-outgoing-text', { text: `${outgoingText} 19121212-1212`, notPersonalNumbers: [] });
    expect((await story.command('maj', 'confirm-outgoing-text')).body.code).toBe('personal-number-in-text');
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await at.rest();
    expect(await at.mailsTo(wardMailbox)).toHaveLength(1);

    await at.advance('P2D');
    const cookie = await story.opened();
    const request = await at.withCookie(cookie, 'read-request');
    expect(request.body).toMatchObject({ number: story.number, text: outgoingText, state: 'open' });
    expect(JSON.stringify(request.body)).not.toContain('Blodförtunnande');
    await story.done('maj', 'record-identity-call', { how: 'phone', at: await at.now(), receiverTitle: 'Sjuksköterska' });
    await at.advance('P10D');

    // Ten days later the session is gone: the unit opens the link again.
    expect((await at.withCookie(cookie, 'read-request')).body.code).toBe('session-expired');
    const again = await story.opened();
    await story.answered(again);
    expect(await story.read('siri')).toMatchObject({ status: 'answered' });
    await story.done('hanna', 'share-reply', { unitIds: ['hemsjukvard-norr'], userIds: [], message: 'Checklistan är ändrad.' });
    await story.done('hanna', 'close-case', { note: '' });
    await at.rest();

    const seen = await story.read('siri');
    expect(seen).toMatchObject({ status: 'closed', replies: [{ parts: fullAnswer.parts }] });
    const types = await story.timeline();
    expect(types).toEqual(expect.arrayContaining(['submitted', 'externalUnitSet', 'outgoingTextConfirmed', 'sent', 'codeSent', 'acknowledged', 'opened', 'identityGiven', 'answered', 'shared', 'closed']));
    const closing = (await story.read()).timeline.find((event: { type: string }) => event.type === 'closed');
    expect(closing).toMatchObject({ actor: { name: 'Hanna Handläggare' }, principal: 'mas' });
    const ids = (await at.mails()).map((mail) => mail.id);
    expect(new Set(ids).size).toBe(ids.length);
    const executions = await at.as('sixten', 'list-executions', { query: { filter: 'ended' } });
    expect(executions.body.executions).toMatchObject([{ number: story.number }]);
  });

  it('is reminded, escalated and its link expires when nobody answers', async () => {
    const at = await install();
    const story = await new Story(at).sent();
    const toWard = async () => (await at.mailsTo(wardMailbox)).length;
    expect(await toWard()).toBe(1);

    await at.advance('P6D');
    expect(await story.timeline()).not.toContain('notAcknowledged');
    await at.advance('P2D');
    expect(await story.timeline()).toContain('notAcknowledged');
    const afterNotAcknowledged = await toWard();
    expect(afterNotAcknowledged).toBe(2);
    expect((await at.mailsTo('maj@ekdala.example')).length).toBeGreaterThan(0);

    await at.advance('P16D'); // past T−7 (16 December)
    expect(await toWard()).toBe(3);
    await at.advance('P7D'); // past T
    expect(await toWard()).toBe(4);
    expect(await story.read()).toMatchObject({ clock: { overdue: true } });
    await at.advance('P7D'); // past T+7
    expect(await toWard()).toBe(5);
    await at.advance('P7D'); // past T+14
    expect(await at.mailsTo('chef.norrvik-34@norrvik.example')).toHaveLength(1);
    expect((await at.mailsTo('enok@ekdala.example')).filter(({ text }) => text.includes(story.number))).toHaveLength(1);
    expect((await story.timeline()).filter((type) => type === 'reminded')).toHaveLength(3);

    const secret = await story.secret();
    await at.advance('P20D'); // past T+30
    expect(await story.timeline()).toContain('linkExpired');
    expect(await at.as(null, 'request-code', { body: { secret } })).toMatchObject({ body: { code: 'link-not-valid' } });
  });

  it('kills the old link when a new one is sent', async () => {
    const at = await meet();
    const story = await new Story(at).sent();
    const old = await story.secret();
    await story.done('maj', 'renew-link');
    await at.rest();
    expect(await at.as(null, 'request-code', { body: { secret: old } })).toMatchObject({ body: { code: 'link-not-valid' } });
    expect(await story.secret()).not.toBe(old);
    expect(await story.opened()).toContain('__Host-brygga-reply=');
  });

  it('lets an incomplete reply be returned while the clock runs', async () => {
    const at = await install();
    const story = await new Story(at).sent();
    const cookie = await story.opened();
    const incomplete = await at.withCookie(cookie, 'submit-reply', { body: { ...fullAnswer, parts: { ...fullAnswer.parts, investigation: '' } } });
    expect(incomplete).toMatchObject({ status: 422, body: { code: 'reply-incomplete' } });
    await story.answered(cookie);
    const before = (await story.read()).clock.replyBy;
    await story.done('maj', 'return-reply', { reason: 'Grundorsaken saknas.' });
    await at.rest();
    const returned = await story.read();
    expect(returned).toMatchObject({ status: 'replyReturned', clock: { replyBy: before } });
    await at.advance('P24D');
    expect(await story.timeline()).toContain('reminded');
    const again = await story.opened();
    expect((await at.withCookie(again, 'read-request')).body).toMatchObject({ state: 'returned', returnReason: 'Grundorsaken saknas.' });
    await story.answered(again);
    expect(await story.read()).toMatchObject({ status: 'answered', replies: [{ number: 1 }, { number: 2 }] });
  });

  it('is handed over when MAS approves', async () => {
    const at = await meet();
    const story = await new Story(at).sent();
    const cookie = await story.opened();
    const asked = await at.withCookie(cookie, 'ask-hand-over', { body: { toUnitId: 'norrvik-12', reason: 'Patienten vårdades på avdelning 12.' } });
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    const old = await story.secret();
    const { asks, clock } = await story.read();
    await story.done('maj', 'decide-ask', { askId: asks[0].id, approved: true, reason: '' });
    await at.rest();
    expect(await at.as(null, 'request-code', { body: { secret: old } })).toMatchObject({ body: { code: 'link-not-valid' } });
    expect(await story.read()).toMatchObject({ status: 'handedOver', externalUnit: { id: 'norrvik-12' }, clock: { replyBy: clock.replyBy } });
    const other = await story.opened('norrvik-12@norrvik.example');
    await story.answered(other);
    expect(await story.timeline()).toEqual(expect.arrayContaining(['asked', 'decided', 'handedOver', 'answered']));
  });

  it('gets more time within the routine, and the reminders move', async () => {
    const at = await install();
    const story = await new Story(at).sent();
    const cookie = await story.opened();
    expect((await at.withCookie(cookie, 'ask-more-time', { body: { days: 90, reason: 'Semester.' } })).body.code).toBe('more-time-out-of-range');
    const asked = await at.withCookie(cookie, 'ask-more-time', { body: { days: 14, reason: 'Utredningen kräver fler samtal.' } });
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    const { asks, clock } = await story.read();
    await story.done('maj', 'decide-ask', { askId: asks[0].id, approved: true, reason: '' });
    await at.rest();
    const extended = (await story.read()).clock.replyBy;
    expect((Date.parse(extended) - Date.parse(clock.replyBy)) / 86_400_000).toBeCloseTo(14, 1);
    await at.advance('P30D');
    expect(await story.timeline()).not.toContain('reminded');
    await at.advance('P8D');
    expect(await story.timeline()).toContain('reminded');
    expect(await story.read()).toMatchObject({ clock: { overdue: false } });
  });

  it('comes back to MAS when the recipient is wrong', async () => {
    const at = await meet();
    const story = await new Story(at).sent();
    const cookie = await story.opened();
    const secret = await story.secret();
    const wrong = await at.withCookie(cookie, 'report-wrong-recipient', { body: { reason: 'Patienten har inte vårdats här.' } });
    expect(wrong.status, JSON.stringify(wrong.body)).toBe(202);
    await at.rest();
    expect(await story.read()).toMatchObject({ status: 'registered', externalUnit: null });
    expect(await at.as(null, 'request-code', { body: { secret } })).toMatchObject({ body: { code: 'link-not-valid' } });
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-12' });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await at.rest();
    expect((await at.mailsTo('norrvik-12@norrvik.example')).filter(({ text }) => text.includes(story.number))).toHaveLength(1);
  });

  it('is withdrawn, and its lifecycle ends', async () => {
    const at = await install();
    const story = await new Story(at).sent();
    await story.done('maj', 'withdraw-case', { reason: 'Dubblett.' });
    await at.rest();
    expect(await story.read()).toMatchObject({ status: 'withdrawn' });
    expect((await at.as('sixten', 'list-executions', { query: { filter: 'open' } })).body.executions).toEqual([]);
    await at.advance('P60D');
    expect(await story.timeline()).not.toContain('reminded');
  });

  it('is reopened as the next generation', async () => {
    const at = await meet();
    const story = await new Story(at).sent();
    await story.answered(await story.opened());
    await story.done('maj', 'share-reply', { unitIds: [], userIds: [], message: '' });
    await story.done('maj', 'close-case', { note: '' });
    await at.rest();
    await story.done('maj', 'reopen-case', { reason: 'Ny uppgift.' });
    await at.rest();
    const { body } = await at.as('sixten', 'list-executions', { query: { number: story.number } });
    expect(body.executions).toMatchObject([{ id: `${story.caseId}-2`, waitsFor: expect.any(String) }]);
  });

  it('asks the reporter for more, and hears', async () => {
    const at = await meet();
    const story = await new Story(at).submitted();
    await story.done('maj', 'request-information', { question: 'Vilken tid kom patienten hem?' });
    await at.rest();
    expect(await story.read('siri')).toMatchObject({ status: 'needsInfo', informationRequest: { question: 'Vilken tid kom patienten hem?' } });
    await story.done('siri', 'provide-information', { answer: 'Klockan 16.' });
    await at.rest();
    expect(await story.read('maj')).toMatchObject({ informationRequest: { answer: 'Klockan 16.' } });
  });
});
