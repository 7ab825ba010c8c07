import { describe, expect, it } from 'vitest';
import { caseNumber, caseNumbers, parseCaseNumber } from '../../../functions/domain/case-number.ts';
import { maskMailbox, maskPersonalNumbers } from '../../../functions/domain/masking.ts';
import { findPersonalNumbers, personalNumberDigits, remainingPersonalNumbers } from '../../../functions/domain/personal-number.ts';

const alphabet = '2346789ACDEFHJKMNPRTVXY';
const serials = [0, 1, 22, 23, 4711, 123_456, 98_765_432, caseNumbers - 1];

describe('case number', () => {
  it.each(serials)('%i is short and sayable and reads back however it is written', (serial) => {
    const number = caseNumber(serial);
    expect(number).toMatch(/^[2346789ACDEFHJKMNPRTVXY]{3}-[2346789ACDEFHJKMNPRTVXY]{4}$/);
    for (const written of [number, number.toLowerCase(), number.replace('-', ''), number.replace('-', ' '), ` ${number} `]) expect(parseCaseNumber(written)).toBe(number);
  });
  it('finds every single wrong character and every swap of neighbours', () => {
    const missed: string[] = [];
    const check = (wrong: string): void => void (parseCaseNumber(wrong) === undefined || missed.push(wrong));
    for (const serial of serials) {
      const characters = caseNumber(serial).replace('-', '');
      for (let index = 0; index < characters.length; index += 1) {
        for (const other of alphabet) if (other !== characters[index]) check(characters.slice(0, index) + other + characters.slice(index + 1));
        const [one, next] = characters.slice(index, index + 2);
        if (one !== undefined && next !== undefined && one !== next) check(characters.slice(0, index) + next + one + characters.slice(index + 2));
      }
    }
    expect(missed).toEqual([]);
  });
  it('gives each serial a number of its own', () => {
    expect(new Set(Array.from({ length: 5000 }, (_, serial) => caseNumber(serial * 29_611))).size).toBe(5000);
  });
  it.each(['', 'K7H', 'K7H-4F2K-2', 'OOO-OOOO', '<script>'])('%j is none', (typed) => expect(parseCaseNumber(typed)).toBeUndefined());
  it.each([-1, 0.5, caseNumbers])('there is no serial %d', (serial) => expect(() => caseNumber(serial)).toThrow(RangeError));
});

describe('personal numbers in a text', () => {
  it.each([
    ['19121212-1212', 0, 13, 'personnummer'], ['191212121212', 0, 12, 'personnummer'], ['121212-1212', 0, 11, 'personnummer'], ['1212121212', 0, 10, 'personnummer'],
    ['121212+1212', 0, 11, 'personnummer'], ['19 12 12 12 12 12', 0, 17, 'personnummer'], ['19121212 – 1212', 0, 15, 'personnummer'], ['121212 1212', 0, 11, 'personnummer'],
    ['Pat. 19121212-1212.', 5, 18, 'personnummer'], ['nr:191212121212,', 3, 15, 'personnummer'], ['1912-12-12-1212', 0, 15, 'personnummer'], ['１９１２１２１２－１２１２', -1, -1, 'none'],
    ['１９１２１２１２1212', 0, 12, 'personnummer'], ['701063-2391', 0, 11, 'samordningsnummer'], ['19701063-2391', 0, 13, 'samordningsnummer'], ['20000229-0005', 0, 13, 'leap'],
  ])('%s', (text, start, end, kind) => {
    const [finding] = findPersonalNumbers(text);
    if (kind === 'none') return expect(finding).toBeUndefined();
    expect(finding).toMatchObject({ start, end, ...(kind !== 'leap' && { kind }) });
  });
  it.each([
    ['wrong check digit', '19121212-1213'], ['no such month', '19121312-1212'], ['no such day', '19120230-1210'], ['not a leap year', '19010229-0004'], ['too long', '1912121212121'],
    ['too short', '912121212'], ['a phone number', '010-000 10 34'], ['a date', '2026-03-02 09:00'], ['a case number', 'K7H-4F2K'], ['other centuries', '171212121212'], ['nothing', ''],
  ])('%s is none: %s', (_, text) => expect(findPersonalNumbers(text)).toEqual([]));
  it('finds each of several, and those beside other numbers', () => {
    expect(findPersonalNumbers('A 121212-1212 och B 701063-2391, tel 010-000 10 34').map(({ start }) => start)).toEqual([2, 20]);
    expect(findPersonalNumbers('rum 12 121212-1212')).toHaveLength(1);
  });
  it('leaves out what a person has said is none, however it was written', () => {
    expect(remainingPersonalNumbers('121212-1212 701063-2391', [personalNumberDigits('19121212-1212')]).map(({ digits }) => digits)).toEqual(['7010632391']);
  });
  it('is quick on a long text of digits', () => {
    const started = performance.now();
    findPersonalNumbers('12 '.repeat(3000));
    findPersonalNumbers('1'.repeat(8000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('masking', () => {
  it('hides personal numbers', () => expect(maskPersonalNumbers('A 19121212-1212, B 7010632391.')).toBe('A ******-****, B ******-****.'));
  it.each([['avd34@sjoland.example', 'a…@sjoland.example'], ['@x', '…'], ['ingen', '…'], ['å@b@c.example', 'å…@c.example']])('%s', (address, masked) => expect(maskMailbox(address)).toBe(masked));
});
