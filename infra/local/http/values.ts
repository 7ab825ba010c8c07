import { StartFailure } from '../start-failure.ts';

/**
 * Reads of untyped template properties and function results. Each says what it expected, so that a
 * template the gateway cannot serve is named at start and not at the first request.
 */
export type Properties = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordOf(value: unknown): Properties {
  return isRecord(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function stringsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** CloudFormation accepts a boolean as `true` or `"true"`. */
export function flagOf(value: unknown): boolean {
  return value === true || value === 'true';
}

/** CloudFormation accepts a number as `5` or `"5"`. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  return undefined;
}

/** The template asks for something that this stand-in does not serve; the runtime does not start. */
export class UnservedProperty extends StartFailure {
  constructor(logicalId: string, what: string) {
    super('unserved-resource', `${logicalId}: ${what} is not served by the local runtime`);
  }
}
