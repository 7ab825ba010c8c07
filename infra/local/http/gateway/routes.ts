/** One route of an HTTP API: `GET /cases/{id}`, `ANY /files/{path+}` or `$default`. */
export interface Route<T> {
  readonly key: string;
  readonly target: T;
}

export interface RouteMatch<T> {
  readonly route: Route<T>;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface ParsedRoute<T> {
  readonly route: Route<T>;
  readonly method: string;
  readonly segments: readonly string[];
}

const variable = /^\{([^}+]+)(\+?)\}$/;

/**
 * Chooses a route as an HTTP API does: the most specific path wins (literal before variable before
 * greedy variable, from the left), a named method before `ANY`, `$default` last. HEAD is not GET.
 */
export class Routes<T> {
  readonly #parsed: readonly ParsedRoute<T>[];
  readonly #fallback: Route<T> | undefined;

  constructor(routes: readonly Route<T>[]) {
    this.#fallback = routes.find((route) => route.key === '$default');
    this.#parsed = routes
      .filter((route) => route.key !== '$default')
      .map(parseRoute)
      .toSorted((a, b) => compareSpecificity(a, b));
  }

  match(method: string, path: string): RouteMatch<T> | undefined {
    const segments = split(path);
    for (const candidate of this.#parsed) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = bind(candidate.segments, segments);
      if (pathParameters) return { route: candidate.route, pathParameters };
    }
    return this.#fallback && { route: this.#fallback, pathParameters: {} };
  }
}

function parseRoute<T>(route: Route<T>): ParsedRoute<T> {
  const [method = '', path = ''] = route.key.split(' ');
  return { route, method, segments: split(path) };
}

function split(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function rank(segment: string | undefined): number {
  if (segment === undefined) return 3;
  const found = variable.exec(segment);
  if (!found) return 0;
  return found[2] === '+' ? 2 : 1;
}

function compareSpecificity(a: ParsedRoute<unknown>, b: ParsedRoute<unknown>): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = rank(a.segments[index]) - rank(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function bind(pattern: readonly string[], actual: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const found = variable.exec(segment);
    const value = actual[index];
    if (!found) {
      if (segment !== value) return undefined;
      continue;
    }
    const name = found[1] ?? '';
    if (found[2] === '+') {
      const rest = actual.slice(index).join('/');
      if (rest === '') return undefined;
      parameters[name] = rest;
      return parameters;
    }
    if (value === undefined || value === '') return undefined;
    parameters[name] = value;
  }
  return pattern.length === actual.length ? parameters : undefined;
}
