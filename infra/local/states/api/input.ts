import { AwsError } from '../aws-error.ts';
import { isObject } from '../json.ts';

export type Input = Readonly<Record<string, unknown>>;

export function inputObject(value: unknown): Input {
  if (!isObject(value)) {
    throw new AwsError('SerializationException', 'The request body must be a JSON object');
  }
  return value;
}

/** @throws AwsError ValidationException, worded as AWS does. */
export function requiredText(input: Input, name: string, most = Infinity): string {
  const value = input[name];
  if (value === undefined || value === null) {
    throw invalid(`Value null at '${name}' failed to satisfy constraint: Member must not be null`);
  }
  if (typeof value !== 'string') {
    throw new AwsError('SerializationException', `'${name}' must be a string`);
  }
  if (value.length < 1) {
    throw invalid(`Value '' at '${name}' failed to satisfy constraint: Member must have length greater than or equal to 1`);
  }
  if (value.length > most) {
    throw invalid(`Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${String(most)}`);
  }
  return value;
}

export function optionalText(input: Input, name: string, most = Infinity): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new AwsError('SerializationException', `'${name}' must be a string`);
  }
  if (value.length > most) {
    throw invalid(`Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${String(most)}`);
  }
  return value;
}

export function flag(input: Input, name: string, otherwise: boolean): boolean {
  const value = input[name];
  return typeof value === 'boolean' ? value : otherwise;
}

export function oneOf<T extends string>(input: Input, name: string, allowed: readonly T[]): T | undefined {
  const value = optionalText(input, name);
  const found = allowed.find((one) => one === value);
  if (value !== undefined && found === undefined) {
    throw invalid(`Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`);
  }
  return found;
}

export function invalid(detail: string): AwsError {
  return new AwsError('ValidationException', `1 validation error detected: ${detail}`);
}

/** AWS's names of machines and executions: 1 to 80 characters without white space, brackets, wildcards, special or control characters. */
export function checkName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are part of AWS's rule
  if (name.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name)) {
    throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  }
  return name;
}

const MOST_PER_PAGE = 1000;
const USUAL_PER_PAGE = 100;

export function pageSize(input: Input): number {
  const value = input['maxResults'];
  if (value === undefined || value === null || value === 0) {
    return USUAL_PER_PAGE;
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MOST_PER_PAGE) {
    throw invalid(`Value '${String(value)}' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to ${String(MOST_PER_PAGE)}`);
  }
  return value;
}

/** A page's place: what the listing goes on after, opaque to the caller. */
export function encodePlace(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws AwsError InvalidToken */
export function decodePlace(input: Input): readonly unknown[] | undefined {
  const token = optionalText(input, 'nextToken');
  if (token === undefined) {
    return undefined;
  }
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(place)) {
      return place;
    }
  } catch {
    // falls through to the one answer for every bad token
  }
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
}

/** awsJson carries instants as seconds since the epoch, with a fraction. */
export function seconds(instant: number): number {
  return instant / 1000;
}
