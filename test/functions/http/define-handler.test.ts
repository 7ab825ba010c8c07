import { describe, expect, it, vi } from 'vitest';
import { operations, type OperationId } from '../../../functions/contracts/operations.ts';
import { problem as problemShape } from '../../../functions/contracts/problem.ts';
import { maximumBodyBytes } from '../../../functions/contracts/primitives.ts';
import * as errors from '../../../functions/domain/errors.ts';
import { createLog } from '../../../functions/adapters/log.ts';
import { defineHandler, type StackSettings } from '../../../functions/http/define-handler.ts';
import { sessionCookie } from '../../../functions/http/session-cookie.ts';
import { WithCookies } from '../../../functions/http/request.ts';
import type { HttpResponse } from '../../../functions/http/event.ts';

const key = '3b241101-e2bb-4255-8caf-4136c566a962';
const secret = 'A'.repeat(43);
const lines: string[] = [];
let accepted: readonly string[] | null = null;
const settings: StackSettings = { originSecrets: () => ['current', 'previous'], siteOrigin: () => 'https://brygga.example', acceptedAssurance: () => accepted, log: createLog((line) => void lines.push(line)) };

interface Given {
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string;
  claims?: Record<string, unknown> | null;
  path?: Record<string, string>;
  query?: Record<string, string>;
  cookies?: string[];
}
const event = ({ headers = {}, body, raw, claims = { sub: 'maj' }, path, query, cookies }: Given) => ({
  headers: { 'x-brygga-origin': 'current', 'content-type': 'application/json', 'idempotency-key': key, ...headers },
  ...(path && { pathParameters: path }), ...(query && { queryStringParameters: query }), ...(cookies && { cookies }),
  requestContext: { requestId: 'correlation-1', timeEpoch: Date.parse('2026-03-02T09:00:00Z'), http: { sourceIp: '203.0.113.9' }, ...(claims && { authorizer: { jwt: { claims } } }) },
  ...(raw !== undefined ? { body: raw } : body !== undefined && { body: JSON.stringify(body) }), isBase64Encoded: false,
});
const context = { getRemainingTimeInMillis: () => 10_000 } as never;
type Run<Id extends OperationId> = Parameters<typeof defineHandler<Id>>[1];
async function call<Id extends OperationId>(id: Id, given: Given, run: Run<Id>): Promise<HttpResponse & { json: Record<string, unknown> }> {
  const response = await defineHandler(id, run, settings)(event(given) as never, context);
  return { ...response, json: response.body === '' ? {} : JSON.parse(response.body) };
}
const receipt = { caseId: 'c1', number: 'EK7-4F2K', version: 2, status: 'sent' };
const command: Given = { path: { caseId: 'c1' }, body: { version: 1 } };

