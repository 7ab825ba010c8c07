import type { core } from 'zod/mini';
import { operations, type Operation, type OperationId } from '../../functions/contracts/operations.ts';

/*
 * The free-text fields of every operation, derived from the contracts: a field that is added tomorrow is here by itself.
 */

/** Shorter ones are codes, numbers and identifiers. */
const shortestFreeText = 100;
type Definition = { readonly type: string; readonly [part: string]: any };
const definitionOf = (schema: core.$ZodType): Definition => schema._zod.def as Definition;
const checksOf = (definition: Definition): readonly Definition[] => (definition['checks'] ?? []).map((check: { _zod: { def: Definition } }) => check._zod.def);

const isFreeText = (definition: Definition): boolean => {
  const checks = checksOf(definition);
  const most = checks.find(({ check }) => check === 'max_length')?.['maximum'];
  return definition['format'] === undefined && !checks.some(({ check }) => check === 'string_format') && (most === undefined || most >= shortestFreeText);
};
/** Opaque, made by ourselves. */
const opaque = new Set(['cursor']);

type Visit = (pointer: string, value: unknown) => unknown;
/** A value of the shape, its free texts replaced by what `visit` gives; what is absent and may be so is visited as undefined. */
const walk = (schema: core.$ZodType, value: unknown, pointer: string, visit: Visit): unknown => {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'optional': case 'nullable': case 'default': case 'prefault': case 'readonly': case 'nonoptional':
      if (value === null) return null;
      // An object that was left out stays so: its other fields are not ours to invent.
      return value === undefined && definitionOf(definition['innerType']).type !== 'string' ? (visitAll(definition['innerType'], pointer, visit), undefined) : walk(definition['innerType'], value, pointer, visit);
    case 'pipe': return walk(definition['in'], value, pointer, visit);
    case 'object': {
      const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
      for (const [name, inner] of Object.entries<core.$ZodType>(definition['shape'])) {
        const next = opaque.has(name) ? given[name] : walk(inner, given[name], `${pointer}/${name}`, visit);
        if (next !== undefined) given[name] = next;
      }
      return value === undefined ? undefined : given;
    }
    case 'array':
      if (!Array.isArray(value)) return visitAll(definition['element'], `${pointer}/-`, visit), value;
      if (value.length === 0) visitAll(definition['element'], `${pointer}/-`, visit);
      return value.map((one) => walk(definition['element'], one, `${pointer}/-`, visit));
    case 'record': {
      const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
      if (entries.length === 0) visitAll(definition['valueType'], `${pointer}/-`, visit);
      return value === undefined ? undefined : Object.fromEntries(entries.map(([name, one]) => [name, walk(definition['valueType'], one, `${pointer}/-`, visit)]));
    }
    case 'union': {
      const options: readonly core.$ZodType[] = definition['options'];
      const fits = options.find((option) => value !== undefined && (option as { safeParse?: (input: unknown) => { success: boolean } }).safeParse?.(value).success === true);
      for (const option of options) if (option !== fits) visitAll(option, pointer, visit);
      return fits ? walk(fits, value, pointer, visit) : value;
    }
    case 'string':
      return isFreeText(definition) ? visit(pointer, value) ?? value : value;
    default:
      return value;
  }
};
const visitAll = (schema: core.$ZodType, pointer: string, visit: Visit): void => {
  walk(schema, definitionOf(schema).type === 'object' ? {} : undefined, pointer, (at) => void visit(at, absent));
};
/** Says to a visitor that there is no value, and none is wanted. */
const absent = Symbol('absent');

/** JSON pointers of an operation's free texts, `-` for any place of a list or any key. */
export const freeTextFields = (operation: OperationId): readonly string[] => {
  const { body }: Operation = operations[operation];
  const found = new Set<string>();
  if (body) walk(body as unknown as core.$ZodType, {}, '', (pointer) => void found.add(pointer));
  return [...found].toSorted();
};
/** The body with each of its free texts replaced; `undefined` leaves one as it is. Those of lists and objects that are not there are not. */
export const withFreeTexts = (operation: OperationId, given: unknown, replace: (pointer: string) => string | undefined): unknown => {
  const { body }: Operation = operations[operation];
  return body ? walk(body as unknown as core.$ZodType, given, '', (pointer, value) => (value === absent ? undefined : replace(pointer))) : given;
};
