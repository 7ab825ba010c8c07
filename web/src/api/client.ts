import type * as z from 'zod/mini';
import type { operations } from '../../../functions/contracts/operations.ts';
import type { Problem } from '../../../functions/contracts/problem.ts';
import type { Route } from '../../../functions/contracts/route.ts';
import type { OperationId } from '../../../functions/contracts/routes.ts';
import { hearServerTime } from '../language/server-time.ts';
import { ApiFailure, problemOfGateway } from './failure.ts';

type Shapes = typeof operations;
export type Answer<Id extends OperationId> = z.infer<Shapes[Id]['response']>;
export type BodyOf<Id extends OperationId> = Shapes[Id] extends { readonly body: infer Body extends z.ZodMiniType } ? z.input<Body> : undefined;

export interface Call<Id extends OperationId> {
  /** Values of the `{names}` in the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: BodyOf<Id>;
  /** In place of the body: one that is made from data, and whose shape the contract judges at the other end. */
  readonly unchecked?: unknown;
  /** Of a command: the same key for every attempt at the same thing. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** What the client needs of its surroundings, so that tests can be them. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A valid access token, or null when nobody is signed in. */
  readonly token: () => Promise<string | null>;
  /** The API says that the token is not valid (any more). */
  readonly refused: () => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const attempts = 3;
const transient = new Set([429, 502, 503, 504]);

/** A client of the operations in `routes`: all of them, or those that the first view calls. */
export function createClient<Known extends OperationId>(surroundings: Surroundings, routes: Readonly<Record<Known, Route>>) {
  return async function call<Id extends Known>(id: Id, request: Call<Id> = {}): Promise<Answer<Id>> {
    const operation = routes[id];
    const repeatable = operation.method !== 'POST' || (operation.command && request.idempotencyKey !== undefined);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await once(operation, request);
      if (outcome instanceof ApiFailure) {
        const worthAnother = outcome.problem === null || transient.has(outcome.problem.status);
        const patient = (outcome.problem?.retryAfter ?? 0) <= 5;
        if (repeatable && worthAnother && patient && attempt < attempts && !request.signal?.aborted) {
          await surroundings.pause((outcome.problem?.retryAfter ?? attempt * 0.4) * 1000);
          continue;
        }
        throw outcome;
      }
      return outcome as Answer<Id>;
    }
  };

  /** One exchange: the parsed answer, or why there is none. */
  async function once(operation: Route, request: Call<OperationId>): Promise<unknown> {
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    if (operation.auth === 'staff') {
      const token = await surroundings.token();
      if (token === null) return new ApiFailure(problemOfGateway(401, null));
      headers['authorization'] = `Bearer ${token}`;
    }
    if (operation.command) headers['idempotency-key'] = request.idempotencyKey ?? crypto.randomUUID();
    const body = request.unchecked ?? request.body;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await surroundings.fetch(address(operation.path, request), {
      method: operation.method,
      headers,
      credentials: operation.auth === 'staff' ? 'omit' : 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(request.signal && { signal: request.signal }),
    }).catch(() => null);
    if (response === null) return new ApiFailure(null);
    const text = await response.text().catch(() => '');
    if (response.ok) return answerOf(response, text);
    if (response.status === 401 && operation.auth === 'staff') surroundings.refused();
    const said = json(text);
    return new ApiFailure(isProblem(said) ? said : problemOfGateway(response.status, response.headers.get('apigw-requestid')));
  }
}

/**
 * The answer as the contract has it. The pages do not parse it a second time (the shapes would double the first
 * view): the functions answer by the same contract, which their tests and the browser's hold them to.
 */
function answerOf(response: Response, text: string): unknown {
  if (response.status === 204) return {};
  const data = json(text);
  if (typeof data !== 'object' || data === null) return new ApiFailure(problemOfGateway(500, response.headers.get('apigw-requestid')));
  const now = textAt(data, 'now') ?? textAt(at(data, 'clock'), 'now');
  if (now !== null) hearServerTime(now);
  return data;
}

const at = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
const textAt = (value: unknown, name: string): string | null => {
  const found = at(value, name);
  return typeof found === 'string' ? found : null;
};
/** Problem+json of our own, and not the gateway's or a firewall's JSON. */
const isProblem = (value: unknown): value is Problem =>
  textAt(value, 'code') !== null && textAt(value, 'type')?.startsWith('urn:brygga:problem:') === true && typeof at(value, 'status') === 'number';

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function address(path: string, request: Call<OperationId>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) if (value !== undefined && value !== '') query.set(name, value);
  return query.size > 0 ? `${filled}?${query}` : filled;
}
