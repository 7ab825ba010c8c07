import type { ResolvedTemplate } from '../../template/resolved-template.ts';
import { flagOf, listOf, numberOf, recordOf, textOf, UnservedProperty, type Properties } from '../values.ts';

interface PolicyHeader {
  readonly value: string;
  /** Replaces what the origin says; otherwise the origin's own value wins. */
  readonly override: boolean;
}

/** The response headers policy of one behaviour. */
export interface ResponseHeaders {
  readonly set: ReadonlyMap<string, PolicyHeader>;
  readonly remove: readonly string[];
}

/** @throws UnservedProperty for a managed policy, or for CORS: everything here is one origin */
export function responseHeadersOf(template: ResolvedTemplate, logicalId: string, policyId: string | undefined): ResponseHeaders {
  if (policyId === undefined) return { set: new Map(), remove: [] };
  const resource = template.ofType('AWS::CloudFront::ResponseHeadersPolicy').find((candidate) => candidate.physicalId === policyId);
  if (!resource) throw new UnservedProperty(logicalId, `the managed response headers policy ${policyId}`);
  const config = recordOf(resource.properties['ResponseHeadersPolicyConfig']);
  if (config['CorsConfig'] !== undefined) throw new UnservedProperty(resource.logicalId, 'CorsConfig');
  const set = new Map(securityHeaders(recordOf(config['SecurityHeadersConfig'])));
  for (const item of listOf(recordOf(config['CustomHeadersConfig'])['Items'])) {
    const { Header: name, Value: value, Override: override } = recordOf(item);
    if (typeof name === 'string') set.set(name.toLowerCase(), { value: textOf(value) ?? '', override: flagOf(override) });
  }
  const removed = listOf(recordOf(config['RemoveHeadersConfig'])['Items']);
  return { set, remove: removed.map((item) => (textOf(recordOf(item)['Header']) ?? '').toLowerCase()) };
}

function* securityHeaders(config: Properties): Generator<[string, PolicyHeader]> {
  const value = (section: string, text: (section: Properties) => string): [PolicyHeader] | [] => {
    if (config[section] === undefined) return [];
    const properties = recordOf(config[section]);
    return [{ value: text(properties), override: flagOf(properties['Override']) }];
  };
  for (const header of value('ContentSecurityPolicy', (it) => textOf(it['ContentSecurityPolicy']) ?? '')) yield ['content-security-policy', header];
  for (const header of value('ContentTypeOptions', () => 'nosniff')) yield ['x-content-type-options', header];
  for (const header of value('FrameOptions', (it) => textOf(it['FrameOption']) ?? 'DENY')) yield ['x-frame-options', header];
  for (const header of value('ReferrerPolicy', (it) => textOf(it['ReferrerPolicy']) ?? '')) yield ['referrer-policy', header];
  for (const header of value('StrictTransportSecurity', transportSecurity)) yield ['strict-transport-security', header];
  for (const header of value('XSSProtection', protection)) yield ['x-xss-protection', header];
}

function transportSecurity(properties: Properties): string {
  const age = `max-age=${numberOf(properties['AccessControlMaxAgeSec']) ?? 0}`;
  const subdomains = flagOf(properties['IncludeSubdomains']) ? '; includeSubDomains' : '';
  return `${age}${subdomains}${flagOf(properties['Preload']) ? '; preload' : ''}`;
}

function protection(properties: Properties): string {
  if (!flagOf(properties['Protection'])) return '0';
  return flagOf(properties['ModeBlock']) ? '1; mode=block' : '1';
}

export function applyResponseHeaders(
  headers: ReadonlyMap<string, readonly string[]>,
  policy: ResponseHeaders,
): ReadonlyMap<string, readonly string[]> {
  const result = new Map([...headers].filter(([name]) => !policy.remove.includes(name)));
  for (const [name, header] of policy.set) {
    if (header.override || !result.has(name)) result.set(name, [header.value]);
  }
  return result;
}
