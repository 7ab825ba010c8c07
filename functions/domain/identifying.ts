import { diagnosisWord } from './diagnosis-words.ts';
import { findPersonNames } from './person-name.ts';
import { findPersonalNumbers } from './personal-number.ts';

export const identifyingKinds = ['personalNumber', 'coordinationNumber', 'name', 'phone', 'mail', 'address', 'birthDate', 'diagnosis'] as const;
export type IdentifyingKind = (typeof identifyingKinds)[number];

/** What in a text may tell who it is about; `start` and `end` as in `String.slice`. */
export interface IdentifyingFinding {
  readonly start: number;
  readonly end: number;
  readonly kind: IdentifyingKind;
  /** Names what was found without saying it: the same wherever it stands and however it is spaced. Kept and logged in its place. */
  readonly mark: string;
}

/** 53 bits (cyrb53): tells findings of one text apart; no secret. */
const digest = (text: string): string => {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
};
const markOf = (kind: IdentifyingKind, normal: string): string => `${kind}-${digest(normal)}`;
/** Of a personal or coordination number, by its ten digits. */
export const markOfNumber = (digits: string): string => markOf(Number(digits.slice(4, 6)) > 60 ? 'coordinationNumber' : 'personalNumber', digits);
/** L8: these may never leave, whatever consent there is. */
export const isNumber = ({ kind }: Pick<IdentifyingFinding, 'kind'>): boolean => kind === 'personalNumber' || kind === 'coordinationNumber';
export const isNumberMark = (mark: string): boolean => mark.startsWith('personalNumber-') || mark.startsWith('coordinationNumber-');

const onlyDigits = (text: string): string => text.replaceAll(/\D/g, '');
const inSmall = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();

// Every repetition has a bound: a long text of one letter is read in linear time.
const mailAddress = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;
const phoneNumber = /(?<!\d[-–.,:/]?)(?:(?:\+46|0046|0)(?:[\s()./–-]{0,3}\d){7,10}|(?:\+|00)[1-9]\d{0,2}(?:[\s()./–-]{0,3}\d){6,12})(?!\d)/gu;
/** Also one that was mistyped, and a reserve number with letters: a day, a sign, and four characters; or twelve digits. */
const writtenAsNumber = /(?<![\p{L}\d-])(?:(?:\d{8}|\d{6})[-–+](?:\d{4}|[A-Za-zÅÄÖåäö][A-Za-z\d]{3}|\d{2}[A-Za-z]{1,2}\d{1,2})|\d{12})(?![\p{L}\d])/gu;
const dayAndMonthFirst = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const streetAddress = /(?<![\p{L}\d])\p{Lu}\p{L}{1,30}(?:\s(?:gatan|vägen|gränd|torg|allé|väg|gata)|gatan|vägen|gränd|stigen|torget|torg|allén|backen|esplanaden|leden|gata|väg)\s\d{1,4}(?:\s?[A-Za-z])?(?![\p{L}\d])/gu;
const postalTown = /(?<!\d)\d{3}\s\d{2}\s{1,2}\p{Lu}\p{L}{1,30}/gu;
const icdCode = /(?<![\p{L}\d.])[A-TV-Z]\d{2}(?:\.?\d{1,2})?[A-Z]?(?![\p{L}\d])/gu;
const word = /\p{L}{3,60}/gu;
const months = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october';
const writtenDate = new RegExp(`(?<![\\p{L}\\d-])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{1,2}\\s(?:${months})\\s\\d{4}|\\d{8}|\\d{6})(?![\\d]|[-–]\\d)`, 'giu');
const saidOfBirth = /(?:född|föddes|f\.|födelsedatum|födelsedag|födelsedata|born|date of birth|dob)[\s:,]{0,3}(?:den\s|on\s)?$/iu;
/** What happened lately is no date of birth; children's are found by the word before them. */
const latestBirthYear = 2015;

const isDay = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900;
/** Year, month and day of a date as it is written, in whatever order; undefined where it is none. */
const yearOf = (text: string): number | undefined => {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0] = numbers;
  if (numbers.length === 3) {
    const [year, day] = first > 31 ? [first, third] : [third, first];
    return isDay(year, second, day) ? year : undefined;
  }
  if (numbers.length === 2) return isDay(second, 1, first) ? second : undefined;
  const digits = onlyDigits(text);
  if (digits.length === 6) return isDay(1900, Number(digits.slice(2, 4)), Number(digits.slice(4))) ? 1900 : undefined;
  const year = Number(digits.slice(0, 4));
  return isDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6))) ? year : undefined;
};

type Found = readonly [start: number, end: number, kind: IdentifyingKind, normal: string];
const matches = (text: string, pattern: RegExp, kind: IdentifyingKind, normal: (text: string) => string): Found[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length, kind, normal(match[0])]);

const datesOfBirth = (text: string): Found[] => matches(text, writtenDate, 'birthDate', inSmall).filter(([start, end]) => {
  const year = yearOf(text.slice(start, end));
  return year !== undefined && (year <= latestBirthYear || saidOfBirth.test(text.slice(Math.max(0, start - 30), start)));
});

/**
 * What in a text may tell whom it is about (R4, L1, L8, N2): numbers, names, addresses, dates of birth, diagnoses. It marks; a
 * person decides. Never overlapping, in the order of the text. `known`: names of organisations and units, which are no persons.
 */
export const findIdentifying = (text: string, known: readonly string[] = []): readonly IdentifyingFinding[] => {
  const candidates: readonly Found[] = [
    ...findPersonalNumbers(text).map(({ start, end, kind, digits }): Found => [start, end, kind === 'personnummer' ? 'personalNumber' : 'coordinationNumber', digits]),
    ...matches(text, writtenAsNumber, 'birthDate', inSmall).filter(([start, end]) => yearOf(/^(?:\d{8}|\d{6})(?=\D|\d{4}$)/.exec(text.slice(start, end))?.[0] ?? '') !== undefined),
    ...matches(text, mailAddress, 'mail', inSmall),
    ...matches(text, phoneNumber, 'phone', onlyDigits).filter(([start, end]) => !dayAndMonthFirst.test(text.slice(start, end))),
    ...matches(text, streetAddress, 'address', inSmall),
    ...matches(text, postalTown, 'address', inSmall),
    ...datesOfBirth(text),
    ...findPersonNames(text, known).map(({ start, end, name }): Found => [start, end, 'name', inSmall(name)]),
    ...matches(text, icdCode, 'diagnosis', inSmall),
    ...matches(text, word, 'diagnosis', inSmall).filter(([start, end]) => diagnosisWord(text.slice(start, end))),
  ];
  const kept: Found[] = [];
  for (const each of candidates) if (!kept.some(([start, end]) => each[0] < end && start < each[1])) kept.push(each);
  return kept.toSorted(([one], [other]) => one - other).map(([start, end, kind, normal]) => ({ start, end, kind, mark: markOf(kind, normal) }));
};

/** Of a file's name: shown wherever the file is, and never asked about. What stands beside the file says whom it is about. */
export const withoutIdentity = (name: string): string => findIdentifying(name.replaceAll(/_|(?<=\p{L})-(?=\p{L})/gu, ' '))
  .filter(({ kind }) => kind !== 'diagnosis')
  .reduceRight((left, { start, end }) => `${left.slice(0, start)}___${left.slice(end)}`, name);

/** Findings that nobody has said identify no one; `resolved` holds marks. */
export const unresolvedFindings = (text: string, resolved: readonly string[], known: readonly string[] = []): readonly IdentifyingFinding[] =>
  findIdentifying(text, known).filter(({ mark }) => !resolved.includes(mark));
