/** A personal identity number or coordination number in a text; `start` and `end` as in `String.slice`. */
export interface PersonalNumberFinding {
  readonly start: number;
  readonly end: number;
  readonly kind: 'personnummer' | 'samordningsnummer';
  /** The ten digits, by which a person can say "not a personal number" wherever it stands. */
  readonly digits: string;
}

const digitValue = (character: string | undefined): number => {
  if (character === undefined) return -1;
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  // Full-width digits come with texts pasted from some systems.
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
};
const separator = /[\s\-‐‑‒–—−+./\u200b\u2060\ufeff]/;
/** "19 12 12 12 - 12 12": more than this between two digits is not one number. */
const separatorsAtMost = 3;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const kindOf = (digits: readonly number[]): PersonalNumberFinding['kind'] | undefined => {
  const ten = digits.slice(-10);
  const [y1 = 0, y2 = 0, m1 = 0, m2 = 0, d1 = 0, d2 = 0] = ten;
  const month = m1 * 10 + m2;
  const written = d1 * 10 + d2;
  const day = written > 60 ? written - 60 : written;
  const years = digits.length === 12
    ? [(digits[0] ?? 0) * 1000 + (digits[1] ?? 0) * 100 + y1 * 10 + y2]
    : [1900 + y1 * 10 + y2, 2000 + y1 * 10 + y2];
  if (digits.length === 12 && !years.every((year) => year >= 1800 && year < 2100)) return undefined;
  if (month < 1 || month > 12 || day < 1 || !years.some((year) => day <= daysInMonth(year, month))) return undefined;
  const sum = ten.reduce((total, digit, index) => {
    const product = digit * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  if (sum % 10 !== 0) return undefined;
  return written > 60 ? 'samordningsnummer' : 'personnummer';
};

/** Digits from `start`, over separators, until there are `count`; undefined where the run is shorter or longer. */
const digitsFrom = (text: string, start: number, count: number): { digits: number[]; end: number } | undefined => {
  const digits: number[] = [];
  let index = start;
  let separators = 0;
  while (digits.length < count) {
    const character = text[index];
    const value = digitValue(character);
    if (value >= 0) {
      digits.push(value);
      separators = 0;
    } else {
      separators += 1;
      if (character === undefined || !separator.test(character) || separators > separatorsAtMost) return undefined;
    }
    index += 1;
  }
  return digitValue(text[index]) >= 0 ? undefined : { digits, end: index };
};

/**
 * Finds personnummer and samordningsnummer (L8): 10 or 12 digits with a real date and a right check digit, with any
 * usual separators or none. Never overlapping, in the order of the text.
 */
export const findPersonalNumbers = (text: string): readonly PersonalNumberFinding[] => {
  const findings: PersonalNumberFinding[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (digitValue(text[start]) < 0 || digitValue(text[start - 1]) >= 0) continue;
    for (const count of [12, 10]) {
      const run = digitsFrom(text, start, count);
      const kind = run && kindOf(run.digits);
      if (!run || !kind) continue;
      findings.push({ start, end: run.end, kind, digits: run.digits.slice(-10).join('') });
      start = run.end - 1;
      break;
    }
  }
  return findings;
};

/** Findings that nobody has declared to be something else; `dismissed` holds ten digits each. */
export const remainingPersonalNumbers = (text: string, dismissed: readonly string[]): readonly PersonalNumberFinding[] =>
  findPersonalNumbers(text).filter((finding) => !dismissed.includes(finding.digits));

/** The ten digits of what a page sends back as "not a personal number". */
export const personalNumberDigits = (written: string): string =>
  [...written].map(digitValue).filter((value) => value >= 0).join('').slice(-10);
