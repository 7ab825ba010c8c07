import { createServer, request as httpRequest, type Server } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClockAnswer } from '../../../../infra/local/clock-steps.ts';
import { createConsole } from '../../../../infra/local/console/console.ts';
import { Ses } from '../../../../infra/local/ses/ses.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const due = now + 3_600_000;
let db: DatabaseSync;
let server: Server;
let origin: string;
let ses: Ses;
let asked: unknown[];
let answer: ClockAnswer;
let status: string;

beforeEach(async () => {
  db = new DatabaseSync(':memory:');
  ses = new Ses({ db, now: () => now, onNotification: () => undefined, identities: ['brygga.example'] });
  asked = [];
  answer = { status: 200, now: '2026-03-09T08:00:00.000Z', visited: 2 };
  status = 'ok';
  const { handle } = createConsole({
    clock: { now: () => now, nextTimers: () => [{ what: 'execution <1>', due }], advance: async (request) => { asked.push(request); return answer; } },
    ses,
    users: [{ id: 'siri', name: 'Siri <Sköterska>', title: 'Sjuksköterska', language: 'sv' }],
    health: async () => ({ status, now: new Date(now).toISOString() }),
    issueToken: async (user) => ({ access_token: `token-of-${user}`, token_type: 'Bearer', expires_in: 60 }),
  });
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  db.close();
});

async function sendMail(to: string, html = '<html lang="sv"><head><title>x</title></head><body><a href="https://x.example/#s">Länk</a></body></html>'): Promise<string> {
  await ses.handle(new URLSearchParams({
    Action: 'SendEmail', Source: 'a@brygga.example', 'Destination.ToAddresses.member.1': to, 'Message.Subject.Data': 'Ärende <script>',
    'Message.Body.Text.Data': 'Öppna https://x.example/reply#se-cret.\n<b>', 'Message.Body.Html.Data': html,
  }).toString());
  return ses.list()[0]?.id ?? '';
}

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${origin}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('JSON for programs', () => {
  it('tells health, and 503 when it is bad', async () => {
    const good = await fetch(`${origin}/_local/health`);
    expect([good.status, await good.json()]).toEqual([200, { status: 'ok', now: '2026-03-02T08:00:00.000Z' }]);
    status = 'broken';
    expect((await fetch(`${origin}/_local/health`)).status).toBe(503);
  });

  it('lists mail newest first', async () => {
    await sendMail('first@avd.example');
    await sendMail('second@avd.example');
    const mails = await (await fetch(`${origin}/_local/mail`)).json() as { to: string[] }[];
    expect(mails.map(({ to }) => to[0])).toEqual(['second@avd.example', 'first@avd.example']);
    expect(mails[0]).toMatchObject({ at: '2026-03-02T08:00:00.000Z', subject: 'Ärende <script>', text: expect.stringContaining('https://'), headers: { From: 'a@brygga.example' } });
  });

  it('reads and steps the clock', async () => {
    expect(await (await fetch(`${origin}/_local/clock`)).json()).toEqual({ now: '2026-03-02T08:00:00.000Z', timers: [{ what: 'execution <1>', due: '2026-03-02T09:00:00.000Z' }] });
    const stepped = await post('/_local/clock', '{"advance":"P7D"}', { 'content-type': 'application/json' });
    expect([stepped.status, await stepped.json()]).toEqual([200, { now: '2026-03-09T08:00:00.000Z', visited: 2 }]);
    // `curl -d` calls JSON a form.
    expect((await post('/_local/clock', '{"to":"2026-04-01T00:00:00Z"}', form)).status).toBe(200);
    expect(asked).toEqual([{ advance: 'P7D' }, { to: '2026-04-01T00:00:00Z' }]);
  });

  it('says what the clock refuses as problem+json', async () => {
    answer = { status: 409, code: 'clock-backwards', detail: 'Only forwards.' };
    const refused = await post('/_local/clock', '{"to":"2020-01-01T00:00:00Z"}');
    expect([refused.status, refused.headers.get('content-type'), await refused.json()]).toEqual([
      409, 'application/problem+json; charset=utf-8', { type: 'about:blank', title: 'Conflict', status: 409, code: 'clock-backwards', detail: 'Only forwards.' },
    ]);
  });

  it('gives tokens of demo users only', async () => {
    expect(await (await post('/_local/token', '{"user":"siri"}')).json()).toEqual({ access_token: 'token-of-siri', token_type: 'Bearer', expires_in: 60 });
    expect((await post('/_local/token', '{"user":"nobody"}')).status).toBe(404);
    expect((await post('/_local/token', '{"user":7}')).status).toBe(400);
  });

  it.each([
    ['not JSON', 'POST', '/_local/clock', '{', 400, 'malformed'],
    ['a list', 'POST', '/_local/clock', '[]', 400, 'malformed'],
    ['too much', 'POST', '/_local/clock', ' '.repeat(70_000), 413, 'too-large'],
    ['an unknown path', 'GET', '/_local/nothing', undefined, 404, 'not-found'],
    ['an unknown mail', 'GET', '/_local/mailbox/unknown', undefined, 404, 'unknown-mail'],
    ['a wrong method', 'DELETE', '/_local/mail', undefined, 405, 'method-not-allowed'],
    ['a bad fault', 'POST', '/_local/mailbox/faults', '{"address":"x"}', 400, 'bad-fault'],
  ])('refuses %s', async (_what, method, path, body, expected, code) => {
    const refused = await fetch(`${origin}${path}`, { method, ...(body !== undefined && { body }) });
    expect([refused.status, (await refused.json() as { code: string }).code]).toEqual([expected, code]);
  });
});

