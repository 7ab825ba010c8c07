import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, readBody } from '../http/read-request.ts';
import { isRecord } from '../http/values.ts';
import { ConsoleProblem } from './respond.ts';

/** Bytes; everything that is posted here is short. */
const limit = 64 * 1024;

export interface ConsoleInput {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Sent by one of the console's own pages, which want a page back. */
  readonly form: boolean;
}

/**
 * A JSON object or a form. What looks like JSON is read as JSON whatever its type says, because
 * `curl -d` calls everything a form.
 *
 * @throws ConsoleProblem 400 or 413
 */
export async function readInput(request: IncomingMessage): Promise<ConsoleInput> {
  const text = await readText(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded') && !/^\s*[[{]/.test(text)) {
    const fields = Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ''));
    return { fields, form: true };
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ConsoleProblem(400, 'malformed', 'The body is not JSON.');
  }
  if (!isRecord(body)) throw new ConsoleProblem(400, 'malformed', 'The body must be a JSON object.');
  return { fields: body, form: false };
}

async function readText(request: IncomingMessage): Promise<string> {
  try {
    return (await readBody(request, limit)).toString('utf8');
  } catch (cause) {
    if (cause instanceof BodyTooLarge) throw new ConsoleProblem(413, 'too-large', cause.message);
    throw cause;
  }
}
