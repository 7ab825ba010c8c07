import type { IncomingMessage } from 'node:http';
import type { SiteRequest } from './message.ts';

/** The body is larger than the limit; the rest of it was read and dropped. */
export class BodyTooLarge extends Error {
  readonly code = 'body-too-large';

  constructor(limit: number) {
    super(`The request body is larger than ${limit} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

/**
 * Reads a body of at most `limit` bytes. A larger one is drained, so that the client can read the
 * answer instead of a broken connection.
 *
 * @throws BodyTooLarge
 */
export async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
  }
  if (size > limit) throw new BodyTooLarge(limit);
  return Buffer.concat(chunks);
}

/** @throws BodyTooLarge when the body exceeds `limit` bytes */
export async function readRequest(incoming: IncomingMessage, limit: number): Promise<SiteRequest> {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = (incoming.rawHeaders[index] ?? '').toLowerCase();
    const value = incoming.rawHeaders[index + 1] ?? '';
    headers.set(name, [...(headers.get(name) ?? []), value]);
  }
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers,
    viewerAddress: incoming.socket.remoteAddress ?? '127.0.0.1',
    viewerPort: incoming.socket.remotePort ?? 0,
    body: await readBody(incoming, limit),
  };
}
