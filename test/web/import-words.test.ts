import { expect, it } from 'vitest';
import { wantedOf } from '../../web/src/pages/administration/import/texts.ts';

it.each([
  ['users', 'language', 'value-wrong', 'Skrivs som ett av: sv, en.'], ['users', 'mail', 'value-wrong', 'Skrivs som en e-postadress.'], ['users', 'id', 'value-missing', 'Skrivs som nyckel: A–Z, a–z, 0–9, _ och -.'],
  ['roles', 'from', 'value-wrong', 'Skrivs som datum, ÅÅÅÅ-MM-DD.'], ['users', 'name', 'value-missing', ''], ['users', 'unitId', 'unit-unknown', ''], ['users', null, 'too-many-cells', ''],
] as const)('a fault in a file says what its column takes: %s %s %s', (register, column, code, said) => expect(wantedOf(register, column, code)).toBe(said));
