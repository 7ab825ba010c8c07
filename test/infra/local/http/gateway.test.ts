import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createSiteHandler, type SiteDependencies } from '../../../../infra/local/http/site-server.ts';
import { functionArn, httpApi, templateOf } from './template-fixture.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

type Invoke = SiteDependencies['invokeFunction'];

async function serve(routes: Parameters<typeof httpApi>[0], invokeFunction: Invoke, more: Partial<SiteDependencies> = {}): Promise<string> {
  const handler = createSiteHandler({
    template: templateOf(httpApi(routes)),
    invokeFunction,
    now: () => now,
    verifyAccessToken: async (token, issuer, audience) => {
      if (token !== 'good.t.k' || issuer !== 'https://issuer.example' || audience[0] !== 'client-1') throw new Error('bad');
      return { sub: 'siri', scope: 'openid profile', amr: ['mfa', 'pwd'], exp: 5, nested: { a: 1 }, none: null };
    },
    mounts: [],
    ...more,
  });
  server = createServer(handler);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const echo: Invoke = async (arn, payload) => ({ ok: true, payload: { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ arn, event: payload }) } });

describe('the event of payload format 2.0', () => {
  it('holds what the request said, and the simulated time', async () => {
    const origin = await serve({ 'POST /api/cases/{id}': { function: 'send' } }, echo);
    const answer = await fetch(`${origin}/api/cases/a%20b%C3%A5?x=1&x=2&y=%26`, {
      method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json', 'X-Two': 'one', cookie: 'a=1; b=2', 'user-agent': 'test' },
    });
    const { arn, event } = await answer.json() as { arn: string; event: Record<string, unknown> };
    expect(arn).toBe(functionArn('send'));
    expect(event).toMatchObject({
      version: '2.0', routeKey: 'POST /api/cases/{id}', rawPath: '/api/cases/a bå', rawQueryString: 'x=1&x=2&y=%26', cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-two': 'one' }, queryStringParameters: { x: '1,2', y: '&' }, pathParameters: { id: 'a bå' },
      body: '{"a":1}', isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000', apiId: 'api1', domainName: 'api1.execute-api.eu-north-1.amazonaws.com', domainPrefix: 'api1', stage: '$default',
        http: { method: 'POST', path: '/api/cases/a bå', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        time: '02/Mar/2026:08:00:00 +0000', timeEpoch: now,
      },
    });
    expect(event['headers']).not.toHaveProperty('cookie');
    expect(answer.headers.get('apigw-requestid')).toBe((event['requestContext'] as { requestId: string }).requestId);
  });

  it('joins a repeated header and encodes a body that is not text', async () => {
    const origin = await serve({ 'POST /up': { function: 'up' } }, echo);
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest(`${origin}/up`, { method: 'POST', headers: { 'x-many': ['a', 'b'], 'content-type': 'application/octet-stream' } }, (got) => {
        let body = '';
        got.on('data', (chunk) => (body += String(chunk))).on('end', () => resolve(body));
      });
      sent.on('error', reject).end(Buffer.from([0, 255]));
    });
    expect(JSON.parse(answer).event).toMatchObject({ headers: { 'x-many': 'a,b' }, body: 'AP8=', isBase64Encoded: true });
  });
});

