import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../domain/case.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}
export interface Presigned {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Without a query. */
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  /** Signed beside `host`: the request must carry exactly these. Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresSeconds: number;
  readonly at: Instant;
  readonly region: string;
  readonly credentials: Credentials;
}

/**
 * AWS Signature Version 4 in the query of an S3 request ("Authenticating Requests: Using Query Parameters" in the S3
 * API reference; its example is our test). The SDK's presigner takes its own clock and would bring the whole S3 client
 * into every function that gives out an address.
 */
export const presign = ({ method, url, query, headers, expiresSeconds, at, region, credentials }: Presigned): string => {
  const { host, pathname } = new URL(url);
  const stamp = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const scope = `${stamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const signed = Object.entries({ ...headers, host }).toSorted(byName);
  const names = signed.map(([name]) => name).join(';');
  const parameters = Object.entries({
    ...query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': stamp,
    'X-Amz-Expires': String(expiresSeconds),
    'X-Amz-SignedHeaders': names,
    ...(credentials.sessionToken !== undefined && { 'X-Amz-Security-Token': credentials.sessionToken }),
  }).map(([name, value]) => [encoded(name), encoded(value)] as const).toSorted(byName);
  const canonicalQuery = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  const canonicalRequest = [method, pathname, canonicalQuery, ...signed.map(([name, value]) => `${name}:${value.trim()}`), '', names, 'UNSIGNED-PAYLOAD'].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonicalRequest).digest('hex')].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${credentials.secretAccessKey}`);
  return `${url}?${canonicalQuery}&X-Amz-Signature=${hmac(key, toSign).toString('hex')}`;
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const byName = ([one]: readonly [string, string], [other]: readonly [string, string]): number => (one < other ? -1 : 1);
/** RFC 3986: all but letters, digits and `-._~`. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
