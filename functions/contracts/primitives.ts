import * as z from 'zod/mini';

export { maximumBodyBytes, textLimit } from './limits.ts';

export const identifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** ISO 8601 in UTC, seconds or milliseconds. */
export const instant = z.iso.datetime();
export const date = z.iso.date();
/** A free text a person wrote: trimmed, not empty, at most `most` characters. */
export const freeText = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
export const optionalText = (most: number) => z.string().check(z.trim(), z.maxLength(most));
export const empty = z.strictObject({});
