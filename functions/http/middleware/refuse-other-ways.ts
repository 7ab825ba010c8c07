import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { HttpEvent } from '../event.ts';
import { RequestRefused } from '../refusal.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets in only what came through the distribution, which adds a secret header: a firewall cannot sit on an HTTP API
 * (design.md 5). The current and the previous secret are good, so that it can be rotated without an interruption.
 */
export function refuseOtherWays(secrets: () => readonly string[]): MiddlewareObj<HttpEvent> {
  return {
    name: 'refuse-other-ways',
    before: ({ event }) => {
      const given = digest(event.headers['x-brygga-origin'] ?? '');
      // Every secret is compared, so that the time taken does not tell which one matched.
      const matches = secrets().filter((secret) => secret !== '' && timingSafeEqual(digest(secret), given));
      if (matches.length === 0) throw new RequestRefused('origin-refused');
    },
  };
}
