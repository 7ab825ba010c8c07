import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const ALGORITHMS: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };
const MOST_ELEMENTS = 1000;
const fromMillis = jsonata('$fromMillis($at, $picture, $zone)');

/** The functions Step Functions adds to JSONata, and those of JSONata that must follow the simulated clock. */
export function stepFunctionsExtras(now: number): Readonly<Record<string, unknown>> {
  return {
    partition, range, hash, random, uuid: () => randomUUID(), parse,
    eval: () => { throw new Error('$eval is not supported'); },
    millis: () => now,
    now: async (picture?: string, zone?: string): Promise<unknown> => {
      const formatted: unknown = await fromMillis.evaluate(undefined, { at: now, picture, zone });
      return formatted;
    },
  };
}

function partition(list: readonly unknown[] | undefined, size: number): unknown[][] | undefined {
  if (list === undefined) {
    return undefined;
  }
  if (!Array.isArray(list) || !Number.isInteger(size) || size < 1) {
    throw new Error('$partition takes an array and a positive integer');
  }
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

/** Inclusive at both ends. */
function range(first: number, last: number, delta: number): number[] {
  if (![first, last, delta].every(Number.isFinite) || delta === 0) {
    throw new Error('$range takes three numbers, and a step other than 0');
  }
  const length = Math.max(0, Math.floor((last - first) / delta) + 1);
  if (length > MOST_ELEMENTS) {
    throw new Error(`$range makes at most ${String(MOST_ELEMENTS)} elements`);
  }
  return Array.from({ length }, (_, index) => first + index * delta);
}

function hash(text: string, algorithm: string): string {
  const name = ALGORITHMS[algorithm];
  if (typeof text !== 'string' || name === undefined) {
    throw new Error(`$hash takes a string and one of ${Object.keys(ALGORITHMS).join(', ')}`);
  }
  return createHash(name).update(text).digest('hex');
}

/** With a seed the same number each time (mulberry32), without one any number; 0 ≤ n < 1. */
function random(seed?: number): number {
  if (seed === undefined) {
    return Math.random();
  }
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}

function parse(text: string | undefined): unknown {
  if (text === undefined) {
    return undefined;
  }
  const value: unknown = JSON.parse(text);
  return value;
}
