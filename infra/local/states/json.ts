/** Any value that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** AWS's limit for execution input, state input and output, and task results: 256 KiB of UTF-8. */
const DATA_LIMIT_BYTES = 262_144;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isObject(value);
}

/** @throws SyntaxError when the text is no JSON. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** The value as it looks after a round trip through JSON; `undefined` becomes null. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : parseJson(text);
}

export function exceedsDataLimit(text: string): boolean {
  return text.length > DATA_LIMIT_BYTES || Buffer.byteLength(text) > DATA_LIMIT_BYTES;
}
