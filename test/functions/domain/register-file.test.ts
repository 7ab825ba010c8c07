import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { area, group, onCallSupplier, onCallTime, organisation, organisationDocument, roleAssignment, unit, user } from '../../../functions/contracts/register.ts';
import type { Register } from '../../../functions/domain/register.ts';
import { writeCell } from '../../../functions/domain/register-file/cells.ts';
import { fileColumns, fileRegisters, type FileRegister } from '../../../functions/domain/register-file/columns.ts';
import { writeCsv } from '../../../functions/domain/register-file/csv.ts';
import { entriesOf } from '../../../functions/domain/register-file/register-rows.ts';
import { linesOf } from '../../../functions/domain/register-file/rows.ts';
import { planOfFile } from '../../../functions/use-cases/plan-of-file.ts';
import { monday } from '../ekdala.ts';

const document = organisationDocument.parse(JSON.parse(readFileSync(new URL('../../../workflows/demo/ekdala.json', import.meta.url), 'utf8')));
/** Something in each register, with all that a row may hold. */
const register: Register = {
  ...document,
  areas: [...document.areas, { id: 'norr-ovre', name: 'Norr; "övre"' }, { id: 'soder', name: '=Söder', active: false }],
  agreements: [
    { id: 'lista', version: 1, kind: 'agreement', title: { sv: 'Om listor', en: 'On lists' }, validFrom: '2025-01-01', validTo: '2025-12-31', clauses: [{ id: 'a', text: { sv: 'Följer\nmed', en: 'Follows' } }] },
    { id: 'lista', version: 2, kind: 'agreement', title: { sv: 'Om listor', en: 'On lists' }, organisationIds: ['sjoland'], validFrom: '2026-01-01', clauses: [{ id: 'a', text: { sv: 'Följer med', en: 'Follows' } }, { id: 'b', text: { sv: '-b', en: '@b' } }] },
  ],
  onCall: {
    suppliers: [{ id: 'jour', organisationId: 'trygga-jouren', coversUnitIds: ['nattpatrull', 'hemsjukvard-norr'], from: '2026-01-01' }],
    calendar: [{ id: 'natt', weekdays: [1, 2, 7], from: '17:00', to: '07:30', holidays: true }, { id: 'helg', weekdays: [], from: '00:00', to: '00:00', holidays: true, active: false }],
  },
  groups: [
    { id: 'rad', name: 'Rådet', kind: 'incidentCouncil', convenerUserId: 'maj', targetGroups: ['olderPeople', 'other'], areaIds: ['norr-ovre'], members: [{ userId: 'siri', from: '2026-01-01' }, { userId: 'nils', from: '2026-01-01', to: '2026-12-31' }], guests: [{ userId: 'enok', from: '2026-02-01', to: '2026-03-01' }] },
    { id: 'tom', name: 'Utan ledamöter', kind: 'analysisGroup', convenerUserId: 'saga', members: [], guests: [] },
  ],
};
const cellsOf = (name: FileRegister, from: Register = register): string[][] => entriesOf(from, name).flatMap(linesOf).map((cells) => fileColumns[name].map(({ key }) => writeCell(cells[key])));
const fileOf = (name: FileRegister, rows = cellsOf(name), titles = fileColumns[name].map(({ key }) => key)): Uint8Array => new TextEncoder().encode(writeCsv([titles, ...rows]));
const plan = (name: FileRegister, content: Uint8Array | string, current = register) => planOfFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, current, monday);

describe.each(fileRegisters)('the register %s as a file', (name) => {
  it('comes back as it was', () => {
    const { faults, changes, untouched } = plan(name, fileOf(name));
    expect([faults, changes, untouched]).toEqual([[], [], entriesOf(register, name).length]);
  });
  it('makes the same register where there was none of its rows', () => {
    const before: Register = { ...register, [name]: [], ...(name === 'suppliers' && { onCall: { ...register.onCall, suppliers: [] } }), ...(name === 'onCallTimes' && { onCall: { ...register.onCall, calendar: [] } }) };
    // Who else names these rows does not matter to the rows themselves.
    const { faults, next, changes } = plan(name, fileOf(name), before);
    expect(faults).toEqual([]);
    expect(changes.every(({ kind }) => kind === 'added')).toBe(true);
    const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(sort(value))).sort();
    expect(sorted(next.map(({ value }) => value))).toEqual(sorted(entriesOf(register, name).map(({ value }) => value)));
  });
});
it.each([['organisations', organisation], ['units', unit], ['users', user], ['roles', roleAssignment], ['areas', area], ['suppliers', onCallSupplier], ['onCallTimes', onCallTime]] as const)('the register %s has a column for everything', (name, { shape }) => {
  expect(fileColumns[name].map(({ key }) => key).sort()).toEqual(Object.keys(shape).sort());
  expect(Object.keys(group.shape).sort()).toEqual(['active', 'areaIds', 'convenerUserId', 'guests', 'id', 'kind', 'members', 'name', 'targetGroups']);
});
const sort = (value: unknown): unknown => (Array.isArray(value) ? value.map(sort) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sort(inner)])) : value);

