import { decodeCharset, decodeEncodedWords, decodeQuotedPrintable } from './mime-decoding.ts';

export interface MimeHeader {
  readonly name: string;
  readonly value: string;
}

/** A mail as a person reads it; lines end with a line feed. */
export interface MimeMessage {
  readonly headers: readonly MimeHeader[];
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** First part of type text/plain, without an attachment's disposition. */
  readonly text: string | undefined;
  /** First part of type text/html. */
  readonly html: string | undefined;
}

/** Parts within parts deeper than this are not looked at. */
const deepest = 8;

/** Reads a raw message (RFC 5322 with MIME). Latin-1 text in, so that one character is one byte. */
export function parseMimeMessage(raw: Buffer): MimeMessage {
  const { headers, body } = splitHead(raw.toString('latin1'));
  const found: { text?: string; html?: string } = {};
  collect(headers, body, found, 0);
  return {
    headers,
    from: headerValue(headers, 'from'),
    to: addresses(headerValue(headers, 'to')),
    cc: addresses(headerValue(headers, 'cc')),
    bcc: addresses(headerValue(headers, 'bcc')),
    subject: headerValue(headers, 'subject') ?? '',
    text: found.text,
    html: found.html,
  };
}

export function headerValue(headers: readonly MimeHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/** `"Avd, 34" <a@b.example>, c@d.example` → two addresses, as written. */
export function addresses(value: string | undefined): readonly string[] {
  return (value?.match(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<])+/g) ?? []).map((address) => address.trim()).filter((address) => address !== '');
}

/** The address alone, without a display name. */
export function bareAddress(address: string): string {
  return (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim();
}

function splitHead(text: string): { headers: readonly MimeHeader[]; body: string } {
  // A part may begin with the empty line: it has no headers then.
  const end = /^\r?\n|\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const body = end ? text.slice(end.index + end[0].length) : '';
  const headers = head
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .map((line) => /^([^:\s]+)\s*:\s*(.*)$/s.exec(line))
    .filter((found) => found !== null)
    .map((found) => ({ name: found[1] ?? '', value: headerText(found[2] ?? '') }));
  return { headers, body };
}

function headerText(value: string): string {
  // Headers may hold UTF-8 as it is (RFC 6532); encoded words are ASCII and survive that.
  return decodeEncodedWords(Buffer.from(value.trim(), 'latin1').toString('utf8'));
}

function collect(headers: readonly MimeHeader[], body: string, found: { text?: string; html?: string }, depth: number): void {
  const { type, parameters } = contentType(headerValue(headers, 'content-type'));
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && depth < deepest) {
    for (const part of partsOf(body, boundary)) {
      const inner = splitHead(part);
      collect(inner.headers, inner.body, found, depth + 1);
    }
    return;
  }
  if (/^attachment/i.test(headerValue(headers, 'content-disposition') ?? '')) return;
  const slot = type === 'text/html' ? 'html' : type === 'text/plain' ? 'text' : undefined;
  if (slot !== undefined) found[slot] ??= decodeBody(headers, body, parameters.get('charset') ?? 'utf-8').replaceAll('\r\n', '\n');
}

function partsOf(body: string, boundary: string): readonly string[] {
  const marker = `--${boundary}`;
  const parts: string[] = [];
  let current: string[] | undefined;
  for (const line of body.split('\n')) {
    const bare = line.trimEnd();
    if (bare === marker || bare === `${marker}--`) {
      if (current) parts.push(current.join('\n').replace(/\r$/, ''));
      if (bare !== marker) return parts;
      current = [];
    } else {
      current?.push(line);
    }
  }
  if (current) parts.push(current.join('\n'));
  return parts;
}

function decodeBody(headers: readonly MimeHeader[], body: string, charset: string): string {
  const encoding = headerValue(headers, 'content-transfer-encoding')?.toLowerCase() ?? '7bit';
  if (encoding === 'base64') return decodeCharset(Buffer.from(body, 'base64'), charset);
  if (encoding === 'quoted-printable') return decodeCharset(decodeQuotedPrintable(body), charset);
  return decodeCharset(Buffer.from(body, 'latin1'), charset);
}

function contentType(value = 'text/plain'): { type: string; parameters: ReadonlyMap<string, string> } {
  const [type = 'text/plain'] = value.split(';');
  const parameters = new Map<string, string>();
  for (const found of value.matchAll(/;\s*([^=\s]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/g)) {
    parameters.set((found[1] ?? '').toLowerCase(), found[2]?.replaceAll(/\\(.)/g, '$1') ?? found[3] ?? '');
  }
  return { type: type.trim().toLowerCase(), parameters };
}
