import { describe, expect, it } from 'vitest';
import { encodeWords, quotedPrintable, toMime } from '../../../functions/mail/mime.ts';
import { mailMark } from '../../../functions/mail/mail-mark.ts';
import { renderMail } from '../../../functions/mail/render-mail.ts';

const decodeQuoted = (text: string) => Buffer.from(text.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
const decodeWords = (text: string) => text.replaceAll(/\?=\r\n =\?/g, '?==?').replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString('utf8'));

describe('mime', () => {
  it.each(['Begäran om svar, ärende EK7-4F2K', 'å'.repeat(200), '👩‍⚕️'.repeat(30), 'plain'])('encodes the subject %s', (subject) => {
    const encoded = encodeWords(subject);
    expect(decodeWords(encoded)).toBe(subject);
    for (const line of encoded.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  });

  it.each(['', 'a=b', `${'ö'.repeat(100)} slut `, `https://brygga.example/reply#${'x'.repeat(120)}`, 'två\nrader\n-- \n'])('encodes the body %j', (body) => {
    const encoded = quotedPrintable(body);
    expect(decodeQuoted(encoded).replaceAll('\r\n', '\n')).toBe(body);
    for (const line of encoded.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    expect([...encoded].every((character) => character.charCodeAt(0) < 127)).toBe(true);
  });

  const mail = renderMail('request', 'unit', 'sv', { number: 'EK7-4F2K', sender: 'Ekdala kommun', replyBy: null, code: null, managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null }, 'https://brygga.example/reply#x');
  const envelope = { from: 'brygga@ekdala.example', to: 'norrvik-34@norrvik.example', mailId: 'case1.request.norrvik-34.1', date: new Date('2026-02-01T10:00:00Z'), language: 'sv' };

  it('puts plain text before HTML, and shows its id as a hash only', () => {
    const mime = toMime(mail, envelope);
    expect(mime.indexOf('text/plain')).toBeLessThan(mime.indexOf('text/html'));
    expect(mime).toContain(`X-Brygga-Mail: ${mailMark(envelope.mailId)}\r\n`);
    expect(toMime(mail, { ...envelope, mailId: `${envelope.mailId}0` })).not.toContain(mailMark(envelope.mailId));
    expect(mime).not.toMatch(/Message-ID|case1/);
    expect(mime).toContain('Date: Sun, 01 Feb 2026 10:00:00 +0000\r\n');
    expect(mime).not.toMatch(/[^\r]\n/);
  });

  it('refuses a line break in a header', () => {
    expect(() => toMime(mail, { ...envelope, to: 'a@b.example\r\nBcc: c@d.example' })).toThrow('line break in header To');
  });
});
