import type { MiddlewareObj } from '@middy/core';
import type { HttpEvent } from '../event.ts';
import { RequestRefused } from '../refusal.ts';

/**
 * For writes that a cookie carries: SameSite=Strict is the first guard, this is the second. A browser says where a
 * request comes from; a client that is no browser has no cookie of ours to be tricked with.
 */
export function refuseOtherSites(siteOrigin: () => string): MiddlewareObj<HttpEvent> {
  return {
    name: 'refuse-other-sites',
    before: ({ event }) => {
      const site = event.headers['sec-fetch-site'];
      const origin = event.headers['origin'];
      if (site !== undefined && site !== 'same-origin') throw new RequestRefused('origin-refused');
      if (origin !== undefined && origin !== siteOrigin()) throw new RequestRefused('origin-refused');
    },
  };
}
