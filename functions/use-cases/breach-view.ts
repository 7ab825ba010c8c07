import type { AgreementChoice, BreachView } from '../contracts/breach.ts';
import type { Breach } from '../domain/breach.ts';
import { namedClause } from '../domain/breach.ts';
import type { Agreement } from '../domain/register.ts';

/** `hidden`: of a protected identity, not what was written beside the clause (L8). */
export const breachViewOf = (breach: Breach | undefined, agreements: readonly Agreement[], hidden: boolean): BreachView | null => {
  if (!breach) return null;
  const named = namedClause(breach, agreements);
  return {
    kind: breach.kind, text: hidden ? '' : breach.text,
    clause: named ? { agreementId: named.agreement.id, agreementVersion: named.agreement.version, clauseId: named.clause.id, title: { ...named.agreement.title }, text: { ...named.clause.text } } : null,
  };
};

/** All versions: which one was in force is a matter of when it happened. */
export const agreementChoices = (agreements: readonly Agreement[]): AgreementChoice[] => agreements.map(({ id, version, kind, title, organisationIds, validFrom, validTo, clauses }) => ({
  id, version, kind, title: { ...title }, organisationIds: organisationIds ? [...organisationIds] : null, validFrom, validTo: validTo ?? null,
  clauses: clauses.map((clause) => ({ id: clause.id, text: { ...clause.text } })),
}));
