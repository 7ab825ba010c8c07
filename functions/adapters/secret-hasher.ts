import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SecretHasher } from '../use-cases/ports-reply.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export const secretHasher: SecretHasher = {
  hash,
  keyed: (secret, text) => createHmac('sha256', secret).update(text).digest('hex'),
  same: (one, other) => timingSafeEqual(Buffer.from(hash(one)), Buffer.from(hash(other))),
};
