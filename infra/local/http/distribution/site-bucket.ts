import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Resource, ResolvedTemplate } from '../../template/resolved-template.ts';
import { headerOf, response, type SiteRequest, type SiteResponse } from '../message.ts';
import { recordOf, stringsOf, textOf, listOf } from '../values.ts';
import { contentTypeOf } from './content-type.ts';

interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: string;
}

/** The objects that the template's bucket deployments put into one bucket. */
export class SiteBucket {
  readonly #objects = new Map<string, StoredObject>();

  constructor(template: ResolvedTemplate, bucketName: string) {
    const deployments = template
      .ofType('Custom::CDKBucketDeployment')
      .filter((candidate) => candidate.properties['DestinationBucketName'] === bucketName);
    for (const deployment of deployments) this.#deploy(template, deployment);
  }

  /** S3 answers 403 for a missing object when the reader may not list the bucket, as the origin access control may not. */
  handle(request: SiteRequest): SiteResponse {
    if (request.method !== 'GET' && request.method !== 'HEAD') return s3Error(405, 'MethodNotAllowed');
    const object = this.#objects.get(decoded(request.path.replace(/^\//, '')));
    if (!object) return s3Error(403, 'AccessDenied');
    const headers = { etag: object.etag, 'last-modified': object.modified, 'accept-ranges': 'bytes', ...object.headers };
    if (matchesEtag(headerOf(request.headers, 'if-none-match'), object.etag)) return response(304, headers, '');
    return response(200, headers, object.body);
  }

  #deploy(template: ResolvedTemplate, deployment: Resource): void {
    const prefix = textOf(deployment.properties['DestinationBucketKeyPrefix']) ?? '';
    const metadata = recordOf(deployment.properties['SystemMetadata']);
    const included = patterns(deployment.properties['Include']);
    const excluded = patterns(deployment.properties['Exclude']);
    const markers = listOf(deployment.properties['SourceMarkers']);
    for (const [index, key] of stringsOf(deployment.properties['SourceObjectKeys']).entries()) {
      const folder = template.assetPath(key);
      const replacements = Object.entries(recordOf(markers[index]));
      for (const file of filesUnder(folder)) {
        // As the deployment's own `--exclude`, then `--include` does.
        if (excluded.some((pattern) => pattern.test(file)) && !included.some((pattern) => pattern.test(file))) continue;
        this.#objects.set([prefix, file].filter(Boolean).join('/'), store(join(folder, file), file, metadata, replacements));
      }
    }
  }
}

function store(
  path: string,
  key: string,
  metadata: Readonly<Record<string, unknown>>,
  replacements: readonly (readonly [string, unknown])[],
): StoredObject {
  const raw = readFileSync(path);
  // Deploy-time values stand as markers in the asset and are written in by the deployment.
  const body = replacements.length === 0 ? raw : Buffer.from(replacements.reduce((text, [marker, value]) => text.replaceAll(marker, String(value)), raw.toString('utf8')));
  const headers: Record<string, string> = { 'content-type': textOf(metadata['content-type']) ?? contentTypeOf(key) };
  for (const name of ['cache-control', 'content-disposition', 'content-encoding', 'content-language']) {
    const value = textOf(metadata[name]);
    if (value !== undefined) headers[name] = value;
  }
  return {
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    headers,
    modified: statSync(path).mtime.toUTCString(),
  };
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
}

function patterns(value: unknown): readonly RegExp[] {
  return stringsOf(value).map((pattern) => new RegExp(`^${pattern.replaceAll(/[.+^${}()|\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.')}$`, 's'));
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
