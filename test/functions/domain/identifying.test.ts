import { describe, expect, it } from 'vitest';
import { findIdentifying, withoutIdentity, markOfNumber, unresolvedFindings } from '../../../functions/domain/identifying.ts';

const found = (text: string, known: readonly string[] = []) => findIdentifying(text, known).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('what may tell whom a text is about', () => {
  it.each([
    ['Gäller 19121212-1212.', ['personalNumber: 19121212-1212']],
    ['Gäller 701063-2391.', ['coordinationNumber: 701063-2391']],
    ['Patienten Kerstin Ek kom hem.', ['name: Kerstin Ek']],
    ['Ring 070-123 45 67 efter tre.', ['phone: 070-123 45 67']],
    ['Ring +46 70 123 45 67.', ['phone: +46 70 123 45 67']],
    ['Hemtelefon 0470-410 00 i dag.', ['phone: 0470-410 00']],
    ['Skriv till kerstin.ek@hem.example.', ['mail: kerstin.ek@hem.example']],
    ['Bor på Storgatan 12 B i byn.', ['address: Storgatan 12 B']],
    ['Bor på Södra vägen 3.', ['address: Södra vägen 3']],
    ['Adress 352 30 Ekdala.', ['address: 352 30 Ekdala']],
    ['Hon är född 1941-03-02.', ['birthDate: 1941-03-02']],
    ['Barnet, född 2021-05-04, kom in.', ['birthDate: 2021-05-04']],
    ['Föddes den 4 maj 2021.', ['birthDate: 4 maj 2021']],
    ['Född 410302.', ['birthDate: 410302']],
    ['Patienten har diabetes och KOL.', ['diagnosis: diabetes', 'diagnosis: KOL']],
    ['Vårdas för lungcancer.', ['diagnosis: lungcancer']],
    ['Utskriven med F32.1 och I10.', ['diagnosis: F32.1', 'diagnosis: I10']],
    ['She has dementia.', ['diagnosis: dementia']],
    ['Karins läkemedelslista saknades.', ['name: Karins']],
    ['Vi ringde Annas dotter.', ['name: Annas']],
    ['KARIN ANDERSSON kom hem.', ['name: KARIN ANDERSSON']],
    ['Gäller karin andersson på boendet.', ['name: karin andersson']],
    ['Vi pratade med Bergström i natt.', ['name: Bergström']],
    ['Andersson ringde igen.', ['name: Andersson']],
    ['Patienten 19121212-1213 kom hem.', ['birthDate: 19121212-1213']],
    ['Gäller 121212-1213.', ['birthDate: 121212-1213']],
    ['Reservnummer 121212-T123.', ['birthDate: 121212-T123']],
    ['Gäller 191212121213.', ['birthDate: 191212121213']],
    ['Tel 070.123.45.67 på dagen.', ['phone: 070.123.45.67']],
    ['Ring +47 912 34 567.', ['phone: +47 912 34 567']],
    ['Född 121212-1212 och har demens, tel 08-123 456 78.', ['personalNumber: 121212-1212', 'diagnosis: demens', 'phone: 08-123 456 78']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'Patienten kom hem den 2027-02-26 klockan 08:00 utan läkemedelslista.',
    'Listan saknades. Vi ringde avdelning 34 två gånger, utan svar på 45 minuter.',
    'Dosen 0,5 mg gavs 3 gånger om dagen, 1 000 000 enheter i allt.',
    'Det hände 26/2 2027 och igen den 3 mars 2027.',
    'Det hände 02.03.2027 och 02-04-2027.',
    'Vi väntade per telefon; bo kvar kunde hon inte.',
    'HEMSJUKVÅRDEN svarade INTE. Session och person är ord.',
    'Ordernummer 202799-1234 och artikel 991340-4455.',
    'Als ik kan, kol i spisen och en tia i plånboken.'.replace('en tia', 'en slant'),
    'Enligt rutin 2024-118, avsnitt 4.2, ska listan följa med.',
  ])('finds nothing in: %s', (text) => expect(found(text)).toEqual([]));

  it('takes names of organisations and units for what they are', () => {
    expect(found('Björkens Norra svarade inte.', ['Björkens Norra'])).toEqual([]);
  });
  it('gives what is the same the same mark, however it is spaced, and never the words themselves', () => {
    const [one, other] = findIdentifying('Ring 070-123 45 67 eller 0701234567.');
    expect(one?.mark).toBe(other?.mark);
    expect(findIdentifying('Gäller 19 121212-1212')[0]?.mark).toBe(markOfNumber('1212121212'));
    for (const { mark } of findIdentifying('Kerstin Ek, 070-123 45 67, demens, Storgatan 12')) expect(mark).toMatch(/^[a-zA-Z]+-[0-9a-z]+$/);
  });
  it('leaves out what a person has said identifies nobody, and nothing else', () => {
    const text = 'Kerstin Ek har demens.';
    const [name] = findIdentifying(text);
    expect(unresolvedFindings(text, [name!.mark]).map(({ kind }) => kind)).toEqual(['diagnosis']);
  });
  it('reads long and hostile texts in time', () => {
    for (const text of ['a'.repeat(8000), '0'.repeat(8000), 'Aa '.repeat(2600), `${'x@'.repeat(4000)}`, '0 '.repeat(4000), '12-'.repeat(2600)]) expect(Array.isArray(findIdentifying(text))).toBe(true);
  }, 2000);
});

it.each([
  ['Kerstin Ek 19121212-1212', '___ ___'],
  ['lista_Anna_Andersson_121212-1212', 'lista____ ___'.replace(' ', '_')],
  ['Kerstin-Ek', '___'],
  ['Blankett version 3', 'Blankett version 3'],
  ['Scan 2026-11-24', 'Scan 2026-11-24'],
  ['Utredning diabetes avd 34', 'Utredning diabetes avd 34'],
])('names the file %s as %s', (name, shown) => expect(withoutIdentity(name)).toBe(shown));
