import { zipSync, type Zippable } from 'fflate';
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { archivedCaseDocument, packageManifest } from '../contracts/archive.ts';
import { storedKeyOf } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import { instantAt, milliseconds } from '../domain/instant.ts';
import { volumeAddressSeconds } from '../domain/releasing/archive.ts';
import type { AttachmentContents, PackageStore, Packing } from '../use-cases/ports-releasing.ts';
import { attachmentsUrl, awsCredentials, awsRegion, packagesUrl } from './environment.ts';
import { isPassingFailure } from './passing-failure.ts';
import { presign, type Presigned } from './presign.ts';

const timeoutMilliseconds = 30_000;
/** These addresses stay within a function; a task that is tried again signs with the time it was first tried at. */
const expiresSeconds = 6 * 3600;

/** A signed request, by the same addresses that pages get for files. `at`: when it is signed. */
async function send(method: Presigned['method'], url: string, query: Readonly<Record<string, string>>, at: Instant, body?: Uint8Array, mediaType?: string): Promise<Response> {
  const headers = mediaType === undefined ? {} : { 'content-type': mediaType };
  const address = presign({ method, url, query, headers, expiresSeconds, at, region: awsRegion(), credentials: awsCredentials() });
  let response: Response;
  try {
    response = await fetch(address, { method, headers, signal: AbortSignal.timeout(timeoutMilliseconds), ...(body !== undefined && { body: Buffer.from(body) }) });
  } catch (error) {
    throw isPassingFailure(error) || isPassingFailure(error instanceof Error ? error.cause : undefined) || (error instanceof Error && error.name === 'TimeoutError') ? new Throttled('The file store cannot be reached') : error;
  }
  if (response.status >= 500 || response.status === 429) throw new Throttled('The file store asks to slow down');
  if (response.status !== 200) throw new Error(`The file store answered ${response.status}`);
  return response;
}

export const packageStore: PackageStore = {
  async put(key, bytes, mediaType, now) {
    await send('PUT', `${packagesUrl()}/${key}`, {}, now, bytes, mediaType);
  },
  async read(key, now) {
    return new Uint8Array(await (await send('GET', `${packagesUrl()}/${key}`, {}, now)).arrayBuffer());
  },
  address(key, fileName, now) {
    const url = presign({
      method: 'GET', url: `${packagesUrl()}/${key}`, headers: {}, query: { 'response-content-disposition': `attachment; filename="${fileName}"`, 'response-cache-control': 'no-store' },
      expiresSeconds: volumeAddressSeconds, at: now, region: awsRegion(), credentials: awsCredentials(),
    });
    return { url, expiresAt: instantAt(milliseconds(now) + volumeAddressSeconds * 1000) };
  },
};

export const attachmentContents: AttachmentContents = {
  async read(attachment, now) {
    return new Uint8Array(await (await send('GET', `${attachmentsUrl()}/${storedKeyOf(attachment)}`, { versionId: attachment.versionId }, now)).arrayBuffer());
  },
};

export const packing: Packing = {
  zip(files, at) {
    const entries: Zippable = Object.fromEntries(files.map(({ path, bytes, compress }) => [path, [bytes, { level: compress ? 6 : 0 as const, mtime: at }] as const]));
    return zipSync(entries);
  },
  digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  schemas: () => ({ 'case.schema.json': z.toJSONSchema(archivedCaseDocument), 'manifest.schema.json': z.toJSONSchema(packageManifest) }),
};
