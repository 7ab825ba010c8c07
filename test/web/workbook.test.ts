import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { workbookFile } from '../../web/src/components/spreadsheet/workbook.ts';

const partsOf = async (file: Blob) => Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer()))).map(([name, part]) => [name, strFromU8(part)]));

it('keeps text that begins as a formula as text, and numbers as numbers', async () => {
  const parts = await partsOf(await workbookFile({ name: 'Per motpart: [a/b]*?', title: '=1+1', head: ['Namn', 'Antal'], rows: [['=HYPERLINK("https://example.com")', 4], ['+46 & <b>', null], ['-1', 0]] }));
  const all = Object.values(parts).join('\n');
  expect(all).not.toContain('<f>');
  expect(all).toContain('=1+1');
  expect(all).toContain('=HYPERLINK(');
  expect(all).toContain('+46 &amp; &lt;b&gt;');
  const sheet = Object.entries(parts).find(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))![1];
  expect(sheet).toMatch(/<v>4<\/v>/);
  expect(sheet).toMatch(/<v>0<\/v>/);
  expect(parts['xl/workbook.xml']).toMatch(/name="Per motpart   a b/);
});
