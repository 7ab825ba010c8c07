import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Identifiers } from '../use-cases/ports.ts';

/** The only source of chance. */
export const identifiers: Identifiers = {
  newId: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
  newNumber: (below) => randomInt(below),
};
