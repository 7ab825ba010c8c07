import { randomBytes } from 'node:crypto';
import { headerOf, type SiteRequest } from '../message.ts';

export interface GatewayIdentity {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

export interface EventContext {
  readonly accountId: string;
  readonly apiId: string;
  readonly domainName: string;
  readonly routeKey: string;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly identity: GatewayIdentity | undefined;
  /** Simulated instant, ms epoch: functions take `now` from here. */
  readonly now: number;
  readonly requestId: string;
  /** The address of the caller, as the gateway sees it. */
  readonly sourceIp: string;
}

/** An id of the form the gateway uses. */
export function newRequestId(): string {
  return `${randomBytes(11).toString('base64url').replaceAll(/[-_]/g, 'x')}=`;
}

/**
 * The event of an HTTP API with payload format 2.0.
 *
 * Header names are in lower case, values of one name are joined with a comma, cookies are a list,
 * the query's repeated names are joined with a comma, and a body of a type that is not text is
 * base64.
 */
export function gatewayEvent(request: SiteRequest, context: EventContext): Record<string, unknown> {
  const headers: Record<string, string> = {};
  for (const [name, values] of request.headers) {
    if (name !== 'cookie') headers[name] = values.join(',');
  }
  const cookies = (request.headers.get('cookie') ?? [])
    .flatMap((value) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '');
  const query = queryParameters(request.query);
  const textual = isTextual(headerOf(request.headers, 'content-type'));
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: context.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: context.accountId,
      apiId: context.apiId,
      ...(context.identity && { authorizer: { jwt: context.identity } }),
      domainName: context.domainName,
      domainPrefix: context.domainName.split('.')[0],
      http: {
        method: request.method,
        path: context.path,
        protocol: 'HTTP/1.1',
        sourceIp: context.sourceIp,
        userAgent: headerOf(request.headers, 'user-agent') ?? '',
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: '$default',
      time: commonLogTime(context.now),
      timeEpoch: context.now,
    },
    ...(Object.keys(context.pathParameters).length > 0 && { pathParameters: context.pathParameters }),
    ...(request.body.length > 0 && { body: request.body.toString(textual ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !textual,
  };
}

/** `12/Mar/2026:19:03:58 +0000` */
function commonLogTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function queryParameters(query: string): Record<string, string> | undefined {
  const parameters = new URLSearchParams(query);
  const names = new Set(parameters.keys());
  if (names.size === 0) return undefined;
  return Object.fromEntries([...names].map((name) => [name, parameters.getAll(name).join(',')]));
}

function isTextual(contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || ['application/json', 'application/javascript', 'application/xml'].includes(type);
}