describe('other sites', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['what the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
    ['a name that resolves to this machine', { host: 'evil.example' }],
  ])('%s is refused', async (_what, headers) => {
    const code = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(`${origin}/_local/token`, { method: 'POST', headers }, (got) => { got.resume(); resolve(got.statusCode); });
      sent.on('error', reject).end('{"user":"siri"}');
    });
    expect(code).toBe(403);
  });

  it('does not keep the console\'s own pages out', async () => {
    expect((await post('/_local/token', '{"user":"siri"}', { origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    // As a browser does for a form on a page without referrer.
    expect((await post('/_local/token', '{"user":"siri"}', { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('pages for people', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'require-sri': 'off', 'no-implicit-button-type': 'off' } });

  it.each(['/_local', '/_local?stepped=3', '/_local/mailbox', '/_local/mailbox?to=avd%40x.example', 'mail'])('%s is valid, escaped, in both languages', async (path) => {
    const id = await sendMail('"Avd" <avd@x.example>');
    ses.setFault('gone@x.example', 'bounce');
    for (const language of ['sv', 'en']) {
      const url = new URL(path === 'mail' ? `/_local/mailbox/${id}` : path, origin);
      url.searchParams.set('lang', language);
      const page = await fetch(url);
      const text = await page.text();
      expect(page.status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/<script>|<Sköterska>|execution <1>|<b>/);
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      const report = validator.validateStringSync(text);
      expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`))).toEqual([]);
    }
  });

  it('follow a mail\'s links: in the text, and in the HTML part out of its frame', async () => {
    const id = await sendMail('avd@x.example');
    expect(await (await fetch(`${origin}/_local/mailbox/${id}`)).text()).toContain('<a href="https://x.example/reply#se-cret">https://x.example/reply#se-cret</a>.');
    const part = await fetch(`${origin}/_local/mailbox/${id}/html`);
    expect(await part.text()).toContain('<head><base target="_top">');
    expect(part.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups .*default-src 'none'/);
  });

  it('step the clock and show what came of it', async () => {
    const stepped = await post('/_local/clock', 'lang=en&advance=P1D', form);
    expect([stepped.status, stepped.headers.get('location')]).toEqual([303, '/_local?lang=en&stepped=2']);
    await post('/_local/clock', 'lang=sv&next=1', form);
    await post('/_local/clock', 'to=2026-04-01T00%3A00%3A00%2B02%3A00', form);
    expect(asked).toEqual([{ advance: 'P1D' }, { to: '2026-03-02T09:00:00.000Z' }, { to: '2026-04-01T00:00:00+02:00' }]);
    answer = { status: 400, code: 'bad-clock-request', detail: 'Give an instant.' };
    const refused = await post('/_local/clock', 'lang=en&to=tomorrow', form);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/role="alert".*That did not work.*Give an instant\./);
  });

  it('flag a mailbox to bounce and clear it', async () => {
    expect((await post('/_local/mailbox/faults', 'address=Gone%40x.example&fault=bounce&lang=sv', form)).status).toBe(303);
    expect([...ses.faults()]).toEqual([['gone@x.example', 'bounce']]);
    expect(await (await post('/_local/mailbox/faults', '{"address":"gone@x.example","fault":"none"}')).json()).toEqual({ address: 'gone@x.example', fault: 'none' });
    expect(ses.faults().size).toBe(0);
  });
});
