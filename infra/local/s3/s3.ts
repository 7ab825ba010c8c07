import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import type { WireAnswer } from '../aws-endpoint.ts';
import type { BusEvent } from '../events/default-bus.ts';
import { asList, asRecord, asText } from '../template/json.ts';
import type { Resource, ResolvedTemplate } from '../template/resolved-template.ts';
import { ObjectStore, type StoredObject } from './object-store.ts';
import { checkPresigned } from './presigned-query.ts';
import { S3Error } from './s3-error.ts';
import { objectCreated, objectScanned, scan } from './scan-result.ts';

export interface S3Request {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
export interface S3Dependencies {
  readonly db: DatabaseSync;
  readonly template: ResolvedTemplate;
  /** Simulated, milliseconds since the epoch. */
  readonly now: () => number;
  readonly publish: (event: BusEvent) => void;
  /** The one page that may come here. */
  readonly siteOrigin: string;
}

/** Largest object taken; S3 itself stops at 5 GB a request. */
export const objectLimit = 64 * 1024 * 1024;

/**
 * The buckets under a key of the template's own, which hold what functions write: PUT, GET and HEAD of one object and DELETE of a version, in paths
 * (`/bucket/key`), and lists of versions. Presigned
 * requests are checked to the last header. A bucket with a malware protection plan gives out clean objects only, as its policy
 * on AWS does.
 */
export class S3 {
  readonly #dependencies: S3Dependencies;
  readonly #store: ObjectStore;
  readonly #buckets: ReadonlyMap<string, Resource>;
  /** Bucket → ARN of its plan. */
  readonly #plans: ReadonlyMap<string, string>;

