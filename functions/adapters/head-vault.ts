import { createHash } from 'node:crypto';
import { headsKey } from '../contracts/chain-heads.ts';
import type { Instant } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import type { HeadVault } from '../use-cases/ports-chain.ts';
import { sha256 } from './chained-events.ts';
import { awsCredentials, awsRegion, headsUrl } from './environment.ts';
import { isPassingFailure } from './passing-failure.ts';
import { presign, type Presigned } from './presign.ts';

const timeoutMilliseconds = 10_000;
/** From when the run was due, which a retry may be hours after. The address goes nowhere. */
const expiresSeconds = 24 * 3600;

/** A signed request, by the same addresses that pages get for files: the S3 client would weigh more than all this function does. */
async function send(method: Presigned['method'], date: string, at: Instant, headers: Readonly<Record<string, string>>, body: string | undefined): Promise<Response> {
  const url = presign({ method, url: `${headsUrl()}/${headsKey(date)}`, query: {}, headers, expiresSeconds, at, region: awsRegion(), credentials: awsCredentials() });
  let response: Response;
  try {
    response = await fetch(url, { method, headers, signal: AbortSignal.timeout(timeoutMilliseconds), ...(body !== undefined && { body }) });
  } catch (error) {
    throw isPassingFailure(error) || isPassingFailure(error instanceof Error ? error.cause : undefined) || (error instanceof Error && error.name === 'TimeoutError') ? new Throttled('The file store cannot be reached') : error;
  }
  // 409: another run writes the same document now.
  if (response.status >= 500 || response.status === 409 || response.status === 429) throw new Throttled('The file store asks to slow down');
  return response;
}

/** `now`: addresses are signed with the time of the run. */
export const headVault = (now: Instant): HeadVault => ({
  async put(date, text) {
    // A bucket with locks takes nothing without a checksum.
    const headers = { 'content-type': 'application/json', 'content-md5': createHash('md5').update(text).digest('base64'), 'if-none-match': '*' };
    const { status } = await send('PUT', date, now, headers, text);
    if (status === 200) return 'written';
    if (status === 412) return 'exists';
    throw new Error(`The file store answered ${status}`);
  },
  async read(date) {
    const response = await send('GET', date, now, {}, undefined);
    if (response.status !== 200) throw new Error(`The file store answered ${response.status}`);
    return response.text();
  },
  digest: sha256,
});
