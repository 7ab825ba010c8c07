import { expect, it } from 'vitest';
import type { AccessView } from '../../functions/contracts/access-log.ts';
import { csvOf } from '../../web/src/components/spreadsheet/csv.ts';
import { tableOf } from '../../web/src/pages/access-log/extract-table.ts';

it('keeps what a spreadsheet would take for a formula as text, and quotes as they were', () => {
  expect(csvOf([['Tid', 'Skäl'], ['=1+1', '+46'], ['-x', '@y'], ['\tz', 'sade "nej"; gick']])).toBe(
    '\uFEFF"Tid";"Skäl"\r\n"\'=1+1";"\'+46"\r\n"\'-x";"\'@y"\r\n"\'\tz";"sade ""nej""; gick"\r\n');
});

it('says what an extract is of, by whom and why, and names the patient as the log does', () => {
  const access: AccessView = {
    id: 'a', at: '2026-03-02T09:00:00.000Z', by: 'person', user: { id: 'siri', name: 'Siri Sjuksköterska', title: 'Sjuksköterska' }, unit: 'Hemsjukvården', principal: null,
    operation: 'read-case', kind: 'read', caseNumber: 'AB-1', caseId: null, patient: 'x1y2z3', reason: null, field: null,
  };
  const table = tableOf({ now: '2026-04-01T08:00:00.000Z', reason: 'Begäran om loggutdrag', takenBy: 'Maj, MAS', accesses: [access, { ...access, id: 'b', at: '2026-03-01T09:00:00.000Z', patient: null }] });
  expect(table.slice(0, 5).map((row) => row.slice(1))).toEqual([['x1y2z3'], ['Begäran om loggutdrag'], ['Maj, MAS'], ['2026-04-01T08:00:00.000Z'], ['2026-03-01T09:00:00.000Z', access.at]]);
  const columns = table[6] ?? [];
  expect(table.slice(7).map((row) => row[columns.indexOf('Patient')])).toEqual(['x1y2z3', '']);
  expect(table.slice(7).every((row) => row.length === columns.length)).toBe(true);
});
