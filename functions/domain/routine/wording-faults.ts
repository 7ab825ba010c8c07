import type { Routine } from '../routine.ts';
import type { LocalisedText } from '../vocabulary.ts';
import type { Finding } from './faults.ts';

/** A text may name a reference of the routine in brackets. */
const references = (text: string): readonly string[] => [...text.matchAll(/\[([^[\]]{1,80})\]/g)].flatMap(([, code]) => code ?? []);
/** A name or an abbreviation may well be the same. */
const shortest = 12;

const twice = (at: string, field: string, codes: readonly string[]): readonly Finding[] =>
  codes.flatMap((code, index): Finding[] => (codes.indexOf(code) === index ? [] : [[`${at}/${index}/${field}`, 'twice']]));

/** Texts in both languages, codes that name one thing each, and references that lead somewhere. */
export const textFaults = (routine: Routine): readonly Finding[] => {
  const { title, law, incoming } = routine;
  const texts: readonly (readonly [string, LocalisedText])[] = [
    ['/title', title],
    ...law.map(({ text }, index) => [`/law/${index}/text`, text] as const),
    ...incoming.rejectionReasons.map(({ text }, index) => [`/incoming/rejectionReasons/${index}/text`, text] as const),
  ];
  const codes = new Set(law.map(({ code }) => code));
  return [
    ...texts.flatMap(([at, text]): Finding[] => (text.sv === text.en && text.sv.length >= shortest ? [[`${at}/en`, 'translation-same']] : [])),
    ...texts.flatMap(([at, text]) => (['sv', 'en'] as const).flatMap((language) =>
      references(text[language]).filter((code) => !codes.has(code)).map((code): Finding => [`${at}/${language}`, 'law-absent', { code }]))),
    ...twice('/law', 'code', law.map(({ code }) => code)),
    ...twice('/incoming/rejectionReasons', 'code', incoming.rejectionReasons.map(({ code }) => code)),
    ...(law.length === 0 ? [['/law', 'law-empty'] as const] : []),
  ];
};
