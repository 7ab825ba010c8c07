import { response, type SiteResponse } from '../message.ts';
import { isRecord, recordOf, stringsOf } from '../values.ts';

/** What the gateway itself says; not problem+json, exactly as on AWS. */
export function gatewayMessage(status: number, message: string, headers: Readonly<Record<string, string>> = {}): SiteResponse {
  return response(status, { 'content-type': 'application/json', ...headers }, JSON.stringify({ message }));
}

/**
 * Turns a function's payload into a response by the rules of format 2.0: an object with
 * `statusCode` says everything itself; anything else is the JSON body of a 200.
 */
export function functionAnswer(payload: unknown): SiteResponse {
  if (!isRecord(payload) || payload['statusCode'] === undefined) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload ?? null);
    return response(200, { 'content-type': 'application/json' }, body);
  }
  const status = Number(payload['statusCode']);
  if (!Number.isInteger(status) || status < 100 || status > 599) return gatewayMessage(500, 'Internal Server Error');
  const headers = new Map<string, readonly string[]>([['content-type', ['text/plain; charset=utf-8']]]);
  for (const [name, value] of Object.entries(recordOf(payload['headers']))) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      headers.set(name.toLowerCase(), [String(value)]);
    }
  }
  const cookies = stringsOf(payload['cookies']);
  if (cookies.length > 0) headers.set('set-cookie', cookies);
  const body = payload['body'];
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: Buffer.from(text, payload['isBase64Encoded'] === true ? 'base64' : 'utf8') };
}
