import { expect, it } from 'vitest';
import { csvOf } from '../../web/src/components/spreadsheet/csv.ts';

it('keeps what a spreadsheet would take for a formula as text, and quotes as they were', () => {
  expect(csvOf([['Tid', 'Skäl'], ['=1+1', '+46'], ['-x', '@y'], ['\tz', 'sade "nej"; gick']])).toBe(
    '\uFEFF"Tid";"Skäl"\r\n"\'=1+1";"\'+46"\r\n"\'-x";"\'@y"\r\n"\'\tz";"sade ""nej""; gick"\r\n');
});
