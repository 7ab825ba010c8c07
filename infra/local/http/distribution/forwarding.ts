import type { ResolvedTemplate } from '../../template/resolved-template.ts';
import type { SiteRequest } from '../message.ts';
import { recordOf, stringsOf, textOf, UnservedProperty, type Properties } from '../values.ts';

/** What of the viewer's request an origin gets to see. */
export interface Forwarding {
  readonly headers: (name: string) => boolean;
  readonly cookies: (name: string) => boolean;
  readonly query: (name: string) => boolean;
  /** CloudFront's own headers, such as `cloudfront-viewer-address`. */
  readonly cloudFrontHeaders: (name: string) => boolean;
}

const all = (): boolean => true;
const none = (): boolean => false;
const nothing: Forwarding = { headers: none, cookies: none, query: none, cloudFrontHeaders: none };

/** AWS's managed policies, by their published ids; the cache policies named here forward nothing by themselves. */
const managed: ReadonlyMap<string, Forwarding> = new Map([
  ['216adef6-5c7f-47e4-b989-5492eafa07d3', { headers: all, cookies: all, query: all, cloudFrontHeaders: none }],
  [
    // AllViewerExceptHostHeader also adds the CloudFront headers for the viewer's address and device.
    'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    { headers: (name) => name !== 'host', cookies: all, query: all, cloudFrontHeaders: all },
  ],
  ['33f36d7e-f396-46d9-90e0-52428a34d9dc', { headers: all, cookies: all, query: all, cloudFrontHeaders: all }],
  ['4135ea2d-6df8-44a3-9df3-4b5a84be39ad', nothing],
  ['658327ea-f89d-4fab-a63d-7e88639e58f6', nothing],
]);

/** Sent to every origin whatever the policies say; the condition is CloudFront's own to answer, of what it keeps. */
const always = new Set(['user-agent', 'content-type', 'content-length', 'if-none-match']);
/** Never sent on: they concern one connection only. */
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect']);

/**
 * Adds the cache policy (its key is forwarded) to the origin request policy of one behaviour.
 *
 * @throws UnservedProperty for a managed policy that this table does not know
 */
export function forwardingOf(template: ResolvedTemplate, logicalId: string, behaviour: Properties): Forwarding {
  const cache = policyOf(template, logicalId, 'AWS::CloudFront::CachePolicy', textOf(behaviour['CachePolicyId']));
  const origin = policyOf(template, logicalId, 'AWS::CloudFront::OriginRequestPolicy', textOf(behaviour['OriginRequestPolicyId']));
  return {
    headers: (name) => cache.headers(name) || origin.headers(name),
    cookies: (name) => cache.cookies(name) || origin.cookies(name),
    query: (name) => cache.query(name) || origin.query(name),
    cloudFrontHeaders: (name) => cache.cloudFrontHeaders(name) || origin.cloudFrontHeaders(name),
  };
}

function policyOf(template: ResolvedTemplate, logicalId: string, type: string, id: string | undefined): Forwarding {
  if (id === undefined) return nothing;
  const known = managed.get(id);
  if (known) return known;
  const resource = template.ofType(type).find((candidate) => candidate.physicalId === id);
  if (!resource) throw new UnservedProperty(logicalId, `the managed policy ${id}`);
  const config = recordOf(resource.properties['OriginRequestPolicyConfig'] ?? resource.properties['CachePolicyConfig']);
  const source = recordOf(config['ParametersInCacheKeyAndForwardedToOrigin'] ?? config);
  const headers = recordOf(source['HeadersConfig']);
  const listed = stringsOf(headers['Headers']).map((name) => name.toLowerCase());
  const behaviour = textOf(headers['HeaderBehavior']) ?? 'none';
  return {
    headers: chosen(behaviour, listed),
    cookies: chosenOf(source['CookiesConfig'], 'CookieBehavior', 'Cookies'),
    query: chosenOf(source['QueryStringsConfig'], 'QueryStringBehavior', 'QueryStrings'),
    cloudFrontHeaders: behaviour === 'allExcept' ? (name) => !listed.includes(name) : (name) => listed.includes(name),
  };
}

function chosenOf(config: unknown, behaviour: string, list: string): (name: string) => boolean {
  const record = recordOf(config);
  return chosen(textOf(record[behaviour]) ?? 'none', stringsOf(record[list]));
}

function chosen(behaviour: string, listed: readonly string[]): (name: string) => boolean {
  switch (behaviour) {
    case 'all':
    case 'allViewer':
    case 'allViewerAndWhitelistCloudFront':
      return all;
    case 'whitelist':
      return (name) => listed.includes(name);
    case 'allExcept':
      return (name) => !listed.includes(name);
    default:
      return none;
  }
}

/**
 * The request that the origin gets: only what the policies let through, the viewer's address if
 * asked for, and the origin's own custom headers, which a viewer can not set.
 */
export function forward(
  request: SiteRequest,
  forwarding: Forwarding,
  origin: { readonly domainName: string; readonly customHeaders: ReadonlyMap<string, string> },
): SiteRequest {
  const headers = new Map<string, readonly string[]>();
  for (const [name, values] of request.headers) {
    // A viewer must not be able to speak in CloudFront's name.
    if (name === 'cookie' || hopByHop.has(name) || name.startsWith('cloudfront-')) continue;
    if (always.has(name) || forwarding.headers(name)) headers.set(name, values);
  }
  const cookies = (request.headers.get('cookie') ?? [])
    .flatMap((value) => value.split(';'))
    .map((cookie) => cookie.trim())
    .filter((cookie) => forwarding.cookies(cookie.split('=')[0] ?? ''));
  if (cookies.length > 0) headers.set('cookie', [cookies.join('; ')]);
  if (!forwarding.headers('host')) headers.set('host', [origin.domainName]);
  headers.set('x-forwarded-for', [...(request.headers.get('x-forwarded-for') ?? []), request.viewerAddress]);
  for (const [name, value] of cloudFrontHeaders(request)) {
    if (forwarding.cloudFrontHeaders(name)) headers.set(name, [value]);
  }
  for (const [name, value] of origin.customHeaders) headers.set(name, [value]);
  const query = request.query
    .split('&')
    .filter((part) => part !== '' && forwarding.query(decodeURIComponentOr(part.split('=')[0] ?? '')))
    .join('&');
  return { ...request, headers, query };
}

function cloudFrontHeaders(request: SiteRequest): readonly (readonly [string, string])[] {
  return [
    ['cloudfront-viewer-address', `${request.viewerAddress}:${request.viewerPort}`],
    ['cloudfront-viewer-http-version', '1.1'],
    ['cloudfront-forwarded-proto', 'http'],
  ];
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
