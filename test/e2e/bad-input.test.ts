import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation, type Answer } from './installation.ts';
import { missingMedicationList, outgoingText, Story, wardMailbox } from './story.ts';

/** Whatever comes in gets a clear problem, and the case stays as it was. */
describe('bad input', () => {
  let at: Installation;
  let story: Story;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
    story = await new Story(at).sent();
  });
  afterAll(() => at.stop());

  const problem = (answer: Answer, status: number, code: string) => {
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status, body: { code, status, type: `urn:brygga:problem:${code}`, title: expect.any(String), instance: expect.any(String) } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  };
  const submit = (report: unknown, user: string | null = 'siri') => at.as(user, 'submit-deviation', { body: { report } });
  const unchanged = async (attempt: () => Promise<void>) => {
    const before = await story.read();
    await attempt();
    const after = await story.read();
    expect({ ...after, clock: { ...after.clock, now: '' } }).toEqual({ ...before, clock: { ...before.clock, now: '' } });
  };

  it.each([
    ['not JSON', '{"report":', 400, 'not-json'],
    ['an array', '[]', 400, 'invalid-body'],
    ['empty', '', 400, 'not-json'],
    ['a deep nest', `${'['.repeat(5000)}${']'.repeat(5000)}`, 400, 'invalid-body'],
    ['a megabyte', JSON.stringify({ report: { ...missingMedicationList, whatHappened: 'x'.repeat(1_048_576) } }), 413, 'body-too-large'],
  ] as const)('refuses a body that is %s', async (_, rawBody, status, code) => {
    problem(await at.as('siri', 'submit-deviation', { rawBody }), status, code);
  });

  it.each([
    ['a wrong type', { whatHappened: 7 }, '/report/whatHappened'],
    ['an empty text', { whatHappened: '   ' }, '/report/whatHappened'],
    ['a text that is too long', { immediateAction: 'x'.repeat(2001) }, '/report/immediateAction'],
    ['an unknown category', { category: 'weather' }, '/report/category'],
    ['a date that is none', { happenedAt: '2026-02-30T10:00:00Z' }, '/report/happenedAt'],
    ['an identifier with a path in it', { unitId: '../../etc' }, '/report/unitId'],
  ])('names the field of %s', async (_, change, pointer) => {
    const answer = await submit({ ...missingMedicationList, ...change });
    problem(answer, 400, 'invalid-body');
    expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });

  it.each([
    ['unknown unit', { unitId: 'nowhere' }, 'unit-unknown'],
    ['unknown counterpart', { counterpartId: 'nobody' }, 'counterpart-unknown'],
    ['unknown external unit', { externalUnitId: 'nowhere' }, 'external-unit-unknown'],
    ["another party's unit", { externalUnitId: 'dosia-kundservice' }, 'external-unit-foreign'],
    ['a time to come', { happenedAt: '2027-11-23T08:00:00Z', discoveredAt: '2027-11-23T08:00:00Z' }, 'happened-in-future'],
    ['discovered before it happened', { discoveredAt: '2026-11-20T08:00:00Z' }, 'discovered-before-happened'],
  ])('refuses %s', async (_, change, code) => {
    problem(await submit({ ...missingMedicationList, ...change }), 422, code);
  });

  it('says an unknown field', async () => {
    problem(await submit({ ...missingMedicationList, status: 'closed' }), 400, 'invalid-body');
  });

  it('keeps HTML and script as the text it is', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)> & "quoted"';
    const other = await new Story(at).submitted({ whatHappened: text, immediateAction: text, medication: text });
    expect((await other.read('siri')).report).toMatchObject({ whatHappened: text, immediateAction: text, medication: text });
  });

  it('answers the same command with the same key once', async () => {
    const key = randomUUID();
    const body = { report: missingMedicationList };
    const first = await at.as('siri', 'submit-deviation', { body, key });
    const second = await at.as('siri', 'submit-deviation', { body, key });
    expect(second.body).toEqual(first.body);
    const other = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, harm: 'risk' } }, key });
    problem(other, 422, 'idempotency-key-reused');
    problem(await at.as('siri', 'submit-deviation', { body, headers: { 'idempotency-key': '' } }), 400, 'idempotency-key-missing');
  });

  it('answers a command sent ten times at once as one', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => at.as('siri', 'submit-deviation', { body: { report: missingMedicationList }, key })));
    expect(new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.body.caseId)).size).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
  });

  it('refuses a stale version and says the current one', () => unchanged(async () => {
    const { version } = await story.read();
    const answer = await at.as('maj', 'add-note', { path: { caseId: story.caseId }, body: { version: version - 1, text: 'Hej' } });
    problem(answer, 409, 'stale-version');
    expect(answer.body.currentVersion).toBe(version);
  }));

  it('lets one of two people at once win, and the other know', async () => {
    const { version } = await story.read();
    const note = (text: string) => at.as('maj', 'add-note', { path: { caseId: story.caseId }, body: { version, text } });
    const statuses = (await Promise.all([note('ett'), note('två')])).map((answer) => answer.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it.each([
    ['send-case', {}],
    ['confirm-outgoing-text', {}],
    ['provide-information', { answer: 'x' }],
    ['reopen-case', { reason: 'x' }],
    ['return-reply', { reason: 'x' }],
    ['share-reply', { unitIds: [], userIds: [], message: '' }],
  ] as const)('refuses %s out of order', (operation, body) => unchanged(async () => {
    problem(await story.command(operation === 'provide-information' ? 'siri' : 'maj', operation, body), 409, 'wrong-status');
  }));
  it('refuses to close what was never sent', async () => {
    const other = await new Story(at).submitted();
    problem(await other.command('maj', 'close-case', { note: 'x' }), 409, 'wrong-status');
  });

  it('closes an unanswered case only with a note that says why', async () => {
    const other = await new Story(at).sent();
    problem(await other.command('maj', 'close-case', { note: '' }), 422, 'closing-note-missing');
    await other.done('maj', 'close-case', { note: 'Löst per telefon.' });
  });

  it('finds a case by its number only for those who may see it', async () => {
    const found = async (user: string) => (await at.as(user, 'list-cases', { query: { view: 'inbox', number: story.number.replace('-', ' ').toLowerCase() } })).body.cases;
    expect(await found('maj')).toMatchObject([{ number: story.number }]);
    expect(await found('siri')).toHaveLength(1);
    expect(await found('nils')).toEqual([]);
  });

  it.each([
    ["another nurse's case", 'nils', 'read-case', 404, 'not-found'],
    ['a reporter sending', 'siri', 'send-case', 403, 'not-allowed'],
    ['a system administrator reading', 'sixten', 'read-case', 404, 'not-found'],
  ] as const)('refuses %s', (_, user, operation, status, code) => unchanged(async () => {
    const { version } = await story.read();
    const answer = await at.as(user, operation, { path: { caseId: story.caseId }, ...(operation === 'send-case' && { body: { version } }) });
    problem(answer, status, code);
  }));

  it('refuses who is not signed in, as the gateway does', async () => {
    expect(await at.as(null, 'list-cases', { query: { view: 'inbox' } })).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    const forged = await at.as(null, 'read-profile', { headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWoifQ.' } });
    expect(forged.status).toBe(401);
  });

  it('answers an unknown case and an unknown path apart', async () => {
    problem(await at.as('maj', 'read-case', { path: { caseId: 'nothing-here' } }), 404, 'not-found');
    expect((await fetch(`${at.origin}/api/nothing`)).status).toBe(404);
  });

  it('refuses a bad query and a bad cursor', async () => {
    problem(await at.as('maj', 'list-cases', { query: { view: 'everything' } }), 400, 'invalid-query');
    problem(await at.as('maj', 'list-cases', { query: { view: 'inbox', cursor: 'abc' } }), 400, 'cursor-invalid');
  });

  it('gives a guessed, an unknown and a malformed link the same answer', () => unchanged(async () => {
    const guessed = await at.as(null, 'request-code', { body: { secret: 'A'.repeat(43) } });
    problem(guessed, 404, 'link-not-valid');
    problem(await at.as(null, 'request-code', { body: { secret: 'short' } }), 400, 'invalid-body');
    problem(await at.as(null, 'verify-code', { body: { secret: 'A'.repeat(43), code: '123456' } }), 404, 'link-not-valid');
  }));

  it('stops at the sixth wrong code, and the right one no longer helps', async () => {
    const other = await new Story(at).sent();
    const secret = await other.secret();
    const code = await other.code(secret);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      problem(await at.as(null, 'verify-code', { body: { secret, code: wrong } }), 422, 'code-wrong');
    }
    problem(await at.as(null, 'verify-code', { body: { secret, code } }), 403, 'code-exhausted');
    const again = await at.as(null, 'request-code', { body: { secret } });
    problem(again, 429, 'code-too-soon');
    await at.advance('PT2M');
    expect(await other.opened()).toContain('__Host-');
  });

  it('refuses a session that has been idle, and a forged one', async () => {
    const cookie = await story.opened();
    await at.advance('PT31M');
    problem(await at.withCookie(cookie, 'read-request'), 401, 'session-expired');
    problem(await at.withCookie('__Host-brygga-reply=forged', 'read-request'), 401, 'session-expired');
    problem(await at.as(null, 'read-request'), 401, 'session-expired');
  });

  it('refuses a command from another site', async () => {
    const cookie = await story.opened();
    await unchanged(async () => {
      const answer = await at.withCookie(cookie, 'report-wrong-recipient', { body: { reason: 'x' }, headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } });
      problem(answer, 403, 'origin-refused');
    });
  });

  it('asks for at most five new links an hour, and answers the same either way', async () => {
    const other = await new Story(at).sent();
    const secret = await other.secret();
    await other.done('maj', 'renew-link');
    await at.rest();
    const before = (await at.mailsTo(wardMailbox)).length;
    for (let attempt = 0; attempt < 7; attempt += 1) {
      expect((await at.as(null, 'request-new-link', { body: { secret } })).status).toBeLessThan(430);
      await at.rest();
    }
    expect((await at.mailsTo(wardMailbox)).length - before).toBeLessThanOrEqual(5);
  });

  it('refuses a clock stepped backwards, and nonsense', async () => {
    const now = await at.now();
    expect(await at.local('clock', { to: '2020-01-01T00:00:00Z' })).toMatchObject({ status: 409 });
    expect(await at.local('clock', { advance: '-P1D' })).toMatchObject({ status: 409 });
    expect(await at.local('clock', { advance: 'yesterday' })).toMatchObject({ status: 400 });
    expect(Date.parse(await at.now())).toBeGreaterThanOrEqual(Date.parse(now));
  });

  it('never echoes what was sent in an error', async () => {
    const planted = 'Planterad-Patient-19121212-1212';
    const answers = [
      await submit({ ...missingMedicationList, category: planted, unitId: planted }),
      await at.as('siri', 'submit-deviation', { rawBody: `{"report": ${planted}` }),
      await at.as('maj', 'set-external-unit', { path: { caseId: story.caseId }, body: { version: 1, externalUnitId: planted } }),
      await at.as('maj', 'list-cases', { query: { view: planted } }),
    ];
    for (const answer of answers) expect(JSON.stringify(answer.body)).not.toContain('Planterad');
  });

  it('blocks a personal number in the text that leaves, unless a person says it is none', async () => {
    const other = await new Story(at).submitted({ externalUnitId: 'norrvik-34' });
    await other.done('maj', 'edit-outgoing-text', { text: `${outgoingText} 191212121212`, notPersonalNumbers: [] });
    problem(await other.command('maj', 'confirm-outgoing-text'), 409, 'personal-number-in-text');
    const view = await other.read();
    expect(view.outgoingText.findings).toMatchObject([{ kind: 'personalNumber' }]);
    await other.done('maj', 'edit-outgoing-text', { text: `${outgoingText} 191212121212`, notPersonalNumbers: ['191212121212'] });
    await other.done('maj', 'confirm-outgoing-text');
  });
});
