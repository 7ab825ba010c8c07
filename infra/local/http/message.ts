/** One request as a distribution, a bucket or an API sees it; header names in lower case. */
export interface SiteRequest {
  readonly method: string;
  /** Path as sent, percent-encoded, without the query. */
  readonly path: string;
  /** Query as sent, without the question mark. */
  readonly query: string;
  /** Several headers of one name are several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Address of the viewer, without the port. */
  readonly viewerAddress: string;
  readonly viewerPort: number;
  readonly body: Buffer;
}

/** An answer before it is written to the socket; header names in lower case. */
export interface SiteResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

export function headerOf(headers: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  return headers.get(name)?.join(',');
}

export function response(status: number, headers: Readonly<Record<string, string>>, body: Buffer | string): SiteResponse {
  return {
    status,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
    body: typeof body === 'string' ? Buffer.from(body) : body,
  };
}

export function withHeaders(answer: SiteResponse, headers: ReadonlyMap<string, readonly string[]>): SiteResponse {
  return { status: answer.status, headers, body: answer.body };
}
