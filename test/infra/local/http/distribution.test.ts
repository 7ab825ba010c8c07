import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSiteHandler, type SiteDependencies } from '../../../../infra/local/http/site-server.ts';
import { httpApi, templateOf } from './template-fixture.ts';

const script = `export const words = ${JSON.stringify(Array.from({ length: 300 }, (_, index) => `word${index}`))};`;
let folder: string;
let server: Server | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brygga-site-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Brygga</title>');
  writeFileSync(join(folder, 'assets', 'app.js'), script);
  writeFileSync(join(folder, 'å ä.txt'), 'text');
});

afterAll(() => rmSync(folder, { recursive: true }));

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

const pages = "function handler(event) { var request = event.request; if (request.uri.indexOf('.') === -1) request.uri = '/index.html'; return request; }";

interface Change {
  readonly api?: Record<string, unknown>;
  readonly site?: Record<string, unknown>;
  readonly config?: Record<string, unknown>;
  readonly code?: string;
}

function handlerOf({ api = {}, site = {}, config = {}, code = pages }: Change): ReturnType<typeof createSiteHandler> {
  const seen: SiteDependencies['invokeFunction'] = async (_arn, event) => ({
    ok: true, payload: { statusCode: 404, headers: { 'content-type': 'application/problem+json', 'x-frame-options': 'SAMEORIGIN', 'x-own': '1' }, body: JSON.stringify(event) },
  });
  const template = templateOf([
    ...httpApi({ 'GET /api/echo': { function: 'echo' }, 'POST /api/echo': { function: 'echo' } }),
    ['AWS::S3::Bucket', 'site-bucket', {}, { 'brygga:site': { asset: 'hash1', cacheControl: [{ pattern: 'assets/*', value: 'immutable' }, { pattern: '*', value: 'no-cache' }] } }],
    ['AWS::CloudFront::Function', 'pages', { FunctionCode: code }],
    ['AWS::CloudFront::ResponseHeadersPolicy', 'headers', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true }, ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: false }, StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: { Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }] },
        RemoveHeadersConfig: { Items: [{ Header: 'X-Own' }] },
      },
    }],
    ['AWS::CloudFront::Distribution', 'distribution', {
      DistributionConfig: {
        Origins: [
          { Id: 'site', DomainName: 'site-bucket.s3.eu-north-1.amazonaws.com', S3OriginConfig: {} },
          { Id: 'api', DomainName: 'api1.execute-api.eu-north-1.amazonaws.com', OriginCustomHeaders: [{ HeaderName: 'X-Brygga-Origin', HeaderValue: 'secret' }] },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'site', Compress: true, CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6', ResponseHeadersPolicyId: 'headers',
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:pages' }], ...site,
        },
        CacheBehaviors: [{
          PathPattern: '/api/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'HEAD', 'POST'], CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', ResponseHeadersPolicyId: 'headers', ...api,
        }],
        ...config,
      },
    }],
    ['AWS::CloudFront::OriginRequestPolicy', 'narrow', {
      OriginRequestPolicyConfig: {
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-Wanted', 'CloudFront-Viewer-Address'] },
        CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session'] }, QueryStringsConfig: { QueryStringBehavior: 'allExcept', QueryStrings: ['secret'] },
      },
    }],
  ], { hash1: folder });
  return createSiteHandler({ template, invokeFunction: seen, now: () => 0, verifyAccessToken: async () => ({}), mounts: [] });
}

