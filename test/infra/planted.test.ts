import { expect, it } from 'vitest';
import { foundIn } from '../e2e/planted.ts';

const word = 'Kerstin Ek kom hem utan sin läkemedelslista.';
const around = Array.from({ length: 7 }, (_, length) => 'abcdefg'.slice(0, length));

it.each(around)('finds a word in Base64 wherever it begins: after "%s"', (before) => {
  for (const after of around) {
    const text = Buffer.from(`${before}${word}${after}`);
    expect(foundIn(`{"blob":"${text.toString('base64')}"}`, [word])).toEqual([word]);
    expect(foundIn(`/r/${text.toString('base64url')}`, [word])).toEqual([word]);
  }
});
it.each([
  ['as it is', `… ${word} …`], ['in a URL', `/?q=${encodeURIComponent(word)}`], ['in a form', `q=${new URLSearchParams({ q: word }).toString()}`], ['in JSON within JSON', JSON.stringify(JSON.stringify({ text: `rad\n"${word}"` }))],
])('finds a word %s', (_, text) => expect(foundIn(text, [word])).toEqual([word]));
it('finds nothing where nothing is', () => {
  expect(foundIn(Buffer.from('Ett helt annat ärende, som inte rör någon alls.').toString('base64'), [word])).toEqual([]);
});
it('finds words with quotes and line breaks where they are written as JSON', () => {
  const quoted = 'Hon sade "nej"\noch gick.';
  expect(foundIn(JSON.stringify({ text: quoted }), [quoted])).toEqual([quoted]);
  expect(foundIn(JSON.stringify(JSON.stringify({ text: quoted })), [quoted])).toEqual([quoted]);
});
