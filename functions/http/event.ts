/** What we read of an HTTP API event, payload format 2.0. */
export interface HttpEvent {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly requestContext: {
    readonly requestId: string;
    /** The request's own time, ms epoch: functions own no clock. */
    readonly timeEpoch: number;
    readonly http: { readonly sourceIp: string };
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, unknown>> } };
  };
  /** Text until the body middleware has parsed it. */
  body?: unknown;
  isBase64Encoded?: boolean;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: string[];
  readonly body: string;
}

/**
 * The client's address, for rate limits: CloudFront-Viewer-Address (`address:port`), which a client cannot set, else the
 * gateway's. Of IPv6 the /64, since one client has that many.
 */
export function clientAddress(event: HttpEvent): string {
  const viewer = event.headers['cloudfront-viewer-address'];
  const address = viewer === undefined ? event.requestContext.http.sourceIp : viewer.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '');
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0') : [];
  return [...front, ...zeros, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
