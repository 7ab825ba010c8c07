import { asList, asRecord, asText, isRecord } from './json.ts';

/** What a value in one stack's template can refer to. */
export interface Scope {
  ref(logicalId: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  importValue(exportName: string): unknown;
  mapping(map: string, first: string, second: string): unknown;
  /** A text with `{{resolve:…}}` in it, replaced. */
  dynamicReference(text: string): string;
  readonly region: string;
}

/** What stands where a template says `AWS::NoValue`: the property is left out. */
export const noValue = Symbol('AWS::NoValue');

/**
 * A value without intrinsic functions.
 *
 * @throws Error naming an intrinsic function that is not served
 */
export function resolveValue(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return value.includes('{{resolve:') ? scope.dynamicReference(value) : value;
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope)).filter((item) => item !== noValue);
  if (!isRecord(value)) return value;
  const [key, ...others] = Object.keys(value);
  if (key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
    return resolveFunction(key, value[key], scope);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]): [string, unknown] => [name, resolveValue(item, scope)])
      .filter(([, item]) => item !== noValue),
  );
}

function resolveFunction(name: string, argument: unknown, scope: Scope): unknown {
  const list = asList(argument);
  switch (name) {
    case 'Ref':
      return scope.ref(text(argument, name));
    case 'Fn::GetAtt': {
      const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : [text(list[0], name), text(resolveValue(list[1], scope), name)];
      return scope.getAtt(logicalId ?? '', attribute.join('.'));
    }
    case 'Fn::Join': {
      const parts = resolveValue(list[1], scope);
      const joined = asList(parts).map((part) => scalar(part, name)).join(text(list[0], name));
      return joined.includes('{{resolve:') ? scope.dynamicReference(joined) : joined;
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Select': {
      const [index, items] = [resolveValue(list[0], scope), resolveValue(list[1], scope)];
      const chosen = asList(items)[Number(index)];
      if (chosen === undefined) throw new Error(`Fn::Select finds no item ${String(index)} in ${JSON.stringify(items)}`);
      return chosen;
    }
    case 'Fn::Split':
      return scalar(resolveValue(list[1], scope), name).split(text(list[0], name));
    case 'Fn::ImportValue':
      return scope.importValue(scalar(resolveValue(argument, scope), name));
    case 'Fn::If':
      return resolveValue(scope.condition(text(list[0], name)) ? list[1] : list[2], scope);
    case 'Fn::FindInMap': {
      const [map, first, second] = list.map((item) => scalar(resolveValue(item, scope), name));
      return scope.mapping(map ?? '', first ?? '', second ?? '');
    }
    case 'Fn::Base64':
      return Buffer.from(scalar(resolveValue(argument, scope), name)).toString('base64');
    case 'Fn::GetAZs':
      return ['a', 'b', 'c'].map((zone) => `${scope.region}${zone}`);
    case 'Fn::ToJsonString':
      return JSON.stringify(resolveValue(argument, scope));
    default:
      throw new Error(`The intrinsic function ${name} is not served by the local runtime`);
  }
}

/** The value of a condition: `Fn::Equals`, `Fn::Not`, `Fn::And`, `Fn::Or`, `Condition`. */
export function resolveCondition(value: unknown, scope: Scope): boolean {
  const [name, argument] = Object.entries(asRecord(value))[0] ?? [];
  const list = asList(argument);
  switch (name) {
    case 'Fn::Equals':
      return JSON.stringify(resolveValue(list[0], scope)) === JSON.stringify(resolveValue(list[1], scope));
    case 'Fn::Not':
      return !resolveCondition(list[0], scope);
    case 'Fn::And':
      return list.every((item) => resolveCondition(item, scope));
    case 'Fn::Or':
      return list.some((item) => resolveCondition(item, scope));
    case 'Condition':
      return scope.condition(text(argument, name));
    default:
      throw new Error(`The condition function ${name ?? JSON.stringify(value)} is not served by the local runtime`);
  }
}

function substitute(argument: unknown, scope: Scope): string {
  const template = text(typeof argument === 'string' ? argument : asList(argument)[0], 'Fn::Sub');
  const names = asRecord(asList(argument)[1]);
  const replaced = template.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in names) return scalar(resolveValue(names[name], scope), 'Fn::Sub');
    const dot = name.indexOf('.');
    return scalar(dot === -1 ? scope.ref(name) : scope.getAtt(name.slice(0, dot), name.slice(dot + 1)), 'Fn::Sub');
  });
  return replaced.includes('{{resolve:') ? scope.dynamicReference(replaced) : replaced;
}

function text(value: unknown, where: string): string {
  const found = asText(value);
  if (found === undefined) throw new Error(`${where} needs a text but has ${JSON.stringify(value)}`);
  return found;
}

function scalar(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${where} needs a text but has ${JSON.stringify(value)}`);
}
