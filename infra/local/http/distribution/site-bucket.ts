import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource, ResolvedTemplate } from '../../template/resolved-template.ts';
import { headerOf, response, type SiteRequest, type SiteResponse } from '../message.ts';
import { isRecord, listOf, recordOf, textOf, UnservedProperty } from '../values.ts';
import { contentTypeOf } from './content-type.ts';
import { matchesPathPattern } from './path-pattern.ts';

interface StoredObject {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Key of the metadata in which the template says what a bucket is filled with at deployment. */
const metadataKey = 'brygga:site';

/**
 * A bucket with the files that a deployment puts there: the resource's metadata `brygga:site` names
 * the folder asset and, by pattern, each file's Cache-Control (first match wins).
 */
export class SiteBucket {
  readonly #objects = new Map<string, StoredObject>();

  constructor(template: ResolvedTemplate, bucket: Resource) {
    const site = bucket.metadata[metadataKey];
    if (!isRecord(site)) throw new UnservedProperty(bucket.logicalId, `an origin bucket without metadata ${metadataKey}`);
    const folder = template.assetPath(textOf(site['asset']) ?? '');
    const cacheControl = listOf(site['cacheControl']).map(recordOf);
    for (const key of filesUnder(folder)) {
      const rule = cacheControl.find((candidate) => matchesPathPattern(textOf(candidate['pattern']) ?? '', `/${key}`));
      this.#objects.set(key, store(join(folder, key), key, textOf(rule?.['value'])));
    }
  }

  /** S3 answers 403 for a missing object when the reader may not list the bucket, as the origin access control may not. */
  handle(request: SiteRequest): SiteResponse {
    if (request.method !== 'GET' && request.method !== 'HEAD') return s3Error(405, 'MethodNotAllowed');
    const object = this.#objects.get(decoded(request.path.replace(/^\//, '')));
    if (!object) return s3Error(403, 'AccessDenied');
    const unchanged = matchesEtag(headerOf(request.headers, 'if-none-match'), object.headers['etag'] ?? '');
    return unchanged ? response(304, object.headers, '') : response(200, object.headers, object.body);
  }
}

function store(path: string, key: string, cacheControl: string | undefined): StoredObject {
  const body = readFileSync(path);
  const headers = {
    'content-type': contentTypeOf(key),
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    'last-modified': statSync(path).mtime.toUTCString(),
    ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
  };
  return { body, headers };
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
}

function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((candidate) => ['*', etag].includes(candidate.trim().replace(/^W\//, '')));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function s3Error(status: number, code: string): SiteResponse {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return response(status, { 'content-type': 'application/xml' }, xml);
}
