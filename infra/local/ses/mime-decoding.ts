/** Decodings of RFC 2045 and RFC 2047, tolerant of what real mail contains. */

export function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset that nobody knows: Latin-1 at least shows every byte.
    return bytes.toString('latin1');
  }
}

export function decodeQuotedPrintable(text: string): Buffer {
  // Blanks at the end of a line are a relay's; those before a soft break are the writer's.
  const joined = text.replaceAll(/[ \t]+(?=\r?\n|$)/g, '').replaceAll(/=\r?\n/g, '');
  const bytes: number[] = [];
  for (let index = 0; index < joined.length; index += 1) {
    const hex = joined[index] === '=' ? /^[0-9A-Fa-f]{2}/.exec(joined.slice(index + 1, index + 3))?.[0] : undefined;
    if (hex === undefined) {
      bytes.push(joined.charCodeAt(index) & 0xff);
    } else {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    }
  }
  return Buffer.from(bytes);
}

/** `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`; blanks between two encoded words are no text. */
export function decodeEncodedWords(text: string): string {
  const word = /=\?([^?]+)\?([BbQq])\?([^?]*)\?=/;
  // Words of one charset are joined as bytes first: a writer may have split a character between them.
  return text.replaceAll(/=\?[^?]+\?[BbQq]\?[^?]*\?=(?:\s+=\?[^?]+\?[BbQq]\?[^?]*\?=)*/g, (run) => {
    let charset = '';
    let bytes: Buffer[] = [];
    let decoded = '';
    const flush = (): void => {
      if (bytes.length > 0) decoded += decodeCharset(Buffer.concat(bytes), charset);
      bytes = [];
    };
    for (const part of run.split(/\s+/)) {
      const [, name = 'utf-8', encoding = 'B', data = ''] = word.exec(part) ?? [];
      if (name.toLowerCase() !== charset) flush();
      charset = name.toLowerCase();
      bytes.push(encoding.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : decodeQuotedPrintable(data.replaceAll('_', '=20')));
    }
    flush();
    return decoded;
  });
}
