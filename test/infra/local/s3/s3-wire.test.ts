import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { presign } from '../../../../functions/adapters/presign.ts';
import type { BusEvent } from '../../../../infra/local/events/default-bus.ts';
import { S3 } from '../../../../infra/local/s3/s3.ts';
import { templateOf } from '../http/template-fixture.ts';

const now = '2026-03-02T08:00:00.000Z';
const host = '127.0.0.1:4401';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
const testVirus = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;
const ownKey = { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] } };
const template = templateOf([
  ['AWS::S3::Bucket', 'files', {
    ...ownKey,
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    CorsConfiguration: { CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['*'], AllowedHeaders: ['content-type'] }] },
  }],
  ['AWS::S3::Bucket', 'site', {}],
  ['AWS::S3::Bucket', 'locked', { ...ownKey, ObjectLockEnabled: true, VersioningConfiguration: { Status: 'Enabled' } }],
  ['AWS::GuardDuty::MalwareProtectionPlan', 'plan', { ProtectedResource: { S3Bucket: { BucketName: 'files' } } }],
]);

let s3: S3;
let events: BusEvent[];
let clock: number;
beforeEach(() => {
  events = [];
  clock = Date.parse(now);
  s3 = new S3({ db: new DatabaseSync(':memory:'), template, now: () => clock, publish: (event) => events.push(event), siteOrigin: 'http://127.0.0.1:4400' });
});

const send = (method: string, url: string, headers: Record<string, string> = {}, body = Buffer.alloc(0)) => {
  const { pathname, search } = new URL(url);
  return s3.handle({ method, url: pathname + search, headers: { host, ...headers }, body });
};
const signed = (method: 'GET' | 'PUT', headers: Record<string, string> = {}, query: Record<string, string> = {}, key = 'cases/one/file') =>
  presign({ method, url: `http://${host}/files/${key}`, query, headers, expiresSeconds: 60, at: now, region: 'eu-north-1', credentials });
const upload = (text: string, key?: string) => {
  const body = Buffer.from(text);
  const headers = { 'content-length': String(body.length), 'content-type': 'text/plain', 'if-none-match': '*' };
  return send('PUT', signed('PUT', headers, {}, key), headers, body);
};

describe('the local file store', () => {
  it('takes a presigned file once, tells of it and of its scan, and gives it back as a download', () => {
    const put = upload('Hej');
    expect(put).toMatchObject({ status: 200, headers: { etag: '"95c383ac224e259a5f5d08b4dab08cff"' } });
    const versionId = put.headers['x-amz-version-id'] ?? '';
    expect(events).toMatchObject([
      { source: 'aws.s3', detailType: 'Object Created', detail: { bucket: { name: 'files' }, object: { key: 'cases/one/file', size: 3, 'version-id': versionId } } },
      { source: 'aws.guardduty', detail: { scanStatus: 'SKIPPED', s3ObjectDetails: { objectKey: 'cases/one/file', versionId }, scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' } } },
    ]);
    const got = send('GET', signed('GET', {}, { versionId, 'response-content-disposition': "attachment; filename*=UTF-8''br%C3%A5.txt" }));
    expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain', 'content-disposition': "attachment; filename*=UTF-8''br%C3%A5.txt" } });
    expect(got.body.toString()).toBe('Hej');
    expect(upload('Hej igen')).toMatchObject({ status: 412 });
  });

  it('takes under a lock what brings its checksum, tells nobody, and names its buckets', () => {
    const body = Buffer.from('{}');
    const put = (headers: Record<string, string>) => send('PUT', `http://${host}/locked/heads/2026-03-01.json`, { authorization: 'local', 'if-none-match': '*', ...headers }, body);
    expect(put({})).toMatchObject({ status: 400 });
    expect(String(put({ 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }).body)).toContain('<Code>BadDigest</Code>');
    expect(put({ 'content-md5': 'mZFLkyvTelC5g8XnyQrpOw==' })).toMatchObject({ status: 200 });
    expect(put({ 'content-md5': 'mZFLkyvTelC5g8XnyQrpOw==' })).toMatchObject({ status: 412 });
    expect(events).toEqual([]);
    expect([...String(s3.list().body).matchAll(/<Name>([^<]+)/g)].map(([, name]) => name)).toEqual(['files', 'locked']);
  });

  it('keeps what the scan refuses, and gives it to nobody', () => {
    upload(testVirus);
    expect(events[1]?.detail).toMatchObject({ scanStatus: 'COMPLETED', scanResultDetails: { scanResultStatus: 'THREATS_FOUND' } });
    expect(send('GET', signed('GET'))).toMatchObject({ status: 403 });
  });

  it.each<[string, () => ReturnType<S3['handle']>, number, string]>([
    ['no signature', () => send('GET', `http://${host}/files/cases/one/file`), 403, 'AccessDenied'],
    ['another key', () => send('GET', signed('GET').replace('/one/', '/two/')), 403, 'SignatureDoesNotMatch'],
    ['another method', () => send('GET', signed('PUT')), 403, 'SignatureDoesNotMatch'],
    ['another version', () => send('GET', `${signed('GET')}&versionId=other`), 403, 'SignatureDoesNotMatch'],
    ['a larger file than signed', () => send('PUT', signed('PUT', { 'content-length': '3' }), { 'content-length': '4' }, Buffer.from('Hej!')), 403, 'SignatureDoesNotMatch'],
    ['a type that was not signed', () => send('PUT', signed('PUT', { 'content-type': 'text/plain' }), { 'content-type': 'text/html' }), 403, 'SignatureDoesNotMatch'],
    ['a stranger', () => send('GET', signed('GET').replace('local%2F', 'other%2F')), 403, 'InvalidAccessKeyId'],
    ['nothing there', () => send('GET', signed('GET')), 404, 'NoSuchKey'],
    ['a listing', () => send('GET', `http://${host}/files?list-type=2`, { authorization: 'AWS4-HMAC-SHA256 …' }), 501, 'NotImplemented'],
  ])('refuses %s', (_, request, status, code) => {
    const answer = request();
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toContain(`<Code>${code}</Code>`);
    expect(events).toEqual([]);
  });

  it('refuses an address whose time is over', () => {
    const url = signed('GET');
    upload('Hej');
    expect(send('GET', url).status).toBe(200);
    clock += 61_000;
    expect(send('GET', url).body.toString()).toContain('Request has expired');
  });

  it('lets the site alone in from a browser, and serves no bucket of other kinds', () => {
    const preflight = (origin: string) => send('OPTIONS', signed('PUT'), { origin, 'access-control-request-method': 'PUT' });
    expect(preflight('http://127.0.0.1:4400')).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' } });
    expect(preflight('https://elsewhere.example')).toMatchObject({ status: 403 });
    expect([s3.serves('/files/cases/one'), s3.serves('/site/index.html'), s3.serves('/')]).toEqual([true, false, false]);
  });
});
