import type { Instant } from '../domain/case.ts';
import { Throttled } from '../domain/errors.ts';
import type { FileEraser } from '../use-cases/ports-retention.ts';
import { attachmentsUrl, awsCredentials, awsRegion } from './environment.ts';
import { isPassingFailure } from './passing-failure.ts';
import { presign, type Presigned } from './presign.ts';

const timeoutMilliseconds = 10_000;
/** From when the run was due, which a retry may be hours after. The address goes nowhere. */
const expiresSeconds = 24 * 3600;

/** As `head-vault.ts`: signed addresses instead of the S3 client. */
async function send(method: Presigned['method'], path: string, query: Readonly<Record<string, string>>, at: Instant): Promise<Response> {
  const url = presign({ method, url: `${attachmentsUrl()}${path}`, query, headers: {}, expiresSeconds, at, region: awsRegion(), credentials: awsCredentials() });
  let response: Response;
  try {
    response = await fetch(url, { method, signal: AbortSignal.timeout(timeoutMilliseconds) });
  } catch (error) {
    throw isPassingFailure(error) || isPassingFailure(error instanceof Error ? error.cause : undefined) || (error instanceof Error && error.name === 'TimeoutError') ? new Throttled('The file store cannot be reached') : error;
  }
  if (response.status >= 500 || response.status === 429) throw new Throttled('The file store asks to slow down');
  if (!response.ok && response.status !== 404) throw new Error(`The file store answered ${response.status}`);
  return response;
}
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
/** `ListObjectVersions`: versions and markers alike; in S3's answer a key comes before its version. */
export const versionsOf = (xml: string): readonly { readonly key: string; readonly versionId: string }[] =>
  [...xml.matchAll(/<(Version|DeleteMarker)>(.*?)<\/\1>/gs)].flatMap(([, , inner = '']) => {
    const [key, versionId] = ['Key', 'VersionId'].map((name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(inner)?.[1]);
    return key === undefined || versionId === undefined ? [] : [{ key: unescaped(key), versionId: unescaped(versionId) }];
  });

/** What is deleted is not listed again: the first page, until there is none. */
export const fileEraser: FileEraser = {
  async eraseFiles(caseId, now) {
    for (;;) {
      const found = versionsOf(await (await send('GET', '', { versions: '', prefix: `cases/${caseId}/` }, now)).text());
      if (found.length === 0) return;
      await Promise.all(found.map(({ key, versionId }) => send('DELETE', `/${key}`, { versionId }, now)));
    }
  },
};
