import { addDays } from '../calendar.ts';
import type { RegisterFault, RegisterFaultCode } from '../errors.ts';
import type { Agreement } from '../register.ts';

const fault = (pointer: string, code: RegisterFaultCode): RegisterFault => ({ pointer, code });
const contentOf = ({ id, version, kind, title, organisationIds, validFrom, clauses }: Agreement): string =>
  JSON.stringify([id, version, kind, title.sv, title.en, organisationIds ?? null, validFrom, clauses.map(({ id: clause, text }) => [clause, text.sv, text.en])]);

export const newestVersion = (id: string, agreements: readonly Agreement[]): Agreement | undefined =>
  agreements.filter((each) => each.id === id).toSorted((one, other) => other.version - one.version)[0];

/** G1: what is published stays as it was published; only its end may be set. A new version begins after the newest one did. */
export const agreementFaults = (value: Agreement, before: Agreement | null, agreements: readonly Agreement[]): readonly RegisterFault[] => {
  const own = [
    ...(value.validTo !== undefined && value.validTo < value.validFrom ? [fault('/validTo', 'ends-before-it-begins')] : []),
    ...value.clauses.flatMap(({ id }, index) => (value.clauses.findIndex((other) => other.id === id) < index ? [fault(`/clauses/${index}/id`, 'named-twice')] : [])),
  ];
  if (before !== null) {
    const next = agreements.find(({ id, version }) => id === value.id && version === value.version + 1);
    return [
      ...own,
      ...(contentOf(before) === contentOf(value) ? [] : [fault('/version', 'agreement-published')]),
      ...(next && (value.validTo === undefined || value.validTo >= next.validFrom) ? [fault('/validTo', 'agreement-overlaps')] : []),
    ];
  }
  const newest = newestVersion(value.id, agreements);
  return [
    ...own,
    ...(value.version === (newest?.version ?? 0) + 1 ? [] : [fault('/version', 'agreement-version-wrong')]),
    ...(newest && value.validFrom <= newest.validFrom ? [fault('/validFrom', 'agreement-overlaps')] : []),
    ...(newest && value.kind !== newest.kind ? [fault('/kind', 'agreement-of-other-kind')] : []),
  ];
};

/** The version that a new one ends the day before it begins; undefined: none, or it has ended earlier. */
export const endedByNext = (value: Agreement, agreements: readonly Agreement[]): Agreement | undefined => {
  const previous = agreements.find(({ id, version }) => id === value.id && version === value.version - 1);
  return previous && (previous.validTo === undefined || previous.validTo >= value.validFrom) ? { ...previous, validTo: addDays(value.validFrom, -1) } : undefined;
};