async function serve(change: Change = {}): Promise<string> {
  server = createServer(handlerOf(change));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

describe('the site', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/cases/12', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app.js?v=1', 200, 'text/javascript; charset=utf-8', 'immutable'],
    ['/%C3%A5%20%C3%A4.txt', 200, 'text/plain; charset=utf-8', 'no-cache'],
    ['/missing.js', 403, 'application/xml', null],
    ['/../../etc/pass.wd', 403, 'application/xml', null],
    ['/%2e%2e/%2e%2e/secret.txt', 403, 'application/xml', null],
  ])('%s is %i', async (path, status, type, cacheControl) => {
    const answer = await fetch(`${await serve()}${path}`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([status, type, cacheControl]);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=60; includeSubDomains');
    expect(answer.headers.get('permissions-policy')).toBe('camera=()');
  });

  it('answers HEAD without a body and If-None-Match with 304', async () => {
    const origin = await serve();
    const head = await fetch(`${origin}/`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '36']);
    const again = await fetch(`${origin}/`, { headers: { 'if-none-match': `W/${head.headers.get('etag')}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ] as const)('compresses for %s with %s', async (accepted, coding, decode) => {
    const http = await import('node:http');
    const origin = await serve();
    const got = await new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      http.get(`${origin}/assets/app.js`, { headers: { 'accept-encoding': accepted } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
      }).on('error', reject);
    });
    expect(got.headers).toMatchObject({ 'content-encoding': coding, etag: expect.stringMatching(/^W\//), vary: 'Accept-Encoding' });
    expect(decode(got.body).toString()).toBe(script);
  });

  it('refuses a method that the behaviour does not allow', async () => {
    expect((await fetch(`${await serve()}/`, { method: 'POST', body: 'x' })).status).toBe(403);
  });

  it('takes a browser from localhost to the one address, and serves programs there', async () => {
    const handler = handlerOf({});
    server = createServer((request, response) => handler(Object.assign(request, { headers: { ...request.headers, host: 'localhost:1' } }), response));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const http = await import('node:http');
    const visit = (headers: Record<string, string>): Promise<[number | undefined, string | undefined]> =>
      new Promise((resolve, reject) => void http.get({ port, host: '127.0.0.1', path: '/cases?a=1', headers }, (answer) => { answer.resume(); resolve([answer.statusCode, answer.headers.location]); }).on('error', reject));
    expect(await visit({ 'sec-fetch-mode': 'navigate' })).toEqual([307, `http://127.0.0.1:${port}/cases?a=1`]);
    expect(await visit({})).toEqual([200, undefined]);
  });
});

describe('the API behind the distribution', () => {
  it('gets the origin\'s secret and the viewer\'s address, which a viewer can not set, and keeps its own status', async () => {
    const answer = await fetch(`${await serve()}/api/echo?a=1`, { headers: { 'x-brygga-origin': 'guessed', 'cloudfront-viewer-address': '1.2.3.4:5', cookie: 'a=1', authorization: 'Bearer x' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(answer.headers.get('x-own')).toBeNull();
    expect(await answer.json()).toMatchObject({
      rawQueryString: 'a=1', cookies: ['a=1'],
      headers: { 'x-brygga-origin': 'secret', 'cloudfront-viewer-address': expect.stringMatching(/^127\.0\.0\.1:\d+$/), host: 'api1.execute-api.eu-north-1.amazonaws.com', authorization: 'Bearer x' },
    });
  });

  it('sees only what a narrow origin request policy lets through', async () => {
    const origin = await serve({ api: { OriginRequestPolicyId: 'narrow' } });
    const event = await (await fetch(`${origin}/api/echo?a=1&secret=2`, { headers: { 'x-wanted': '1', 'x-other': '2', cookie: 'session=s; other=o' } })).json() as { headers: Record<string, string> };
    expect(event).toMatchObject({ rawQueryString: 'a=1', cookies: ['session=s'] });
    expect(event.headers).toHaveProperty('x-wanted');
    expect(event.headers).not.toHaveProperty('x-other');
    expect(event.headers).toHaveProperty('cloudfront-viewer-address');
  });

  it('sees nothing of the viewer without an origin request policy', async () => {
    const origin = await serve({ api: { OriginRequestPolicyId: undefined } });
    const event = await (await fetch(`${origin}/api/echo?a=1`, { headers: { 'x-other': '2', cookie: 'a=1' } })).json() as { headers: Record<string, string>; cookies?: string[] };
    expect(event).toMatchObject({ rawQueryString: '' });
    expect(event.cookies).toBeUndefined();
    expect(event.headers).not.toHaveProperty('x-other');
  });
});

describe('the viewer function', () => {
  it.each([
    ['answers by itself', 'function handler(e) { return { statusCode: 302, statusDescription: "Found", headers: { location: { value: "/elsewhere" } } }; }', 302, '/elsewhere'],
    ['fails', 'function handler(e) { throw new Error("x"); }', 503, null],
    ['never ends', 'function handler(e) { while (true) {} }', 503, null],
  ])('that %s gives the right status', async (_what, code, status, location) => {
    const answer = await fetch(`${await serve({ code })}/`, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(location);
  });

  it('can change the query, and leaves it as sent otherwise', async () => {
    const association = { FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:pages' }] };
    const change = 'function handler(e) { if (e.request.querystring.drop) delete e.request.querystring.drop; return e.request; }';
    const origin = await serve({ code: change, api: association });
    const query = async (text: string): Promise<unknown> => ((await (await fetch(`${origin}/api/echo?${text}`)).json()) as { rawQueryString: string }).rawQueryString;
    expect(await query('a=%7e&b')).toBe('a=%7e&b');
    expect(await query('a=1&drop=2')).toBe('a=1');
  });
});

describe('start stops at what is not served', () => {
  it.each([
    ['custom error pages', { config: { CustomErrorResponses: [{ ErrorCode: 403 }] } }, 'distribution: CustomErrorResponses'],
    ['Lambda@Edge', { site: { LambdaFunctionAssociations: [{}] } }, 'distribution: Lambda@Edge'],
    ['an unknown managed policy', { api: { OriginRequestPolicyId: 'x' } }, 'distribution: the managed policy x'],
    ['a viewer-response function', { site: { FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: 'arn:pages' }] } }, 'distribution: a function on viewer-response'],
    ['an unknown origin', { site: { TargetOriginId: 'other' } }, 'distribution: the origin other'],
  ])('%s', (_what, change, message) => {
    expect(() => handlerOf(change)).toThrow(message);
  });
});
