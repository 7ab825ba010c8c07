import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error.ts';

export interface SignedRequest {
  readonly method: string;
  /** As sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
}

/** As Lambda's own credentials on this machine (lambda/function-environment.ts). */
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
const longestSeconds = 7 * 24 * 3600;

/**
 * Signature Version 4 in the query, checked as S3 does: what is signed must be what is sent, and in time.
 *
 * @param now simulated, milliseconds since the epoch: our functions sign with the time of their request
 * @throws S3Error
 */
export function checkPresigned(request: SignedRequest, now: number): void {
  const parameter = (name: string): string => {
    const value = request.query.get(name);
    if (value === null) throw new S3Error(400, 'AuthorizationQueryParametersError', `Query-string authentication version 4 requires the ${name} parameter.`);
    return value;
  };
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw new S3Error(400, 'AuthorizationQueryParametersError', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256".');
  const [accessKeyId = '', ...scope] = parameter('X-Amz-Credential').split('/');
  const [date, , service, terminator] = scope;
  const stamp = parameter('X-Amz-Date');
  if (accessKeyId !== credentials.accessKeyId) throw new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  if (scope.length !== 4 || service !== 's3' || terminator !== 'aws4_request' || date !== stamp.slice(0, 8)) throw new S3Error(400, 'AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter.');
  if (parameter('X-Amz-Security-Token') !== credentials.sessionToken) throw new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
  const expires = Number(parameter('X-Amz-Expires'));
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!Number.isInteger(expires) || expires < 1 || expires > longestSeconds || Number.isNaN(at)) throw new S3Error(400, 'AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 and 604800 seconds, and X-Amz-Date in the ISO8601 basic format.');
  if (now > at + expires * 1000) throw new S3Error(403, 'AccessDenied', 'Request has expired');
  const expected = signatureOf(request, scope, stamp, parameter('X-Amz-SignedHeaders').split(';'));
  const given = Buffer.from(parameter('X-Amz-Signature'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new S3Error(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided. Check your key and signing method.');
  }
}

function signatureOf(request: SignedRequest, scope: readonly string[], stamp: string, names: readonly string[]): Buffer {
  if (!names.includes('host')) throw new S3Error(403, 'AccessDenied', 'There were headers present in the request which were not signed: host');
  const query = [...request.query].filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const canonical = [
    request.method, request.path, query.map(([name, value]) => `${name}=${value}`).join('&'),
    ...names.map((name) => `${name}:${(request.header(name) ?? '').trim()}`), '', names.join(';'), 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${credentials.secretAccessKey}`);
  return Buffer.from(hmac(key, text).toString('hex'));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
