import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../functions/domain/register-file/csv.ts';
import { textOfFile } from '../../../functions/domain/register-file/text-of-file.ts';
import { Seeded } from '../../crash/seeded.ts';

const cellsOf = (text: string) => readCsv(text).lines.map(({ cells }) => cells);

describe('what a spreadsheet writes', () => {
  it.each([
    ['semicolons', 'id;name\r\na;Ett\r\n', [['id', 'name'], ['a', 'Ett']]],
    ['commas', 'id,name\na,Ett', [['id', 'name'], ['a', 'Ett']]],
    ['tabs', 'id\tname\ra\tEtt\r', [['id', 'name'], ['a', 'Ett']]],
    ['a named separator', 'sep=,\r\nid,name\r\na,"x;y"', [['id', 'name'], ['a', 'x;y']]],
    ['a comma within a quoted title', '"id, really";name\na;b', [['id, really', 'name'], ['a', 'b']]],
    ['quotes and breaks in a cell', 'id;name\na;"En ""röd""\r\nrad; två"\nb;', [['id', 'name'], ['a', 'En "röd"\r\nrad; två'], ['b', '']]],
    ['rows without text', 'id;name\n;\n\n  \na;b', [['id', 'name'], ['a', 'b']]],
    ['a formula, and one that was made harmless', 'id;name\na;=1+1\nb;\'=1+1', [['id', 'name'], ['a', '=1+1'], ['b', '=1+1']]],
  ])('is read: %s', (_, text, expected) => expect(cellsOf(text)).toEqual(expected));

  it('counts lines as an editor does', () => {
    expect(readCsv('id;name\n\na;"1\n2"\nb;c').lines.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(readCsv('sep=;\nid\na').lines.map(({ line }) => line)).toEqual([2, 3]);
  });
  it.each([['id;name\na;"open\nb;c', { line: 2, code: 'quote-open' }], ['id\n"a"b', { line: 2, code: 'quote-inside' }]])('says where a quote is wrong: %j', (text, fault) => {
    expect(readCsv(text).fault).toEqual(fault);
  });
});

describe('what we write', () => {
  it('is nothing a spreadsheet would calculate', () => {
    for (const cell of ['=1+1', '+46 10', '-1', '@SUM(A1)', '\t=1', '\r=1', '\'=1', '"=1']) {
      const [line] = writeCsv([[cell]]).slice(1).split('\r\n');
      const opened = line?.startsWith('"') ? line.slice(1).replaceAll('""', '"') : line;
      expect(opened, cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }
  });
  it('comes back as it was', () => {
    const seeded = new Seeded(20260302);
    const draw = (end: number) => seeded.below(end);
    const alphabet = ['=', '+', '-', '@', '\t', '\r', '\n', '"', '\'', ';', ',', ' ', 'a', 'Å', '😀', '\u00a0', '0'];
    const cell = () => Array.from({ length: draw(7) }, () => alphabet[draw(alphabet.length)]).join('');
    for (let round = 0; round < 2000; round += 1) {
      const width = 2 + draw(4);
      const rows = Array.from({ length: 1 + draw(5) }, () => ['x', ...Array.from({ length: width - 1 }, cell)]);
      // The first line is ours: titles, by which the separator is known.
      const file = [['id', ...Array.from({ length: width - 1 }, () => 'name')], ...rows];
      expect(cellsOf(textOfFile(new TextEncoder().encode(writeCsv(file))) ?? '')).toEqual(file);
    }
  });
});

describe('the bytes of a file', () => {
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from('id;Åsa')], ['UTF-8 with its mark', Buffer.from('\uFEFFid;Åsa')], ['UTF-16', utf16('id;Åsa', false)], ['UTF-16, big end first', utf16('id;Åsa', true)],
    ['Windows-1252', Buffer.from([0x69, 0x64, 0x3b, 0xc5, 0x73, 0x61])],
  ])('are read as text: %s', (_, bytes) => expect(textOfFile(bytes)).toBe('id;Åsa'));
  it('are refused where they are no text', () => expect(textOfFile(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]))).toBeNull());
});
