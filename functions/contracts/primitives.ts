import * as z from 'zod/mini';

/** Largest request body the API accepts, in bytes; the gateway itself stops at 10 MB. */
export const maximumBodyBytes = 256 * 1024;

export const identifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** ISO 8601 in UTC, seconds or milliseconds. */
export const instant = z.iso.datetime();
export const date = z.iso.date();
/** A free text a person wrote: trimmed, not empty, at most `most` characters. */
export const freeText = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
export const optionalText = (most: number) => z.string().check(z.trim(), z.maxLength(most));
export const textLimit = { long: 8000, medium: 2000, short: 200 } as const;
export const empty = z.strictObject({});