describe('the answer', () => {
  it.each([
    ['status, headers, cookies and body', { statusCode: 201, headers: { 'X-A': 1 }, cookies: ['a=1; Path=/', 'b=2'], body: 'hej' }, 201, 'hej', 'text/plain; charset=utf-8', ['a=1; Path=/', 'b=2']],
    ['base64', { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'aGVq', isBase64Encoded: true }, 200, 'hej', 'image/png', []],
    ['an object without a status', { a: 1 }, 200, '{"a":1}', 'application/json', []],
    ['a bare text', 'hej', 200, 'hej', 'application/json', []],
    ['no content', { statusCode: 204 }, 204, '', 'text/plain; charset=utf-8', []],
    ['an impossible status', { statusCode: 'x' }, 500, '{"message":"Internal Server Error"}', 'application/json', []],
  ])('is made from %s', async (_what, payload, status, body, type, cookies) => {
    const origin = await serve({ 'GET /x': { function: 'x' } }, async () => ({ ok: true, payload }));
    const answer = await fetch(`${origin}/x`);
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([status, body, type]);
    expect(answer.headers.getSetCookie()).toEqual(cookies);
  });

  it.each([
    ['no route', '/nowhere', async () => ({ ok: true as const, payload: {} }), 404, 'Not Found'],
    ['a broken path', '/x%E0%A4%A', async () => ({ ok: true as const, payload: {} }), 400, 'Bad Request'],
    ['a function error', '/x', async () => ({ ok: false as const, errorType: 'Error', errorMessage: 'secret' }), 500, 'Internal Server Error'],
    ['a function slower than the integration', '/x', () => new Promise<never>(() => undefined), 503, 'Service Unavailable'],
    ['a runtime that stops', '/x', () => Promise.reject(new Error('stopping')), 503, 'Service Unavailable'],
  ] as const)('to %s is the gateway\'s own', async (_what, path, invoke, status, message) => {
    const origin = await serve({ 'GET /x': { function: 'x', timeout: 50 } }, invoke);
    const answer = await fetch(`${origin}${path}`);
    expect([answer.status, await answer.json()]).toEqual([status, { message }]);
  });

  it('to a body over 10 MB is 413, without invoking', async () => {
    const origin = await serve({ 'POST /x': { function: 'x' } }, () => Promise.reject(new Error('invoked')));
    const answer = await fetch(`${origin}/x`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});

describe('the JWT authorizer', () => {
  const routes = { 'GET /open': { function: 'open' }, 'GET /staff': { function: 'staff', staff: true }, 'GET /admin': { function: 'admin', staff: true, scopes: ['admin'] }, 'GET /profile': { function: 'profile', staff: true, scopes: ['profile', 'x'] } };

  it.each([
    ['/open', undefined, 200, /^$/, /"arn"/],
    ['/staff', undefined, 401, /^Bearer$/, /^{"message":"Unauthorized"}$/],
    ['/staff', 'Bearer nonsense', 401, /error="invalid_token"/, /^{"message":"Unauthorized"}$/],
    ['/staff', 'Bearer bad.t.k', 401, /error="invalid_token"/, /^{"message":"Unauthorized"}$/],
    ['/staff', 'Bearer good.t.k', 200, /^$/, /"arn"/],
    ['/admin', 'Bearer good.t.k', 403, /insufficient_scope/, /^{"message":"Forbidden"}$/],
    ['/profile', 'Bearer good.t.k', 200, /^$/, /"arn"/],
  ])('%s with %s gives %i', async (path, authorization, status, challenge, body) => {
    const origin = await serve(routes, echo);
    const answer = await fetch(`${origin}${path}`, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('www-authenticate') ?? '').toMatch(challenge);
    expect(await answer.text()).toMatch(body);
  });

  it('hands the claims on as texts', async () => {
    const origin = await serve(routes, echo);
    const { event } = await (await fetch(`${origin}/staff`, { headers: { authorization: 'bearer good.t.k' } })).json() as { event: { requestContext: unknown } };
    expect(event.requestContext).toMatchObject({ authorizer: { jwt: { claims: { sub: 'siri', amr: '[mfa pwd]', exp: '5', nested: '{"a":1}' }, scopes: null } } });
  });
});

describe('start', () => {
  it.each([
    ['AuthorizationType CUSTOM', { AuthorizationType: 'CUSTOM' }],
    ['the target integrations', { Target: undefined }],
  ])('stops at a route that is not served: %s', (message, change) => {
    const given = httpApi({ 'GET /x': { function: 'x' } }).map(([type, id, properties]) => [type, id, type.endsWith('::Route') ? { ...properties, ...change } : properties] as const);
    const start = (): unknown => createSiteHandler({ template: templateOf(given), invokeFunction: echo, now: () => now, verifyAccessToken: async () => ({}), mounts: [] });
    expect(start).toThrow(message === 'the target integrations' ? 'route0: the target' : `route0: ${message}`);
  });

  it('puts mounts before everything, by whole path segments', async () => {
    const origin = await serve({ 'GET /_localx': { function: 'x' } }, echo, {
      mounts: [{ prefix: '/_local', handle: (request, response) => void response.end(`mount ${request.url}`) }],
    });
    expect(await (await fetch(`${origin}/_local/a?b`)).text()).toBe('mount /_local/a?b');
    expect((await fetch(`${origin}/_localx`)).headers.get('apigw-requestid')).not.toBeNull();
  });
});
