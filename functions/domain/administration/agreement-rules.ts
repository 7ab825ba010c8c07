import type { LocalDate } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { RegisterFault, RegisterFaultCode } from '../errors.ts';
import type { Agreement } from '../register.ts';

const fault = (pointer: string, code: RegisterFaultCode): RegisterFault => ({ pointer, code });
const contentOf = ({ id, version, kind, title, organisationIds, validFrom, clauses }: Agreement): string =>
  JSON.stringify([id, version, kind, title.sv, title.en, organisationIds ?? null, validFrom, clauses.map(({ id: clause, text }) => [clause, text.sv, text.en])]);

export const newestVersion = (id: string, agreements: readonly Agreement[]): Agreement | undefined =>
  agreements.filter((each) => each.id === id).toSorted((one, other) => other.version - one.version)[0];

/** It ends before it begins: it was taken back and was never in force. */
export const isTakenBack = ({ validFrom, validTo }: Pick<Agreement, 'validFrom' | 'validTo'>): boolean => validTo !== undefined && validTo < validFrom;
/** The version that stands before this one, whatever was taken back between them. */
export const standingBefore = ({ id, version }: Pick<Agreement, 'id' | 'version'>, agreements: readonly Agreement[]): Agreement | undefined =>
  newestVersion(id, agreements.filter((each) => each.version < version && !isTakenBack(each)));
const overlaps = (earlier: Agreement | undefined, later: Agreement): boolean => earlier !== undefined && (earlier.validTo === undefined || earlier.validTo >= later.validFrom);

/**
 * G1: what is published stays as it was published; only its end may be set. What is not in force yet may be taken back. A new
 * version begins after the one that stands before it did.
 */
export const agreementFaults = (value: Agreement, before: Agreement | null, agreements: readonly Agreement[], today: LocalDate): readonly RegisterFault[] => {
  const mayBeTakenBack = before !== null && (before.validFrom > today || isTakenBack(before));
  const own = [
    ...(isTakenBack(value) && !mayBeTakenBack ? [fault('/validTo', 'ends-before-it-begins')] : []),
    ...value.clauses.flatMap(({ id }, index) => (value.clauses.findIndex((other) => other.id === id) < index ? [fault(`/clauses/${index}/id`, 'named-twice')] : [])),
  ];
  if (before !== null) {
    const next = agreements.filter((each) => each.id === value.id && each.version > value.version && !isTakenBack(each)).toSorted((one, other) => one.version - other.version)[0];
    const again = isTakenBack(before) && !isTakenBack(value) && overlaps(standingBefore(value, agreements), value);
    return [
      ...own,
      ...(contentOf(before) === contentOf(value) ? [] : [fault('/version', 'agreement-published')]),
      ...(again || (next && overlaps(value, next)) ? [fault('/validTo', 'agreement-overlaps')] : []),
    ];
  }
  const newest = newestVersion(value.id, agreements);
  const previous = standingBefore(value, agreements);
  return [
    ...own,
    ...(value.version === (newest?.version ?? 0) + 1 ? [] : [fault('/version', 'agreement-version-wrong')]),
    ...(previous && value.validFrom <= previous.validFrom ? [fault('/validFrom', 'agreement-overlaps')] : []),
    ...(newest && value.kind !== newest.kind ? [fault('/kind', 'agreement-of-other-kind')] : []),
  ];
};

/** The version that a new one ends the day before it begins; undefined: none, or it has ended earlier. */
export const endedByNext = (value: Agreement, agreements: readonly Agreement[]): Agreement | undefined => {
  const previous = standingBefore(value, agreements);
  return previous && overlaps(previous, value) ? { ...previous, validTo: addDays(value.validFrom, -1) } : undefined;
};
