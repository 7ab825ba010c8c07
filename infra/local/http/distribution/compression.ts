import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headerOf, type SiteRequest, type SiteResponse } from '../message.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** CloudFront compresses bodies of these sizes only, in bytes. */
const smallest = 1000;
const largest = 10_000_000;

/** From CloudFront's published list, the types that this site sends. */
const compressible = new Set([
  'application/javascript', 'application/json', 'application/manifest+json', 'application/wasm', 'application/xml', 'font/otf', 'font/ttf',
  'image/svg+xml', 'text/css', 'text/csv', 'text/html', 'text/javascript', 'text/markdown', 'text/plain', 'text/xml',
]);

/** More bodies than a site has files: an API whose answers carry ETags must not fill the memory. */
const mostKept = 500;

/** Compressed bodies by strong ETag and coding, so that a file is compressed once, as at the edge. */
export type CompressionCache = Map<string, Buffer>;

/**
 * Compresses as a behaviour with `Compress: true` does: brotli before gzip, 200 only, and a strong
 * ETag becomes weak.
 */
export async function compress(request: SiteRequest, answer: SiteResponse, cache: CompressionCache): Promise<SiteResponse> {
  const type = headerOf(answer.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (answer.status !== 200 || answer.headers.has('content-encoding') || !compressible.has(type)) return answer;
  if (answer.body.length < smallest || answer.body.length > largest) return answer;
  const coding = chooseCoding(headerOf(request.headers, 'accept-encoding') ?? '');
  const headers = new Map<string, readonly string[]>([...answer.headers, ['vary', [mergedVary(answer)]]]);
  if (coding === undefined) return { ...answer, headers };
  const etag = headerOf(answer.headers, 'etag');
  const key = etag === undefined ? undefined : `${coding} ${etag}`;
  const body = (key === undefined ? undefined : cache.get(key)) ?? (await encode(coding, answer.body));
  if (cache.size >= mostKept) cache.clear();
  if (key !== undefined) cache.set(key, body);
  headers.set('content-encoding', [coding]);
  if (etag !== undefined && !etag.startsWith('W/')) headers.set('etag', [`W/${etag}`]);
  return { status: answer.status, headers, body };
}

function encode(coding: 'br' | 'gzip', body: Buffer): Promise<Buffer> {
  return coding === 'gzip' ? zip(body) : brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

function chooseCoding(accepted: string): 'br' | 'gzip' | undefined {
  const codings = accepted.split(',').map((part) => part.trim().toLowerCase());
  const takes = (name: string): boolean => codings.some((coding) => coding === name || (coding.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(coding)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : undefined;
}

function mergedVary(answer: SiteResponse): string {
  const present = headerOf(answer.headers, 'vary');
  return present === undefined ? 'Accept-Encoding' : `${present}, Accept-Encoding`;
}