describe('the stack', () => {
  it('hands on exactly what the contract names', async () => {
    const run = vi.fn<Run<'send-case'>>(async () => receipt);
    const response = await call('send-case', command, run);
    expect(run).toHaveBeenCalledWith({
      caller: { userId: 'maj', now: '2026-03-02T09:00:00.000Z', correlationId: 'correlation-1' },
      parameters: { caseId: 'c1' }, query: undefined, body: { version: 1 }, idempotency: { key, bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(response).toMatchObject({ statusCode: 200, json: receipt });
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
  });

  it.each<[Record<string, unknown>, number]>([
    [{ sub: 'maj', acr: 'loa3', token_use: 'access' }, 200], [{ sub: 'maj', acr: 'loa4' }, 200], [{ sub: 'maj', acr: 'loa2' }, 401], [{ sub: 'maj' }, 401], [{ sub: 'maj', acr: ['loa3'] }, 401],
  ])('asks a token for the assurance that the deployment names: %o gives %i', async (claims, status) => {
    accepted = ['loa3', 'loa4'];
    const { statusCode } = await call('send-case', { ...command, claims }, async () => receipt).finally(() => { accepted = null; });
    expect(statusCode).toBe(status);
  });

  it('hashes the same body in any order alike, and another body or case otherwise', async () => {
    const hashes: string[] = [];
    const run: Run<'set-external-unit'> = async ({ idempotency }) => { hashes.push(idempotency.bodyHash); return receipt; };
    await call('set-external-unit', { path: { caseId: 'c1' }, raw: '{"version":1,"externalUnitId":"u"}' }, run);
    await call('set-external-unit', { path: { caseId: 'c1' }, raw: '{"externalUnitId":"u","version":1}' }, run);
    await call('set-external-unit', { path: { caseId: 'c2' }, raw: '{"externalUnitId":"u","version":1}' }, run);
    await call('set-external-unit', { path: { caseId: 'c1' }, raw: '{"externalUnitId":"v","version":1}' }, run);
    expect(hashes[0]).toBe(hashes[1]);
    expect(new Set(hashes).size).toBe(3);
  });

  it.each<[string, Given, number, string]>([
    ['no origin secret', { ...command, headers: { 'x-brygga-origin': '' } }, 403, 'origin-refused'],
    ['a wrong origin secret', { ...command, headers: { 'x-brygga-origin': 'guess' } }, 403, 'origin-refused'],
    ['no token', { ...command, claims: null }, 401, 'not-signed-in'],
    ['a token without subject', { ...command, claims: { sub: 7 } }, 401, 'not-signed-in'],
    ['an ID token', { ...command, claims: { sub: 'maj', token_use: 'id' } }, 401, 'not-signed-in'],
    ['no idempotency key', { ...command, headers: { 'idempotency-key': '' } }, 400, 'idempotency-key-missing'],
    ['an idempotency key that is no UUID', { ...command, headers: { 'idempotency-key': 'again' } }, 400, 'idempotency-key-missing'],
    ['no body', { path: { caseId: 'c1' } }, 400, 'not-json'],
    ['half a body', { path: { caseId: 'c1' }, raw: '{"version":' }, 400, 'not-json'],
    ['another content type', { ...command, headers: { 'content-type': 'text/plain' } }, 400, 'not-json'],
    ['a prototype in the body', { path: { caseId: 'c1' }, raw: '{"version":1,"__proto__":{"a":1}}' }, 400, 'not-json'],
    ['a large body', { path: { caseId: 'c1' }, raw: JSON.stringify({ version: 1, text: 'å'.repeat(maximumBodyBytes / 2) }) }, 413, 'body-too-large'],
    ['a body of a megabyte', { path: { caseId: 'c1' }, raw: `"${'x'.repeat(1024 * 1024)}"` }, 413, 'body-too-large'],
    ['a path that is no identifier', { path: { caseId: '../etc' }, body: { version: 1 } }, 404, 'not-found'],
    ['a list for a body', { path: { caseId: 'c1' }, body: [] }, 400, 'invalid-body'],
  ])('refuses %s', async (_, given, status, code) => {
    const run = vi.fn<Run<'send-case'>>(async () => receipt);
    const response = await call('send-case', given, run);
    expect(response).toMatchObject({ statusCode: status, json: { code, status, type: `urn:brygga:problem:${code}`, instance: 'correlation-1' } });
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(problemShape.safeParse(response.json).success).toBe(true);
    expect(run).not.toHaveBeenCalled();
  });

  it('takes the previous origin secret as well', async () => {
    expect(await call('send-case', { ...command, headers: { 'x-brygga-origin': 'previous' } }, async () => receipt)).toMatchObject({ statusCode: 200 });
  });

  it('points at every fault of a body, without repeating it', async () => {
    const response = await call('record-identity-call', { path: { caseId: 'c1' }, body: { version: '1', how: '191212121212', receiverTitle: '  ', extra: 'x', at: 'yesterday' } }, async () => receipt);
    expect(response.json['errors']).toEqual(expect.arrayContaining([
      { pointer: '/version', code: 'invalid-type' }, { pointer: '/how', code: 'invalid-value' }, { pointer: '/receiverTitle', code: 'required' },
      { pointer: '/at', code: 'invalid-format' }, { pointer: '', code: 'unknown-key' },
    ]));
    expect(response.body).not.toMatch(/191212121212|yesterday|extra/);
    const missing = await call('add-note', { path: { caseId: 'c1' }, body: { version: 0 } }, async () => receipt);
    expect(missing.json['errors']).toEqual([{ pointer: '/version', code: 'too-low' }, { pointer: '/text', code: 'required' }]);
    const draft = await call('save-draft', { path: { draftId: 'd1' }, body: { values: { '191212121212': 1 } } }, async () => ({ id: 'd', savedAt: '2026-03-02T09:00:00Z', values: {} }));
    expect(draft.body).not.toContain('191212121212');
  });

  it('refuses a query of the wrong shape', async () => {
    expect(await call('list-cases', { query: { view: 'everything' } }, async () => ({ now: '2026-03-02T09:00:00Z', cases: [], cursor: null }))).toMatchObject({ statusCode: 400, json: { code: 'invalid-query' } });
  });

  it('answers 500 without a word when its own answer breaks the contract', async () => {
    const response = await call('send-case', command, async () => ({ caseId: 'c1' }) as never);
    expect(response).toMatchObject({ statusCode: 500, json: { code: 'internal' } });
  });

  it('says and logs nothing of an error that it does not know', async () => {
    lines.length = 0;
    const response = await call('send-case', command, async () => { throw new Error('Anna Plantersson 19121212-1212'); });
    expect(response.json).toEqual({ type: 'urn:brygga:problem:internal', code: 'internal', title: 'Something went wrong here', status: 500, instance: 'correlation-1' });
    expect(lines.join('')).not.toMatch(/Plantersson|1212/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', message: 'request-failed', operation: 'send-case', correlationId: 'correlation-1', errorName: 'Error', frames: expect.stringContaining('at ') });
  });

  it.each([
    [new errors.StaleVersion(7), 409, { code: 'stale-version', currentVersion: 7 }],
    [new errors.SendingBlocked('external-unit-missing', 'text-not-confirmed'), 409, { code: 'external-unit-missing', errors: [{ pointer: '', code: 'external-unit-missing' }, { pointer: '', code: 'text-not-confirmed' }] }],
    [new errors.InvalidInput({ pointer: '/report/unitId', code: 'unit-unknown' }), 422, { code: 'unit-unknown', errors: [{ pointer: '/report/unitId', code: 'unit-unknown' }] }],
    [new errors.ReplyIncomplete(['investigation']), 422, { code: 'reply-incomplete', errors: [{ pointer: '/parts/investigation', code: 'required' }] }],
    [new errors.MoreTimeOutOfRange(5), 422, { errors: [{ pointer: '/days', code: 'at-most-5' }] }],
    [new errors.CodeWrong(3), 422, { errors: [{ pointer: '/code', code: 'tries-left-3' }] }],
    [new errors.CodeTooSoon(20), 429, { retryAfter: 20 }],
    [new errors.RateLimited(99), 429, { retryAfter: 99 }],
    [new errors.Throttled(), 503, { code: 'unavailable', retryAfter: 1 }],
    [new errors.NotAllowed('no-need-to-know'), 403, { code: 'not-allowed' }],
    [new errors.UnknownUser(), 403, { code: 'unknown-user' }],
    [new errors.WrongStatus('send-case', 'closed'), 409, { code: 'wrong-status' }],
    [new errors.LinkNotValid(), 404, { code: 'link-not-valid' }],
    [new errors.SessionExpired(), 401, { code: 'session-expired' }],
  ])('answers %s with its own problem', async (error, status, members) => {
    const response = await call('send-case', command, async () => { throw error; });
    expect(response).toMatchObject({ statusCode: status, json: members });
    expect(problemShape.safeParse(response.json).success).toBe(true);
    expect(response.headers['retry-after']).toBe('retryAfter' in members ? String(members.retryAfter) : undefined);
  });
});

describe('the reply session', () => {
  const view = { savedAt: '2026-03-02T09:00:00Z' };
  const body = { parts: { deviationReceived: '', investigation: '', acuteActions: '', systematicActions: '' }, respondentTitle: '' };
  const cookies = [`other=1`, `__Host-brygga-reply=${secret}`];

  it('is a cookie of this host alone', () => {
    expect(sessionCookie(secret)).toBe(`__Host-brygga-reply=${secret}; Path=/; Secure; HttpOnly; SameSite=Strict`);
  });
  it('reaches the use case, with the viewer’s address', async () => {
    const run = vi.fn<Run<'save-reply-draft'>>(async () => view);
    await call('save-reply-draft', { claims: null, cookies, body, headers: { 'cloudfront-viewer-address': '2001:db8:1:2:3:4:5:6:443' } }, run);
    expect(run.mock.calls[0]?.[0].caller).toEqual({ now: '2026-03-02T09:00:00.000Z', correlationId: 'correlation-1', clientAddress: '2001:db8:1:2', sessionToken: secret });
  });
  it.each([[[]], [['__Host-brygga-reply=short']], [[`brygga-reply=${secret}`]]])('is refused as %j', async (given) => {
    expect(await call('save-reply-draft', { claims: null, cookies: given, body }, async () => view)).toMatchObject({ statusCode: 401, json: { code: 'session-expired' } });
  });
  it.each<[Record<string, string>, number]>([
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://brygga.example' }, 200],
    [{}, 200],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
  ])('is taken only from our own pages: %j', async (headers, statusCode) => {
    expect(await call('save-reply-draft', { claims: null, cookies, body, headers }, async () => view)).toMatchObject({ statusCode });
  });
  it('sets and ends cookies', async () => {
    const response = await call('end-session', { claims: null, cookies }, async () => new WithCookies({}, ['a=b']));
    expect(response).toMatchObject({ statusCode: 204, body: '', cookies: ['a=b'] });
  });
});

describe('every operation', () => {
  it('refuses a request that did not come through the distribution', async () => {
    for (const id of Object.keys(operations) as OperationId[]) {
      const response = await call(id, { headers: { 'x-brygga-origin': 'x' } }, async () => { throw new Error('reached'); });
      expect({ id, ...response }).toMatchObject({ id, statusCode: 403, json: { code: 'origin-refused' } });
    }
  });
});
