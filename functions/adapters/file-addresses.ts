import { downloadSeconds, storedKeyOf, uploadSeconds } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import { instantAt, milliseconds } from '../domain/instant.ts';
import type { FileAddresses } from '../use-cases/ports-attachment.ts';
import { attachmentsUrl, awsCredentials, awsRegion } from './environment.ts';
import { presign } from './presign.ts';

const urlOf = (key: string): string => `${attachmentsUrl()}/${key}`;
const after = (now: Instant, seconds: number): Instant => instantAt(milliseconds(now) + seconds * 1000);

export const fileAddresses: FileAddresses = {
  upload(attachment, now) {
    // What the page sets; the browser adds the length, and S3 holds it against the signature.
    const headers = { 'content-type': attachment.mediaType, 'if-none-match': '*' };
    const url = presign({
      method: 'PUT', url: urlOf(storedKeyOf(attachment)), query: {}, headers: { ...headers, 'content-length': String(attachment.bytes) },
      expiresSeconds: uploadSeconds, at: now, region: awsRegion(), credentials: awsCredentials(),
    });
    return { method: 'PUT', url, headers, expiresAt: after(now, uploadSeconds) };
  },
  download(attachment, versionId, now) {
    const url = presign({
      method: 'GET', url: urlOf(storedKeyOf(attachment)), headers: {},
      query: {
        versionId,
        'response-content-disposition': dispositionOf(attachment.fileName),
        'response-content-type': attachment.mediaType,
        'response-cache-control': 'no-store',
      },
      expiresSeconds: downloadSeconds, at: now, region: awsRegion(), credentials: awsCredentials(),
    });
    return { url, expiresAt: after(now, downloadSeconds) };
  },
};

/** RFC 6266: never inline; the name in full for those who read it so, and in plain letters for the rest. */
const dispositionOf = (fileName: string): string => {
  const plain = fileName.normalize('NFKD').replaceAll(/[^\w .()-]/g, '');
  const full = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
};
