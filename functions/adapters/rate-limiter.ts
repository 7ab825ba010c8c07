import type { RateLimiter } from '../use-cases/ports-reply.ts';
import { changeRow } from './row-access.ts';
import { secretHasher } from './secret-hasher.ts';

/** Counters with a time to live; the key is hashed, because it may be a client's address. */
export const rateLimiter: RateLimiter = {
  async count(scope, key, windowSeconds, now) {
    const seconds = Math.floor(Date.parse(now) / 1000);
    const window = Math.floor(seconds / windowSeconds);
    const endsAt = (window + 1) * windowSeconds;
    const row = await changeRow({ pk: `RATE#${scope}#${secretHasher.hash(key)}`, sk: `WINDOW#${window}` }, {
      set: 'SET expiresAt = :until ADD uses :one', values: { ':until': endsAt + windowSeconds, ':one': 1 },
    });
    return { count: Number(row?.['uses'] ?? 1), secondsLeft: endsAt - seconds };
  },
};