  constructor(dependencies: S3Dependencies) {
    this.#dependencies = dependencies;
    this.#store = new ObjectStore(dependencies.db);
    const { template } = dependencies;
    this.#buckets = new Map(template.ofType('AWS::S3::Bucket').filter(isUnderOwnKey).map((bucket) => [bucket.physicalId, bucket]));
    this.#plans = new Map(template.ofType('AWS::GuardDuty::MalwareProtectionPlan').map(({ physicalId, properties }) => [
      asText(asRecord(asRecord(properties['ProtectedResource'])['S3Bucket'])['BucketName']) ?? '',
      `arn:aws:guardduty:${template.region}:${template.accountId}:malware-protection-plan/${physicalId}`,
    ]));
  }

  /** Whether a path is one of a bucket here. */
  serves(path: string): boolean {
    return this.#buckets.has(path.split('/')[1] ?? '');
  }

  /** `ListBuckets`. */
  list(): WireAnswer {
    const buckets = [...this.#buckets.keys()].map((name) => `<Bucket><Name>${name}</Name></Bucket>`).join('');
    return { status: 200, headers: { 'content-type': 'application/xml', server: 'AmazonS3' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Buckets>${buckets}</Buckets></ListAllMyBucketsResult>` };
  }

  handle(request: S3Request): WireAnswer {
    const cors = this.#corsHeaders(request);
    try {
      const answer = this.#answer(request, cors);
      return { ...answer, headers: { ...answer.headers, ...cors, 'x-amz-request-id': randomUUID(), server: 'AmazonS3' } };
    } catch (error) {
      const known = error instanceof S3Error ? error : new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
      return { status: known.status, headers: { ...cors, 'content-type': 'application/xml' }, body: request.method === 'HEAD' ? '' : errorXml(known) };
    }
  }

  #answer(request: S3Request, cors: Readonly<Record<string, string>>): WireAnswer {
    const { method, headers } = request;
    const { pathname, searchParams } = new URL(request.url, 'http://s3');
    if (method === 'OPTIONS') {
      if (cors['access-control-allow-origin'] === undefined) throw new S3Error(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
      return { status: 200, headers: {}, body: '' };
    }
    if (!['GET', 'HEAD', 'PUT', 'DELETE'].includes(method)) throw new S3Error(501, 'NotImplemented', `The local runtime serves PUT, GET, HEAD and DELETE of an object, not ${method}.`);
    const place = placeOf(pathname);
    const listed = place === undefined && method === 'GET' && searchParams.has('versions') ? pathname.split('/')[1] : undefined;
    if (place === undefined && listed === undefined) throw new S3Error(501, 'NotImplemented', 'The local runtime serves single objects and lists of their versions, no others.');
    if (searchParams.has('X-Amz-Signature')) {
      checkPresigned({ method, path: pathname, query: searchParams, header: (name) => textOf(headers[name]) }, this.#dependencies.now());
    } else if (headers.authorization === undefined) {
      throw new S3Error(403, 'AccessDenied', 'Access Denied');
    }
    if (place === undefined) return this.#versions(listed ?? '', searchParams.get('prefix') ?? '');
    if (method === 'DELETE') return this.#delete(place, searchParams.get('versionId'));
    return method === 'PUT' ? this.#put(request, place) : this.#get(place, method, searchParams);
  }

  /** `ListObjectVersions`, the first page. */
  #versions(bucket: string, prefix: string): WireAnswer {
    const versions = this.#store.versions(bucket, prefix).map(({ key, versionId }) => `<Version><Key>${escaped(key)}</Key><VersionId>${versionId}</VersionId></Version>`).join('');
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${escaped(prefix)}</Prefix>${versions}</ListVersionsResult>` };
  }

  /** Of one version, which is gone for good; what the template locks stays. */
  #delete({ bucket, key }: Place, versionId: string | null): WireAnswer {
    const resource = this.#buckets.get(bucket);
    if (versionId === null) throw new S3Error(501, 'NotImplemented', 'The local runtime deletes versions by their id, and sets no markers.');
    if (resource && locks(resource)) throw new S3Error(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
    this.#store.remove(bucket, key, versionId);
    return { status: 204, headers: { 'x-amz-version-id': versionId }, body: '' };
  }

  #put({ headers, body }: S3Request, { bucket, key }: Place): WireAnswer {
    if (textOf(headers['content-encoding'])?.includes('aws-chunked')) throw new S3Error(501, 'NotImplemented', 'The local runtime takes a body in one piece (no aws-chunked).');
    if (headers['if-none-match'] === '*' && this.#store.find(bucket, key)) throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    const resource = this.#buckets.get(bucket);
    if (resource && locks(resource)) checkMd5(textOf(headers['content-md5']), body);
    const plan = this.#plans.get(bucket);
    const tag = plan === undefined ? undefined : scan(body);
    const { now, publish } = this.#dependencies;
    const stored = this.#store.put({ bucket, key, contentType: textOf(headers['content-type']) ?? 'binary/octet-stream', at: now(), scan: tag }, body, (object) => {
      if (resource && sendsEvents(resource)) publish(objectCreated(object));
      if (plan !== undefined && tag !== undefined) publish(objectScanned(object, tag, plan));
    });
    return { status: 200, headers: { etag: stored.etag, 'x-amz-version-id': stored.versionId }, body: '' };
  }

  #get({ bucket, key }: Place, method: string, query: URLSearchParams): WireAnswer {
    const versionId = query.get('versionId') ?? undefined;
    const found = this.#store.find(bucket, key, versionId);
    const object = found && this.#hasExpired(found) ? undefined : found;
    if (!object) throw versionId === undefined ? new S3Error(404, 'NoSuchKey', 'The specified key does not exist.') : new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
    if (this.#plans.has(bucket) && object.scan !== 'NO_THREATS_FOUND') throw new S3Error(403, 'AccessDenied', 'Access Denied');
    const headers = headersOf(object, query);
    return method === 'HEAD' ? { status: 200, headers: { ...headers, 'content-length': String(object.size) }, body: '' } : { status: 200, headers, body: this.#store.body(object) };
  }

  /** Rules of the bucket that take away everything after some days; they are carried out when somebody asks. */
  #hasExpired({ bucket, at }: StoredObject): boolean {
    const rules = asList(asRecord(this.#buckets.get(bucket)?.properties['LifecycleConfiguration'])['Rules']).map(asRecord);
    const days = rules.filter((rule) => rule['TagFilters'] === undefined && rule['Prefix'] === undefined).map((rule) => rule['ExpirationInDays']).filter((each) => typeof each === 'number');
    return days.some((each) => at + each * 86_400_000 <= this.#dependencies.now());
  }

  /** The bucket's own rules, for the site alone: whatever they allow on AWS, no other page may speak to this address. */
  #corsHeaders({ method, url, headers }: S3Request): Readonly<Record<string, string>> {
    const origin = textOf(headers.origin);
    if (origin === undefined || origin !== this.#dependencies.siteOrigin) return {};
    const bucket = this.#buckets.get(url.split(/[/?]/)[1] ?? '');
    const asked = textOf(headers['access-control-request-method']) ?? method;
    for (const rule of asList(asRecord(bucket?.properties['CorsConfiguration'])['CorsRules']).map(asRecord)) {
      const origins = asList(rule['AllowedOrigins']);
      if (!asList(rule['AllowedMethods']).includes(asked) || !(origins.includes('*') || origins.includes(origin))) continue;
      return {
        'access-control-allow-origin': origins.includes('*') ? '*' : origin,
        'access-control-allow-methods': asList(rule['AllowedMethods']).join(', '),
        'access-control-allow-headers': asList(rule['AllowedHeaders']).join(', '),
        vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      };
    }
    return {};
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Place {
  readonly bucket: string;
  readonly key: string;
}

function placeOf(path: string): Place | undefined {
  const [, bucket = '', ...key] = path.split('/');
  return key.join('') === '' ? undefined : { bucket, key: decodeURIComponent(key.join('/')) };
}

function isUnderOwnKey({ properties }: Resource): boolean {
  return asList(asRecord(properties['BucketEncryption'])['ServerSideEncryptionConfiguration']).map(asRecord).some((rule) => asRecord(rule['ServerSideEncryptionByDefault'])['SSEAlgorithm'] === 'aws:kms');
}

function sendsEvents({ properties }: Resource): boolean {
  const enabled = asRecord(asRecord(properties['NotificationConfiguration'])['EventBridgeConfiguration'])['EventBridgeEnabled'];
  return enabled === true || enabled === 'true';
}

/** Nothing is ever taken away here, so that a lock has no more to do than to ask for a checksum. */
function locks({ properties }: Resource): boolean {
  return properties['ObjectLockEnabled'] === true || properties['ObjectLockEnabled'] === 'true';
}

/** As S3 wants of everything that goes under a lock. */
function checkMd5(given: string | undefined, body: Buffer): void {
  if (given === undefined) throw new S3Error(400, 'InvalidRequest', 'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters');
  if (given !== createHash('md5').update(body).digest('base64')) throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

/** Parameters by which a signer says how an object is to be given. */
const overrides = { 'response-content-type': 'content-type', 'response-content-disposition': 'content-disposition', 'response-cache-control': 'cache-control' } as const;

function headersOf(object: StoredObject, query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': object.contentType, etag: object.etag, 'last-modified': new Date(object.at).toUTCString(), 'x-amz-version-id': object.versionId, 'accept-ranges': 'none',
  };
  for (const [parameter, header] of Object.entries(overrides)) {
    const value = query.get(parameter);
    if (value !== null) headers[header] = value;
  }
  return headers;
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(',');
}

function errorXml({ code, message }: S3Error): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${text}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
}
