import { describe, expect, it } from 'vitest';
import { routes } from '../../functions/contracts/routes.ts';
import { Attempt } from '../../web/src/api/attempt.ts';
import { createClient } from '../../web/src/api/client.ts';
import { ApiFailure } from '../../web/src/api/failure.ts';

interface Asked { readonly url: string; readonly init: RequestInit }

/** A service that answers from a list, one answer per call; `null` is a network that fails. */
function serviceOf(answers: readonly (Response | null)[], token: string | null = 'token') {
  const asked: Asked[] = [];
  const paused: number[] = [];
  let refused = 0;
  const call = createClient({
    fetch: async (url, init) => {
      const answer = answers[asked.length];
      asked.push({ url, init });
      if (!answer) throw new TypeError('network');
      return answer;
    },
    token: async () => token,
    refused: () => {
      refused += 1;
    },
    pause: async (milliseconds) => {
      paused.push(milliseconds);
    },
  }, routes);
  return { call, asked, paused, refusals: () => refused };
}
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });
const problemOf = (status: number, code: string, more: object = {}) => json(status, { type: `urn:brygga:problem:${code}`, code, title: code, status, instance: 'abc', ...more });
const header = ({ init }: Asked, name: string) => new Headers(init.headers).get(name);
const failureOf = async (attempt: Promise<unknown>): Promise<ApiFailure> => {
  const failure = await attempt.then(() => null, (error: unknown) => error);
  if (!(failure instanceof ApiFailure)) throw new Error('did not fail as an ApiFailure');
  return failure;
};
const receipt = { caseId: 'c', number: 'K7H-4F2K', version: 2, status: 'closed' };
const close = { path: { caseId: 'a/b' }, body: { version: 1, note: '' }, idempotencyKey: 'k' } as const;

describe('the client of the API', () => {
  it('fills the path, drops empty query values and sends the token to staff operations only', async () => {
    const { call, asked } = serviceOf([json(200, { now: '2026-11-22T08:00:00Z', cases: [], cursor: null }), json(200, receipt), json(200, { sentTo: 'a…@b', validForSeconds: 600, againAfterSeconds: 60 })]);
    await call('list-cases', { query: { view: 'inbox', status: undefined, key: '' } });
    await call('close-case', close);
    await call('request-code', { body: { secret: 'x' } });
    expect(asked.map(({ url }) => url)).toEqual(['/api/cases?view=inbox', '/api/cases/a%2Fb/closing', '/api/reply/codes']);
    expect(asked.map((one) => header(one, 'authorization'))).toEqual(['Bearer token', 'Bearer token', null]);
    expect(asked.map(({ init }) => init.credentials)).toEqual(['omit', 'omit', 'same-origin']);
  });

  it('tries a command again after a lost answer with the same key, and gives up after three', async () => {
    const { call, asked, paused } = serviceOf([null, json(503, { message: 'Service Unavailable' }), json(200, receipt)]);
    await expect(call('close-case', close)).resolves.toEqual(receipt);
    expect(asked.map((one) => header(one, 'idempotency-key'))).toEqual(['k', 'k', 'k']);
    expect(paused).toHaveLength(2);
    const dead = serviceOf([null, null, null, json(200, receipt)]);
    expect((await failureOf(dead.call('close-case', close))).code).toBe('network');
    expect(dead.asked).toHaveLength(3);
  });

  it('never repeats what is neither a command with a key nor a read', async () => {
    const { call, asked } = serviceOf([null, json(200, {})]);
    expect((await failureOf(call('verify-code', { body: { secret: 'x', code: '123456' } }))).code).toBe('network');
    expect(asked).toHaveLength(1);
  });

  it('does not repeat a refusal, and waits only when asked to wait a little', async () => {
    const refusedOnce = serviceOf([problemOf(409, 'stale-version', { currentVersion: 4 }), json(200, receipt)]);
    expect((await failureOf(refusedOnce.call('close-case', close))).problem).toMatchObject({ code: 'stale-version', currentVersion: 4 });
    expect(refusedOnce.asked).toHaveLength(1);
    const short = serviceOf([problemOf(503, 'unavailable', { retryAfter: 2 }), json(200, receipt)]);
    await short.call('close-case', close);
    expect(short.paused).toEqual([2000]);
    const long = serviceOf([problemOf(429, 'rate-limited', { retryAfter: 600 })]);
    expect((await failureOf(long.call('close-case', close))).code).toBe('rate-limited');
  });

  it.each([
    [401, { message: 'Unauthorized' }, 'not-signed-in'], [403, { message: 'Forbidden' }, 'not-allowed'], [404, { message: 'Not Found' }, 'not-found'],
    [413, { message: 'Request Entity Too Large' }, 'body-too-large'], [500, { message: 'Internal Server Error' }, 'internal'], [418, 'teapot', 'internal'],
  ])('puts the gateway’s %i in the words of the API', async (status, body, code) => {
    const { call, refusals } = serviceOf([json(status, body, { 'apigw-requestid': 'req-1' })]);
    expect((await failureOf(call('read-profile'))).problem).toMatchObject({ code, instance: 'req-1' });
    expect(refusals()).toBe(status === 401 ? 1 : 0);
  });

  it('asks nothing when nobody is signed in, and believes no page of HTML', async () => {
    const { call, asked } = serviceOf([], null);
    expect((await failureOf(call('read-profile'))).code).toBe('not-signed-in');
    expect(asked).toHaveLength(0);
    const html = serviceOf([new Response('<!doctype html>', { status: 200 })]);
    expect((await failureOf(html.call('read-profile'))).code).toBe('internal');
  });
});

describe('an attempt', () => {
  it('keeps its key for the same content, changes it with the content, and after success', () => {
    let minted = 0;
    const attempt = new Attempt(() => `key-${(minted += 1)}`);
    expect(attempt.keyFor({ note: 'a' })).toBe('key-1');
    expect(attempt.keyFor({ note: 'a' })).toBe('key-1');
    expect(attempt.keyFor({ note: 'b' })).toBe('key-2');
    attempt.done();
    expect(attempt.keyFor({ note: 'b' })).toBe('key-3');
  });
});
