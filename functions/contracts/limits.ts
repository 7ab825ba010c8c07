/** Largest request body the API accepts, in bytes; the gateway itself stops at 10 MB. */
export const maximumBodyBytes = 256 * 1024;
/** Characters in a text that a person writes: a story, an explanation, a line. */
export const textLimit = { long: 8000, medium: 2000, short: 200 } as const;
