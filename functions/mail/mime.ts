import { mailMark } from './mail-mark.ts';
import type { RenderedMail } from './render-mail.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** Deterministic id of the mail; the header X-Brygga-Mail holds its hash, by which a repeated mail can be told. */
  readonly mailId: string;
  readonly date: Date;
  readonly language: string;
}

/**
 * The mail as RFC 5322 text: multipart/alternative, plain text first, both parts quoted-printable, so that
 * every line is ASCII and below 76 characters and no relay needs to rewrite it.
 * No Message-ID: the mail service puts its own. Header values that come from a register are refused when they hold a line break.
 */
export function toMime(mail: RenderedMail, envelope: Envelope): string {
  const mark = mailMark(envelope.mailId);
  const boundary = `=_${mark}`;
  const headers = [
    ['From', envelope.from],
    ['To', envelope.to],
    ['Subject', encodeWords(mail.subject)],
    ['Date', envelope.date.toUTCString().replace(/GMT$/, '+0000')],
    ['X-Brygga-Mail', mark],
    ['MIME-Version', '1.0'],
    ['Content-Language', envelope.language],
    ['Auto-Submitted', 'auto-generated'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ].map(([name, value]) => header(name ?? '', value ?? ''));
  const part = (type: string, body: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(body)}\r\n`;
  return `${headers.join('\r\n')}\r\n\r\n${part('text/plain', mail.text)}${part('text/html', mail.html)}--${boundary}--\r\n`;
}

function header(name: string, value: string): string {
  if (/[\r\n]/.test(value.replaceAll('\r\n ', ''))) throw new Error(`line break in header ${name}`);
  return `${name}: ${value}`;
}

/** RFC 2047: words of at most 75 characters; a character is never split over two of them. */
export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 70) return text;
  const words: string[] = [];
  let current = '';
  for (const character of text) {
    if (Buffer.byteLength(current + character, 'utf8') > 42) {
      words.push(current);
      current = '';
    }
    current += character;
  }
  if (current !== '') words.push(current);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}

/** RFC 2045 section 6.7; the text's line breaks stay line breaks. */
export function quotedPrintable(text: string): string {
  return text.split(/\r?\n/).map(encodeLine).join('\r\n');
}

function encodeLine(line: string): string {
  let out = '';
  let length = 0;
  const bytes = Buffer.from(line, 'utf8');
  for (const [index, byte] of bytes.entries()) {
    const last = index === bytes.length - 1;
    const plain = byte >= 33 && byte <= 126 && byte !== 61 || (byte === 32 || byte === 9) && !last;
    const token = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (length + token.length > 75) {
      out += '=\r\n';
      length = 0;
    }
    out += token;
    length += token.length;
  }
  return out;
}
