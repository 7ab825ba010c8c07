import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { WireAnswer } from '../aws-endpoint.ts';
import type { Functions } from './functions.ts';

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

export function isInvoke(method: string, pathname: string): boolean {
  return method === 'POST' && path.test(pathname);
}

/**
 * Lambda's `Invoke` (REST-JSON): `RequestResponse`, `Event` (queued, as a rule's or schedule's event is) and `DryRun`.
 *
 * @param queue takes an asynchronous event durably
 */
export async function handleInvoke(functions: Functions, queue: (functionName: string, event: unknown) => void, pathname: string, headers: IncomingHttpHeaders, body: string): Promise<WireAnswer> {
  const name = decodeURIComponent(path.exec(pathname)?.[1] ?? '');
  if (!functions.has(name)) return failure(404, 'ResourceNotFoundException', `Function not found: ${name}`);
  let event: unknown;
  try {
    event = body === '' ? null : JSON.parse(body);
  } catch {
    return failure(400, 'InvalidRequestContentException', 'Could not parse request body into json');
  }
  const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type === 'DryRun') return { status: 204, headers: requestId(), body: '' };
  if (type === 'Event') {
    queue(name, event);
    return { status: 202, headers: requestId(), body: '' };
  }
  if (type !== 'RequestResponse') return failure(400, 'InvalidParameterValueException', `Value '${String(type)}' at 'invocationType' failed to satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]`);
  const result = await functions.invoke(name, event);
  const common = { ...requestId(), 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
  if (result.ok) return { status: 200, headers: common, body: JSON.stringify(result.payload) ?? 'null' };
  const { errorType, errorMessage, trace } = result;
  return { status: 200, headers: { ...common, 'x-amz-function-error': 'Unhandled' }, body: JSON.stringify(trace === undefined ? { errorType, errorMessage } : { errorType, errorMessage, trace }) };
}

function failure(status: number, code: string, message: string): WireAnswer {
  return { status, headers: { ...requestId(), 'content-type': 'application/json', 'x-amzn-errortype': code }, body: JSON.stringify({ Type: status === 404 ? 'User' : 'Sender', Message: message, message }) };
}

function requestId(): Record<string, string> {
  return { 'x-amzn-requestid': randomUUID() };
}
