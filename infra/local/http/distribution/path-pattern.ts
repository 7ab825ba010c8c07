/**
 * CloudFront's path patterns: `*` is any run of characters (slashes too), `?` exactly one;
 * case-sensitive; a missing leading slash means the same as one.
 */
export function matchesPathPattern(pattern: string, path: string): boolean {
  const source = pattern.replace(/^\//, '').replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^/${source}$`, 's').test(path);
}
