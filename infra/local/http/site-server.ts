import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FunctionResult } from '../states/step-functions.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import { Distribution } from './distribution/distribution.ts';
import type { VerifyAccessToken } from './gateway/authorizer.ts';
import { gatewayMessage } from './gateway/function-answer.ts';
import { gatewayBodyLimit, HttpApi } from './gateway/http-api.ts';
import type { SiteRequest, SiteResponse } from './message.ts';
import { BodyTooLarge, readRequest } from './read-request.ts';

export interface SiteDependencies {
  readonly template: ResolvedTemplate;
  readonly invokeFunction: (functionArn: string, payload: unknown) => Promise<FunctionResult>;
  /** Simulated instant, ms epoch. */
  readonly now: () => number;
  readonly verifyAccessToken: VerifyAccessToken;
  /** Paths that exist only here (`/oidc`, `/_local`); they come before the distribution. */
  readonly mounts: readonly {
    readonly prefix: string;
    readonly handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  }[];
}

/**
 * Serves the one address: local mounts first, then the template's distribution (or, in a template
 * without one, its HTTP API).
 *
 * @throws UnservedProperty when the template asks for something that is not served
 */
export function createSiteHandler(dependencies: SiteDependencies): (request: IncomingMessage, response: ServerResponse) => void {
  const front = frontOf(dependencies);
  return (request, outgoing) => {
    if (redirectToAddress(request, outgoing)) return;
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const mount = dependencies.mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    const work = mount ? Promise.resolve().then(() => mount.handle(request, outgoing)) : serve(front, request, outgoing);
    work.catch((cause: unknown) => fail(outgoing, cause));
  };
}

/**
 * Sign-in and cookies know the site by one name. A person who typed `localhost` is taken to it;
 * programs, which send no Sec-Fetch-Mode, are served under either name.
 */
function redirectToAddress(request: IncomingMessage, outgoing: ServerResponse): boolean {
  const named = /^localhost(:\d+)?$/i.test(request.headers.host ?? '');
  if (!named || request.method !== 'GET' || request.headers['sec-fetch-mode'] !== 'navigate') return false;
  outgoing.writeHead(307, { location: `http://127.0.0.1:${request.socket.localPort}${request.url}`, 'cache-control': 'no-store' }).end();
  return true;
}

type Front = (request: SiteRequest) => Promise<SiteResponse>;

function frontOf(dependencies: SiteDependencies): Front {
  const { template } = dependencies;
  const [distribution] = template.ofType('AWS::CloudFront::Distribution');
  if (distribution) {
    const front = new Distribution(template, distribution, dependencies);
    return (request) => front.handle(request);
  }
  const [api] = template.ofType('AWS::ApiGatewayV2::Api');
  if (!api) return async () => gatewayMessage(404, 'Not Found');
  const gateway = new HttpApi(template, api, dependencies);
  return (request) => gateway.handle(request, request.viewerAddress);
}

async function serve(front: Front, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let answer: SiteResponse;
  try {
    answer = await front(await readRequest(incoming, gatewayBodyLimit));
  } catch (cause) {
    if (!(cause instanceof BodyTooLarge)) throw cause;
    answer = gatewayMessage(413, 'Request Entity Too Large');
  }
  const bodiless = answer.status === 204 || answer.status === 304;
  outgoing.statusCode = answer.status;
  for (const [name, values] of answer.headers) {
    if (name === 'content-length' || name === 'transfer-encoding' || name === 'connection') continue;
    outgoing.setHeader(name, values.length === 1 ? (values[0] ?? '') : [...values]);
  }
  if (!bodiless) outgoing.setHeader('content-length', answer.body.length);
  outgoing.end(bodiless || incoming.method === 'HEAD' ? undefined : answer.body);
}

function fail(outgoing: ServerResponse, cause: unknown): void {
  // The stand-in itself is broken: the person at the terminal needs the trace, the browser does not.
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('The local runtime could not answer.\n');
}
