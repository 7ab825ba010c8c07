import { createContext, Script } from 'node:vm';
import type { Resource } from '../../template/resolved-template.ts';
import { response, type SiteRequest, type SiteResponse } from '../message.ts';
import { isRecord, numberOf, recordOf, textOf, UnservedProperty } from '../values.ts';

/** CloudFront stops a function after about a millisecond of processor time; this is elapsed time on a machine that may be busy. */
const timeoutMs = 1000;

export type EdgeResult = { readonly request: SiteRequest } | { readonly response: SiteResponse };

/** An AWS::CloudFront::Function on viewer requests, its code run as it was synthesized. */
export class EdgeFunction {
  readonly #script: Script;
  readonly #name: string;

  constructor(resource: Resource) {
    const code = textOf(resource.properties['FunctionCode']);
    if (code === undefined) throw new UnservedProperty(resource.logicalId, 'a function without FunctionCode');
    this.#name = resource.physicalId;
    this.#script = new Script(`${code}\n;JSON.stringify(handler(JSON.parse(__event)));`, { filename: `${resource.logicalId}.js` });
  }

  /** @throws Error when the code fails or returns neither a request nor a response */
  run(request: SiteRequest): EdgeResult {
    const context = createContext({ __event: JSON.stringify(this.#event(request)), console: { log: () => undefined } });
    const text: unknown = this.#script.runInContext(context, { timeout: timeoutMs });
    const result: unknown = JSON.parse(String(text));
    if (!isRecord(result)) throw new Error(`${this.#name} returned neither a request nor a response`);
    if (result['statusCode'] !== undefined) return { response: edgeResponse(result) };
    const uri = textOf(result['uri']);
    if (uri === undefined) throw new Error(`${this.#name} returned a request without uri`);
    // An untouched query goes on as it was sent: writing it anew could change its encoding.
    const untouched = JSON.stringify(result['querystring']) === JSON.stringify(queryOf(request));
    const query = untouched ? request.query : queryText(result['querystring']);
    return { request: { ...request, path: uri, query, headers: headersFrom(result['headers'], request) } };
  }

  #event(request: SiteRequest): unknown {
    return {
      version: '1.0',
      context: { distributionDomainName: 'local', distributionId: 'LOCAL', eventType: 'viewer-request', requestId: 'local' },
      viewer: { ip: request.viewerAddress },
      request: {
        method: request.method,
        uri: request.path,
        querystring: queryOf(request),
        headers: valuesOf([...request.headers].filter(([name]) => name !== 'cookie')),
        cookies: valuesOf(cookiePairs(request)),
      },
    };
  }
}

function queryOf(request: SiteRequest): Record<string, unknown> {
  return valuesOf([...new URLSearchParams(request.query)].map(([name, value]) => [name, [value]]));
}

function cookiePairs(request: SiteRequest): [string, string[]][] {
  return (request.headers.get('cookie') ?? [])
    .flatMap((value) => value.split(';'))
    .map((cookie) => {
      const [name = '', ...rest] = cookie.trim().split('=');
      return [name, [rest.join('=')]];
    });
}

/** CloudFront's form: `{ name: { value, multiValue? } }`. */
function valuesOf(pairs: readonly (readonly [string, readonly string[]])[]): Record<string, unknown> {
  const grouped = new Map<string, string[]>();
  for (const [name, values] of pairs) grouped.set(name, [...(grouped.get(name) ?? []), ...values]);
  return Object.fromEntries(
    [...grouped].map(([name, values]) => [
      name,
      { value: values[0] ?? '', ...(values.length > 1 && { multiValue: values.map((value) => ({ value })) }) },
    ]),
  );
}

function pairsFrom(values: unknown): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(recordOf(values)).map(([name, entry]) => {
    const record = recordOf(entry);
    const several = Array.isArray(record['multiValue']) ? record['multiValue'] : [record];
    return [name, several.map((item) => textOf(recordOf(item)['value']) ?? '')];
  });
}

function queryText(querystring: unknown): string {
  if (typeof querystring === 'string') return querystring;
  const parameters = new URLSearchParams();
  for (const [name, values] of pairsFrom(querystring)) for (const value of values) parameters.append(name, value);
  return parameters.toString();
}

function headersFrom(headers: unknown, request: SiteRequest): ReadonlyMap<string, readonly string[]> {
  const cookies = request.headers.get('cookie');
  return new Map([...pairsFrom(headers), ...(cookies ? [['cookie', cookies] as const] : [])]);
}

function edgeResponse(result: Readonly<Record<string, unknown>>): SiteResponse {
  const status = numberOf(result['statusCode']) ?? 500;
  const body = result['body'];
  const data = isRecord(body) ? (textOf(body['data']) ?? '') : (textOf(body) ?? '');
  const encoded = isRecord(body) && body['encoding'] === 'base64';
  const answer = response(status, {}, Buffer.from(data, encoded ? 'base64' : 'utf8'));
  return { ...answer, headers: new Map(pairsFrom(result['headers'])) };
}
