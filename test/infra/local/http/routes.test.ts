import { describe, expect, it } from 'vitest';
import { matchesPathPattern } from '../../../../infra/local/http/distribution/path-pattern.ts';
import { Routes } from '../../../../infra/local/http/gateway/routes.ts';

describe('routes of an HTTP API', () => {
  const keys = ['GET /cases', 'GET /cases/{id}', 'GET /cases/own', 'POST /cases/{id}/send', 'ANY /cases/{id}/send', 'GET /files/{path+}', 'GET /files/{name}/{part}', 'GET /'];
  const routes = new Routes(keys.map((key) => ({ key, target: key })));

  it.each([
    ['GET', '/cases', 'GET /cases', {}],
    ['GET', '/cases/42', 'GET /cases/{id}', { id: '42' }],
    ['GET', '/cases/own', 'GET /cases/own', {}],
    ['POST', '/cases/42/send', 'POST /cases/{id}/send', { id: '42' }],
    ['DELETE', '/cases/42/send', 'ANY /cases/{id}/send', { id: '42' }],
    ['GET', '/files/a/b/c', 'GET /files/{path+}', { path: 'a/b/c' }],
    ['GET', '/files/a/b', 'GET /files/{name}/{part}', { name: 'a', part: 'b' }],
    ['GET', '/', 'GET /', {}],
    ['GET', '/cases/', undefined, undefined],
    ['GET', '/cases/42/other', undefined, undefined],
    ['HEAD', '/cases', undefined, undefined],
    ['GET', '/Cases', undefined, undefined],
  ])('%s %s is %s', (method, path, key, pathParameters) => {
    const match = routes.match(method, path);
    expect(match?.route.key).toBe(key);
    expect(match?.pathParameters).toEqual(pathParameters);
  });

  it('falls back to $default where the API has one', () => {
    expect(new Routes([{ key: '$default', target: 1 }]).match('GET', '/any')?.route.key).toBe('$default');
  });
});

describe('path patterns of a distribution', () => {
  it.each([
    ['/api/*', '/api/cases/1', true],
    ['api/*', '/api/cases', true],
    ['/api/*', '/api', false],
    ['/api/*', '/API/cases', false],
    ['*.js', '/assets/a.js', true],
    ['/a?c', '/abc', true],
    ['/a?c', '/ac', false],
    ['/a.b', '/axb', false],
    ['*', '/', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesPathPattern(pattern, path)).toBe(expected);
  });
});
