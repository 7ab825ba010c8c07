import type { TextBlock } from './release.ts';

/* A page that stands by itself, without scripts or anything from elsewhere: it is to be readable for as long as there are browsers. */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const style = 'body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin:1.5rem 0 .25rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0 0 .5rem}table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;overflow-wrap:anywhere}@media print{body{margin:0}h2{break-after:avoid}}';

export interface PageParts {
  readonly title: string;
  /** Below the title. */
  readonly lines: readonly string[];
  readonly chapters: readonly { readonly heading: string | null; readonly blocks: readonly TextBlock[] }[];
}
export const asPage = ({ title, lines, chapters }: PageParts): string => [
  '<!doctype html>', '<html lang="sv">', `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>`, '<body>', `<h1>${escaped(title)}</h1>`,
  ...lines.map((line) => `<p>${escaped(line)}</p>`),
  ...chapters.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [`<h2>${escaped(heading)}</h2>`]),
    ...blocks.flatMap((block) => [...(block.heading === '' ? [] : [`<${heading === null ? 'h2' : 'h3'}>${escaped(block.heading)}</${heading === null ? 'h2' : 'h3'}>`]), `<pre>${escaped(block.text)}</pre>`]),
  ]),
  '</body>', '</html>', '',
].join('\n');
export const asText = ({ title, lines, chapters }: PageParts): string => [
  title, ...lines, '',
  ...chapters.flatMap(({ heading, blocks }) => [...(heading === null ? [] : [heading, '']), ...blocks.flatMap((block) => [...(block.heading === '' ? [] : [block.heading]), block.text, ''])]),
].join('\n');
