import { randomUUID } from 'node:crypto';

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** An error as SES says it; `code` is AWS's. */
export class SesError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'SesError';
    this.code = code;
    this.status = status;
  }
}

/** The parameters of one action in the query protocol: `Destination.ToAddresses.member.1=…`. */
export class QueryParameters {
  readonly #values: URLSearchParams;

  constructor(body: string) {
    this.#values = new URLSearchParams(body);
  }

  text(name: string): string | undefined {
    return this.#values.get(name) ?? undefined;
  }

  /** @throws SesError ValidationError, as the service says a missing required parameter */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) {
      throw new SesError('ValidationError', `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`);
    }
    return value;
  }

  list(name: string): readonly string[] {
    const found: string[] = [];
    for (let index = 1; ; index += 1) {
      const value = this.#values.get(`${name}.member.${index}`);
      if (value === null) return found;
      found.push(value);
    }
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  }
}

/** A tree of XML: text, several elements of one name, or named children. */
export type XmlNode = string | number | boolean | readonly XmlNode[] | { readonly [name: string]: XmlNode };

function xml(name: string, node: XmlNode): string {
  if (Array.isArray(node)) return node.map((item) => xml(name, item)).join('');
  if (typeof node === 'object') return `<${name}>${children(node)}</${name}>`;
  return `<${name}>${escapeXml(String(node))}</${name}>`;
}

function children(node: object): string {
  return Object.entries(node).map(([name, child]) => xml(name, child)).join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function success(action: string, result: XmlNode | undefined): WireAnswer {
  const requestId = randomUUID();
  const inner = result === undefined ? '' : xml(`${action}Result`, result);
  const body = `<${action}Response xmlns="${namespace}">${inner}${xml('ResponseMetadata', { RequestId: requestId })}</${action}Response>`;
  return { status: 200, headers: headersOf(requestId), body };
}

export function failure(error: SesError): WireAnswer {
  const requestId = randomUUID();
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const detail = xml('Error', { Type: type, Code: error.code, Message: error.message });
  const body = `<ErrorResponse xmlns="${namespace}">${detail}${xml('RequestId', requestId)}</ErrorResponse>`;
  return { status: error.status, headers: headersOf(requestId), body };
}

function headersOf(requestId: string): Record<string, string> {
  return { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
}
