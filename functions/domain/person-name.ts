/** A place in a text that looks like the name of a person. */
export interface PersonNameFinding {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

// The most common given names in Sweden, women's and men's; a name alone is seen by these.
const givenNames = new Set((
  'Anna Eva Maria Karin Kristina Lena Kerstin Sara Emma Ingrid Malin Marie Birgitta Jenny Hanna Inger Linda Annika Ulla Elin Monica Susanne Elisabeth Johanna Sofia Julia '
  + 'Ida Anita Katarina Marianne Amanda Åsa Helena Sandra Gunilla Linnéa Camilla Therese Elsa Emelie Siv Alice Jessica Frida Ebba Maja Klara Cecilia Agneta Ella Ulrika Gun '
  + 'Britt Astrid Barbro Margareta Berit Yvonne Louise Matilda Caroline Fatima Lars Mikael Anders Johan Erik Per Karl Peter Jan Thomas Daniel Fredrik Hans Andreas Bengt '
  + 'Mats Bo Stefan Marcus Magnus Jonas Mattias Oskar Alexander Leif Niklas Martin Björn Ulf Patrik Sven Viktor Robert Joakim Håkan Anton William Simon Filip Gustav Lucas '
  + 'Emil Christian Kjell Jakob Adam Göran Kent Rickard Elias Gunnar Tobias Hugo Roger Isak Rolf Axel Tommy Nils Kenneth Linus Arne Åke Olof Stig Lennart Olle Mohamed Ali '
  + 'Ahmed Hassan Omar'
).split(' '));
const commonSurnames = new Set('Lind Lindh Ek Berg Holm Lund Sjö Nyman Norén Ahmed Hassan Ali Blom Björk Wallin Engman Lundin Sandberg Hedlund'.toLowerCase().split(' '));
/** Most surnames in Sweden end so; few other words with a capital inside a sentence do. */
const surnameEnding = /(?:sson|ström|berg|gren|kvist|qvist|quist|lund|strand|stedt|holm|dahl|blad|mark|löf)$/;
const withoutGenitive = (text: string): string => (/[^s]s$/iu.test(text) ? text.slice(0, -1) : text);
/** Words with a capital that no person is called; a name of an organisation goes on with small letters or with one of these. */
const notNames = new Set('Region Regionen Kommun Kommunen Avdelning Avdelningen Enhet Enheten Vårdcentral Sjukhus AB HSL SoL LSS SIP MAS MAR SAS IVO BVC Apotek Omsorg Jouren Sverige Svenska Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Ward Unit Hospital Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(' '));
const titles = /^(?:syster|sköterskan?|sjuksköterskan?|undersköterskan?|läkaren?|doktorn?|dr|överläkaren?|chefen?|enhetschefen?|handläggaren?|kuratorn?|fysioterapeuten?|arbetsterapeuten?|patient(?:en)?|brukaren?|kunden?|anhöriga?|herr|fru|nurse|doctor|mr|mrs|ms|manager)$/i;

const word = /[\p{L}][\p{L}'’-]*/gu;
const isCapitalised = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
const isInCapitals = (text: string): boolean => /^[\p{Lu}'’-]{4,}$/u.test(text);
const asWritten = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
/** However it is written: in capitals, or as whose something is. */
export const isGivenName = (text: string): boolean => text.split('-').every((part) => {
  const name = isInCapitals(part) ? asWritten(part) : part;
  return givenNames.has(name) || givenNames.has(withoutGenitive(name));
});
const isSurname = (text: string): boolean => {
  const small = text.toLowerCase();
  return [small, withoutGenitive(small)].some((each) => commonSurnames.has(each) || (each.length > 5 && surnameEnding.test(each)));
};
/** "karin andersson": in small letters a given name is seen by the surname after it alone. */
const isNameInSmall = (first: string, second: string | undefined): boolean =>
  second !== undefined && /^\p{Ll}/u.test(first) && /^\p{Ll}/u.test(second) && isGivenName(asWritten(first)) && surnameEnding.test(withoutGenitive(second)) && second.length > 5;
const startsSentence = (text: string, at: number): boolean => /(?:^|[.!?:\n•–-])\s*$/u.test(text.slice(0, at));

/**
 * domain.md N2: what happened, not who. A common given name or surname, a title with a name after it, or two names in a row: a warning
 * for whoever writes, never a refusal, since a text cannot tell a person from a place. `known`: names of organisations and
 * units, which are none.
 */
export const findPersonNames = (text: string, known: readonly string[] = []): readonly PersonNameFinding[] => {
  const places = known.flatMap((name) => {
    const at = name === '' ? -1 : text.indexOf(name);
    return at < 0 ? [] : [[at, at + name.length] as const];
  });
  const words = [...text.matchAll(word)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  const isName = (at: number): boolean => {
    const each = words[at];
    return each !== undefined && (isCapitalised(each.text) || (isInCapitals(each.text) && (isGivenName(each.text) || isSurname(each.text)))) && !titles.test(each.text) && !notNames.has(each.text) && !places.some(([from, to]) => from <= each.start && each.end <= to);
  };
  const adjoin = (at: number): boolean => /^ $/u.test(text.slice(words[at]?.end, words[at + 1]?.start));
  const findings: PersonNameFinding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined) continue;
    const next = words[at + 1];
    if (next !== undefined && adjoin(at) && isNameInSmall(first.text, next.text)) {
      findings.push({ start: first.start, end: next.end, name: text.slice(first.start, next.end) });
      at += 1;
      continue;
    }
    if (!isName(at)) continue;
    let last = at;
    while (isName(last + 1) && adjoin(last)) last += 1;
    const before = words[at - 1];
    const titled = before !== undefined && adjoin(at - 1) && titles.test(before.text);
    // The first word of a sentence has its capital for another reason.
    const inARow = last - at + (startsSentence(text, first.start) && !isGivenName(first.text) ? 0 : 1) >= 2;
    const given = words.slice(at, last + 1).findIndex((each) => isGivenName(each.text) || (isSurname(each.text) && (!startsSentence(text, each.start) || /sson/i.test(each.text))));
    const from = titled || inARow ? at : given < 0 ? null : at + given;
    const start = from === null ? undefined : words[from]?.start;
    const end = words[last]?.end;
    if (start !== undefined && end !== undefined) findings.push({ start, end, name: text.slice(start, end) });
    at = last;
  }
  return findings;
};
