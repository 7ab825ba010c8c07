import type { IncomingMessage } from 'node:http';
import { ConsoleProblem } from './respond.ts';

/**
 * The console hands out tokens and mails to whoever runs this machine, and to nobody else: a name
 * that merely resolves to it (DNS rebinding) and another site's page are refused. Programs such as
 * curl send neither Origin nor Sec-Fetch-Site and pass.
 *
 * @throws ConsoleProblem 403
 */
export function guardRequest(request: IncomingMessage): void {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)) {
    throw new ConsoleProblem(403, 'not-loopback', 'The local console answers on loopback addresses only.');
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  // Our pages send no referrer, for which a browser makes the Origin of their forms `null`; what it
  // says in Sec-Fetch-Site no page can forge.
  const own = site === undefined ? origin === undefined || origin === `http://${host}` : site === 'same-origin' || site === 'none';
  if (!own) {
    throw new ConsoleProblem(403, 'cross-site', 'Another site may not use the local console.');
  }
}