describe('what a file changes', () => {
  it('is said cell by cell, and rows that it does not name stay', () => {
    const { faults, changes, untouched, next } = plan('units', 'id;organisationId;name;language;active\nrehab;ekdala;Rehab och träning;sv;\nny;ekdala;Ny enhet;sv;ja\nsjukresor-central;sjoland-fardtjanst;Sjölands sjukresor, beställningscentralen;sv;nej');
    expect(faults).toEqual([]);
    expect(changes.map(({ kind, key, line, cells }) => [kind, key, line, cells.filter(({ column }) => column === 'name' || column === 'active')])).toEqual([
      ['changed', 'rehab', 2, [{ column: 'name', from: 'Rehabenheten', to: 'Rehab och träning' }]],
      ['added', 'ny', 3, [{ column: 'name', from: '', to: 'Ny enhet' }, { column: 'active', from: '', to: 'yes' }]],
      ['ended', 'sjukresor-central', 4, [{ column: 'active', from: '', to: 'no' }]],
    ]);
    expect(untouched).toBe(register.units.length - 2);
    // Columns that the file does not have keep what they had.
    expect(next.find(({ value }) => 'id' in value && value.id === 'rehab')?.value).toMatchObject({ mailbox: 'rehab@ekdala.example', phone: '010-000 10 00' });
  });
  it('is the same whatever the program writes for truth and time', () => {
    expect(plan('onCallTimes', 'id,weekdays,from,to,holidays\nnatt,1 | 2|7,17:00,7:30,SANT').changes).toEqual([]);
    expect(plan('organisations', 'sep=,\nID,Name,Type,Own\nekdala,Ekdala kommun,municipality,TRUE').changes).toEqual([]);
  });
});

