import { createHash } from 'node:crypto';
import type { ZodMiniType } from 'zod/mini';
import type { Operation } from '../contracts/operations.ts';
import { identifier } from '../contracts/primitives.ts';
import { SessionExpired } from '../domain/errors.ts';
import type { Idempotency } from '../use-cases/ports.ts';
import { clientAddress, type HttpEvent } from './event.ts';
import { faultsOf } from './faults.ts';
import { RequestRefused } from './refusal.ts';
import { readSessionCookie } from './session-cookie.ts';

/** The event as the operation's contract sees it; refuses at the first thing that is not so. */
export function parseRequest(operationId: string, operation: Operation, event: HttpEvent, acceptedAssurance: () => readonly string[] | null): Readonly<Record<'caller' | 'parameters' | 'query' | 'body' | 'idempotency', unknown>> {
  const caller = callerOf(operation, event, acceptedAssurance);
  const parameters = event.pathParameters ?? {};
  for (const value of Object.values(parameters)) {
    if (!identifier.safeParse(value).success) throw new RequestRefused('not-found');
  }
  const query = operation.query && parsed(operation.query, event.queryStringParameters ?? {}, 'invalid-query');
  const body = operation.body && parsed(operation.body, event.body, 'invalid-body');
  return { caller, parameters, query, body, idempotency: operation.command ? idempotencyOf(operationId, event, parameters, body) : undefined };
}

function callerOf(operation: Operation, event: HttpEvent, acceptedAssurance: () => readonly string[] | null): unknown {
  const { requestId: correlationId, timeEpoch } = event.requestContext;
  const now = new Date(timeEpoch).toISOString();
  if (operation.auth === 'staff') {
    return { userId: subjectOf(event.requestContext.authorizer?.jwt?.claims ?? {}, acceptedAssurance()), now, correlationId };
  }
  const caller = { now, correlationId, clientAddress: clientAddress(event) };
  if (operation.auth === 'none') return caller;
  const sessionToken = readSessionCookie(event);
  if (sessionToken === undefined) throw new SessionExpired();
  return { ...caller, sessionToken };
}

/** The gateway has verified signature, issuer, audience and time. An ID token says who signed in, and opens nothing. */
function subjectOf({ sub, acr, token_use: use }: Readonly<Record<string, unknown>>, acceptedAssurance: readonly string[] | null): string {
  const assured = acceptedAssurance === null || (typeof acr === 'string' && acceptedAssurance.includes(acr));
  if (typeof sub !== 'string' || sub === '' || use === 'id' || !assured) throw new RequestRefused('not-signed-in');
  return sub;
}

function parsed(schema: ZodMiniType, value: unknown, code: 'invalid-body' | 'invalid-query'): unknown {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw new RequestRefused(code, faultsOf(result.error.issues));
  return result.data;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function idempotencyOf(operationId: string, event: HttpEvent, parameters: unknown, body: unknown): Idempotency {
  const key = event.headers['idempotency-key'] ?? '';
  if (!uuid.test(key)) throw new RequestRefused('idempotency-key-missing');
  const bodyHash = createHash('sha256').update(JSON.stringify([operationId, canonical(parameters), canonical(body ?? null)])).digest('hex');
  return { key: key.toLowerCase(), bodyHash };
}

/** The same value in another order of keys is the same body. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]);
}
