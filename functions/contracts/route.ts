/**
 * How an HTTP operation is called, as plain data. The id is the verb-noun that names entry file, use case and construct.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/${string}`;
  /** `staff`: JWT. `link`: the cookie of a reply session. `none`: open (rate-limited where it acts). */
  readonly auth: 'staff' | 'link' | 'none';
  /** A command changes something and needs an `Idempotency-Key` header (UUID). */
  readonly command: boolean;
  readonly status: 200 | 201 | 202 | 204;
}

export const read = <Path extends Route['path']>(path: Path) => ({ method: 'GET', path, auth: 'staff', command: false, status: 200 }) as const;
