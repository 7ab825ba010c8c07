/**
 * A case number is short and can be read aloud (H4): six drawn characters and a check character, `K7H-4F2K`.
 * 23 characters, none that looks like another (no 0 O Q, 1 I L, 5 S, Z beside 2, G beside 6, B beside 8, U W beside V).
 * 23 is a prime, so that a weighted sum finds every single wrong character and every swap of two, neighbours or not.
 */
const alphabet = '2346789ACDEFHJKMNPRTVXY';
const base = alphabet.length;
const drawn = 6;

/** How many numbers there are; `caseNumber` takes 0 ≤ serial < this. */
export const caseNumbers = base ** drawn;

const weighted = (values: readonly number[]): number => values.reduce((sum, value, index) => sum + value * (index + 1), 0);

/** @throws RangeError */
export const caseNumber = (serial: number): string => {
  if (!Number.isInteger(serial) || serial < 0 || serial >= caseNumbers) throw new RangeError('No such case number');
  const values = Array.from({ length: drawn }, (_, index) => Math.floor(serial / base ** index) % base);
  // The check character has weight 7; 10 is the inverse of 7 modulo 23.
  const check = ((base - (weighted(values) % base)) * 10) % base;
  const characters = [...values, check].map((value) => alphabet.charAt(value)).join('');
  return `${characters.slice(0, 3)}-${characters.slice(3)}`;
};

/** What a person typed or heard, in the form it is stored; undefined when it cannot be a case number. */
export const parseCaseNumber = (typed: string): string | undefined => {
  const characters = typed.toUpperCase().replaceAll(/[\s\-–]/g, '');
  const values = [...characters].map((character) => alphabet.indexOf(character));
  if (values.length !== drawn + 1 || values.includes(-1) || weighted(values) % base !== 0) return undefined;
  return `${characters.slice(0, 3)}-${characters.slice(3)}`;
};
