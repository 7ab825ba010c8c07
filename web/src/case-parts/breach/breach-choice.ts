import type { AgreementChoice, BreachBody } from '../../../../functions/contracts/breach.ts';
import { breachKinds } from '../../../../functions/contracts/words.ts';
import type { Option } from '../../components/field/choices.tsx';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { localParts } from '../../language/dates.ts';
import { language } from '../../language/language.ts';
import { breachTexts } from './texts.ts';

/** Clauses of the agreements that bound a counterpart on a day, and the way to name what the register does not have. `day`: ISO date; null: not known yet. */
export function breachOptions(agreements: readonly AgreementChoice[], counterpartId: string | null, day: string | null): readonly (Option & { readonly group?: string })[] {
  const inForce = agreements.filter(({ organisationIds, validFrom, validTo }) => (organisationIds === null || (counterpartId !== null && organisationIds.includes(counterpartId)))
    && (day === null || (validFrom <= day && (validTo === null || day <= validTo))));
  const tongue = language.value;
  return [
    ...inForce.flatMap(({ id, version, kind, title, clauses }) => clauses.map((clause) => ({ value: [kind, id, version, clause.id].join('|'), label: `${clause.id} ${clause.text[tongue]}`, group: title[tongue] }))),
    ...breachKinds.map((kind) => ({ value: kind, label: incomingVocabulary().breach[kind], group: breachTexts().other })),
  ];
}
/** ISO date in Sweden. */
export const isoDay = (at: string): string => {
  const { year, month, day } = localParts(at);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
};
/** Whether there is an agreement to choose a clause of. */
export const hasClauses = (options: ReturnType<typeof breachOptions>): boolean => options.some(({ value }) => value.includes('|'));

/** What was chosen, as it is sent; undefined: nothing was. */
export function breachOf(value: string, text: string): BreachBody | undefined {
  const [named, agreementId, version, ...clause] = value.split('|');
  const kind = breachKinds.find((one) => one === named);
  if (!kind) return undefined;
  return { kind, text: text.trim(), ...(agreementId !== undefined && { agreementId, agreementVersion: Number(version), clauseId: clause.join('|') }) };
}

/** What was chosen, in words. */
export function breachLabel(agreements: readonly AgreementChoice[], breach: BreachBody): string {
  const agreement = agreements.find(({ id, version }) => id === breach.agreementId && version === breach.agreementVersion);
  const clause = agreement?.clauses.find(({ id }) => id === breach.clauseId);
  return agreement && clause ? `${agreement.title[language.value]}, ${clause.id} ${clause.text[language.value]}` : incomingVocabulary().breach[breach.kind];
}
