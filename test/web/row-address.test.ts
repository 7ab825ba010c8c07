import { expect, it } from 'vitest';
import { keyInAddress, rowAddress } from '../../web/src/pages/administration/registers/row-address.ts';

it.each(['maj#mas#mas-funktionen#2020-01-01', 'hemgång & fler#0002', 'a+b%20c'])('the key %j of a row is in its address, but not in what a server sees of it', (key) => {
  const { hash, pathname, search } = new URL(rowAddress('roles', key), 'https://brygga.example');
  expect([pathname, search]).toEqual(['/administration/registers/roles/row', '']);
  expect(keyInAddress(hash)).toBe(key);
});
it('a place on the page is no key', () => expect([keyInAddress('#content'), keyInAddress('')]).toEqual([null, null]));
