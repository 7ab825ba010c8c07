import { describe, expect, it } from 'vitest';
import { addresses, bareAddress, parseMimeMessage } from '../../../../infra/local/ses/mime-message.ts';

const message = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8');

describe('a raw message', () => {
  it.each([
    ['plain text without MIME', message('Subject: Hej', '', 'rad 1', 'rad 2'), { subject: 'Hej', text: 'rad 1\nrad 2', html: undefined }],
    ['unencoded UTF-8', message('Subject: Ärende', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', 'åäö'), { subject: 'Ärende', text: 'åäö' }],
    ['Latin-1', Buffer.concat([message('Content-Type: text/plain; charset=iso-8859-1', '', ''), Buffer.from([0xe5])]), { text: 'å' }],
    ['an unknown charset', Buffer.concat([message('Content-Type: text/plain; charset=x-none', '', ''), Buffer.from([0xe5])]), { text: 'å' }],
    ['only HTML', message('Content-Type: text/html', '', '<p>'), { text: undefined, html: '<p>' }],
    ['a character split between encoded words', message('Subject: =?UTF-8?B?w4Q=?= =?UTF-8?Q?r_=C3?= =?UTF-8?Q?=A4?= slut', '', ''), { subject: 'Är ä slut' }],
    ['no body', message('Subject: x'), { subject: 'x', text: '' }],
    ['an unclosed boundary', message('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'text'), { text: 'text' }],
    ['bare line feeds', Buffer.from('Subject: a\n b\nContent-Type: multipart/alternative; boundary="b b"\n\n--b b\n\ntext\n--b b--\n'), { subject: 'a b', text: 'text' }],
  ])('of %s is read', (_what, raw, expected) => {
    expect(parseMimeMessage(raw)).toMatchObject(expected);
  });

  it('with parts in parts and an attachment shows what a person reads', () => {
    const raw = message(
      'Content-Type: multipart/mixed; boundary=outer', '', 'preamble', '--outer', 'Content-Type: multipart/alternative; boundary=inner', '',
      '--inner', 'Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable', '', 'en l=C3=A5ng rad=', ' till  ', '', '--inner', 'Content-Type: text/html', '', '<p>hej</p>', '--inner--',
      '--outer', 'Content-Type: text/plain', 'Content-Disposition: attachment; filename=x.txt', '', 'attached', '--outer--', 'epilogue',
    );
    expect(parseMimeMessage(raw)).toMatchObject({ text: 'en lång rad till\n', html: '<p>hej</p>' });
  });
});

describe('addresses', () => {
  it.each([
    ['a@b.example', ['a@b.example']],
    ['"Avd, 34" <a@b.example>, c@d.example', ['"Avd, 34" <a@b.example>', 'c@d.example']],
    ['', []],
    [undefined, []],
  ])('of %s', (value, expected) => {
    expect(addresses(value)).toEqual(expected);
  });

  it.each([['"Avd" <a@b.example>', 'a@b.example'], [' a@b.example ', 'a@b.example'], ['<a@b.example>', 'a@b.example']])('%s alone is %s', (address, bare) => {
    expect(bareAddress(address)).toBe(bare);
  });
});
