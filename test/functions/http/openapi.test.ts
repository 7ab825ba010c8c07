import { describe, expect, it } from 'vitest';
import { operations, type Operation } from '../../../functions/contracts/operations.ts';
import { openApi } from '../../../functions/http/openapi.ts';

const document = JSON.parse(JSON.stringify(openApi()));
const operationsOf: [string, Operation][] = Object.entries(operations);

describe('the OpenAPI document', () => {
  it('names every operation once, with its method, path and security', () => {
    const described = Object.entries<Record<string, { operationId: string; security: object[] }>>(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId, security }]) => [operationId, method.toUpperCase(), path, security]));
    expect(described.toSorted()).toEqual(operationsOf.map(([id, { method, path, auth }]) => [id, method, path, auth === 'none' ? [] : [{ [auth]: [] }]]).toSorted());
  });
  it.each(operationsOf)('describes %s: parameters, body, answers', (_id, operation) => {
    const described = document.paths[operation.path][operation.method.toLowerCase()];
    const names = (described.parameters ?? []).map(({ name }: { name: string }) => name);
    for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g)) expect(names).toContain(name);
    expect(names.includes('Idempotency-Key')).toBe(operation.command);
    expect(described.requestBody !== undefined).toBe(operation.body !== undefined);
    expect(described.responses).toHaveProperty(String(operation.status));
    expect(described.responses).toHaveProperty('500');
    for (const reference of JSON.stringify(described).matchAll(/#\/components\/(\w+)\/(\w+)/g)) expect(document.components[reference[1] ?? '']).toHaveProperty(reference[2] ?? '');
  });
  it('is of version 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
  });
});