describe('a file with faults', () => {
  const units = 'id;organisationId;name;language;mailbox\n';
  it.each<[string, FileRegister, string | Uint8Array, [number, string | null, string][]]>([
    ['bytes', 'units', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), [[0, null, 'not-text']]],
    ['nothing', 'units', '', [[0, null, 'empty-file']]],
    ['titles alone', 'units', units, [[0, null, 'empty-file']]],
    ['too many rows', 'areas', `id;name\n${Array.from({ length: 5001 }, (_, index) => `a${index};Område`).join('\n')}`, [[0, null, 'too-many-rows']]],
    ['a quote without end', 'units', `${units}a;ekdala;"Enhet;sv;\nb;ekdala;B;sv;`, [[2, null, 'quote-open']]],
    ['other titles', 'units', 'id;organisationId;namn;language;id\na;ekdala;A;sv;a', [[1, 'namn', 'column-unknown'], [1, 'id', 'column-twice'], [1, 'name', 'column-missing']]],
    ['too many cells', 'units', `${units}a;ekdala;A;sv;;x`, [[2, null, 'too-many-cells']]],
    ['wrong and missing values, each on its line', 'units', `${units};ekdala;A;sv;\nb b;ekdala;B;tyska;\nc;ekdala;C;sv;no address\nd;ekdala;${'D'.repeat(121)};sv;`, [
      [2, 'id', 'value-missing'], [3, 'id', 'value-wrong'], [3, 'language', 'value-wrong'], [4, 'mailbox', 'value-wrong'], [5, 'name', 'value-too-long'],
    ]],
    ['a row twice', 'units', `${units}a;ekdala;A;sv;\na;ekdala;B;sv;`, [[3, 'id', 'row-twice']]],
    ['an organisation that is not there', 'units', `${units}a;ekdal;A;sv;`, [[2, 'organisationId', 'organisation-unknown']]],
    ['lines that disagree', 'agreements', 'id;version;kind;titleSv;titleEn;validFrom;clauseId;clauseSv;clauseEn\nny;1;agreement;T;T;2026-01-01;a;a;a\nny;1;agreement;U;T;2026-01-01;b;b;b', [[3, 'titleSv', 'lines-disagree']]],
    ['a published agreement', 'agreements', 'id;version;kind;titleSv;titleEn;validFrom;validTo;clauseId;clauseSv;clauseEn\nlista;1;agreement;Annat;On lists;2025-01-01;2025-12-31;a;a;a', [[2, 'version', 'agreement-published']]],
    ['versions that overlap', 'agreements', 'id;version;kind;titleSv;titleEn;validFrom;clauseId;clauseSv;clauseEn\nlista;3;agreement;Om listor;On lists;2026-06-01;a;a;a', [[2, 'validFrom', 'agreement-overlaps']]],
    ['a substitute who is the holder', 'roles', 'role;userId;unitId;from;substituteUserId;substituteFrom\nmas;maj;mas-funktionen;2020-01-01;maj;2027-01-01', [[2, 'substituteUserId', 'substitute-is-holder']]],
    ['nobody left to mend it', 'roles', 'role;userId;unitId;from;to\nsystemAdministrator;sixten;vardadministration;2020-01-01;2026-03-31', [[0, null, 'last-system-administrator']]],
    ['no organisation of our own', 'organisations', 'id;name;type;own\nekdala;Ekdala kommun;municipality;no', [[0, null, 'last-own-organisation']]],
    ['a prototype for a title', 'units', '__proto__;constructor\na;b', [
      [1, '__proto__', 'column-unknown'], [1, 'constructor', 'column-unknown'], [1, 'id', 'column-missing'], [1, 'organisationId', 'column-missing'], [1, 'name', 'column-missing'], [1, 'language', 'column-missing'],
    ]],
  ])('changes nothing: %s', (_, name, content, expected) => {
    const { faults, changes, next } = plan(name, content);
    const found = faults.map(({ line, column, code }) => [line, column, code]);
    for (const fault of expected) expect(found).toContainEqual(fault);
    if (expected.length > 0 && expected[0]?.[0] !== 0) expect(found.every(([line, column]) => expected.some((fault) => fault[0] === line && (fault[1] === column || column === 'validFrom' || column === 'own')))).toBe(true);
    expect([changes, next.length]).toEqual([[], entriesOf(register, name).length]);
  });

  it('is told of in one round: malformed cells, and names that are in no register, on the same line and on others', () => {
    const { faults } = plan('users', 'id;name;title;mail;language;unitId\na b;Anna;T;nomail;xx;nowhere\nc;Cia;T;c@ekdala.example;sv;nowhere');
    expect(faults.map(({ line, column, code }) => `${line} ${column} ${code}`).sort()).toEqual([
      '2 id value-wrong', '2 language value-wrong', '2 mail value-wrong', '2 unitId unit-unknown', '3 unitId unit-unknown',
    ]);
  });
  it('says nothing of a row that another, wrong one, would have set right', () => {
    const agreements = 'id;version;kind;titleSv;titleEn;validFrom;validTo;clauseId;clauseSv;clauseEn\nny;1;agreement;T;T;2026-13-01;;a;a;a\nny;2;agreement;T;T;2027-01-01;;a;a;a';
    expect(plan('agreements', agreements).faults.map(({ line, column, code }) => [line, column, code])).toEqual([[2, 'validFrom', 'value-wrong']]);
  });
  it('is all said at once, up to any number', () => {
    const { faults } = plan('units', `${units}${Array.from({ length: 300 }, (_, index) => `u${index};nowhere;U;sv;`).join('\n')}`);
    expect(faults).toHaveLength(300);
    expect(faults[299]).toEqual({ line: 301, column: 'organisationId', code: 'organisation-unknown' });
  });
});

it('reads five thousand rows within moments', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [`user${index}`, `Namn ${index}`, 'Sjuksköterska', `u${index}@ekdala.example`, 'sv', 'rehab', '']);
  const before = performance.now();
  const { faults, changes } = plan('users', fileOf('users', rows));
  expect([faults.length, changes.length]).toEqual([0, 5000]);
  expect(performance.now() - before).toBeLessThan(5000);
});
