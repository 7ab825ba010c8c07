// oxlint-disable-next-line import/no-named-as-default -- its types have the default export only
import middy from '@middy/core';
import { operations, type Operation, type OperationId } from '../contracts/operations.ts';
import { createLog } from '../adapters/log.ts';
import { acceptedAssurance, originSecrets, siteOrigin } from '../adapters/environment.ts';
import type { Log } from '../use-cases/ports-log.ts';
import type { HttpEvent, HttpResponse } from './event.ts';
import { answer, commonHeaders } from './middleware/answer.ts';
import { parseBody } from './middleware/parse-body.ts';
import { refuseOtherSites } from './middleware/refuse-other-sites.ts';
import { refuseOtherWays } from './middleware/refuse-other-ways.ts';
import { parseRequest } from './parse-request.ts';
import { WithCookies, type ParsedRequest, type ResponseOf } from './request.ts';

/** What the stack takes from its surroundings; tests put their own. */
export interface StackSettings {
  readonly originSecrets: () => readonly string[];
  readonly siteOrigin: () => string;
  /** Values of a staff token's acr that are enough; null: any. */
  readonly acceptedAssurance: () => readonly string[] | null;
  readonly log: Log;
}
const settingsFromEnvironment: StackSettings = { originSecrets, siteOrigin, acceptedAssurance, log: createLog() };

/**
 * The function of one operation: checks, parses by the contract, calls `run` once, checks and writes the answer.
 * `run` gets only what has the contract's shape; what it throws becomes a problem (problem.ts).
 */
export function defineHandler<Id extends OperationId>(
  id: Id,
  run: (request: ParsedRequest<Id>) => Promise<ResponseOf<Id> | WithCookies<ResponseOf<Id>>>,
  settings: StackSettings = settingsFromEnvironment,
) {
  const operation: Operation = operations[id];
  const handle = async (event: HttpEvent): Promise<HttpResponse> => {
    // parseRequest validates by the very schemas that ParsedRequest<Id> is derived from.
    const result = await run(parseRequest(id, operation, event, settings.acceptedAssurance) as unknown as ParsedRequest<Id>);
    const { body, cookies } = result instanceof WithCookies ? result : { body: result, cookies: [] };
    return respond(operation, body, cookies);
  };
  const stack = middy<HttpEvent, HttpResponse>(handle)
    .use(answer(id, settings.log))
    .use(refuseOtherWays(settings.originSecrets));
  if (operation.method !== 'GET' && operation.auth !== 'staff') stack.use(refuseOtherSites(settings.siteOrigin));
  if (operation.body) stack.use(parseBody(operation.maximumBodyBytes));
  return stack;
}

/** An answer that breaks its own contract is a fault of ours: 500, and never a half-right body. */
function respond(operation: Operation, body: unknown, cookies: readonly string[]): HttpResponse {
  const kept = operation.keptSeconds === undefined ? {} : { 'cache-control': `public, max-age=${operation.keptSeconds}` };
  const withCookies = cookies.length > 0 ? { cookies: [...cookies] } : {};
  if (operation.status === 204) return { statusCode: 204, headers: commonHeaders, ...withCookies, body: '' };
  const checked = operation.response.parse(body);
  return { statusCode: operation.status, headers: { ...commonHeaders, ...kept, 'content-type': 'application/json' }, ...withCookies, body: JSON.stringify(checked) };
}
