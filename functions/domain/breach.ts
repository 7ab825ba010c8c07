import { localDate } from './calendar.ts';
import type { Instant } from './case.ts';
import type { CommandContext, EventDraft } from './command.ts';
import type { InputFault } from './errors.ts';
import { InvalidInput } from './errors.ts';
import type { Agreement, Clause } from './register.ts';
import type { Routine } from './routine.ts';
import type { BreachKind } from './vocabulary.ts';

/** What was not followed (G1, N1): a clause of an agreement of the register, or only of what kind it was and in words. */
export interface Breach {
  readonly kind: BreachKind;
  readonly agreementId?: string | undefined;
  readonly agreementVersion?: number | undefined;
  readonly clauseId?: string | undefined;
  readonly text: string;
}
/** What a breach is judged by: which agreements bound the counterpart on the day it happened. */
export interface BreachPlace {
  /** null: the public. */
  readonly counterpartId: string | null;
  readonly happenedAt: Instant;
}

/** Agreements that bind a counterpart on a day. */
const agreementsInForce = (agreements: readonly Agreement[], { counterpartId, happenedAt }: BreachPlace): readonly Agreement[] => {
  const date = localDate(happenedAt);
  return agreements.filter(({ organisationIds, validFrom, validTo }) => validFrom <= date && (validTo === undefined || date <= validTo)
    && (organisationIds === undefined || (counterpartId !== null && organisationIds.includes(counterpartId))));
};

/** The version and clause that a breach names, whether or not they bind. */
export const namedClause = (breach: Breach, agreements: readonly Agreement[]): { readonly agreement: Agreement; readonly clause: Clause } | undefined => {
  const agreement = agreements.find(({ id, version }) => id === breach.agreementId && version === breach.agreementVersion);
  const clause = agreement?.clauses.find(({ id }) => id === breach.clauseId);
  return agreement && clause && { agreement, clause };
};

/** Faults of a breach; pointers are into it. */
export const breachFaults = (breach: Breach, agreements: readonly Agreement[], place: BreachPlace): readonly { readonly pointer: string; readonly code: InputFault }[] => {
  if (breach.agreementId === undefined && breach.agreementVersion === undefined && breach.clauseId === undefined) return [];
  const named = namedClause(breach, agreements);
  if (!named || named.agreement.kind !== breach.kind) return [{ pointer: '/clauseId', code: 'clause-unknown' }];
  return agreementsInForce(agreements, place).includes(named.agreement) ? [] : [{ pointer: '/agreementId', code: 'agreement-not-in-force' }];
};

/** G1: whether a clause must be named and is not. Where no agreement binds the counterpart there is none to name. */
export const isBreachMissing = (breach: Breach | undefined, agreements: readonly Agreement[], place: BreachPlace, routine: Pick<Routine, 'breach'>): boolean => {
  if (routine.breach !== 'agreement-and-clause') return false;
  const inForce = agreementsInForce(agreements, place);
  if (inForce.length === 0) return false;
  const named = breach && namedClause(breach, agreements);
  return named === undefined || !inForce.includes(named.agreement);
};

/** @throws InvalidInput */
export const demandBreach = (breach: Breach, place: BreachPlace, { register }: Pick<CommandContext, 'register'>): void => {
  const [first, ...others] = breachFaults(breach, register.agreements, place).map(({ pointer, code }) => ({ pointer: `/breach${pointer}`, code }));
  if (first) throw new InvalidInput(first, ...others);
};
export const breachEvent = ({ kind, agreementId, agreementVersion, clauseId }: Breach): EventDraft =>
  ({ type: 'breachSet', detail: { kind, agreementId: agreementId ?? null, agreementVersion: agreementVersion ?? null, clauseId: clauseId ?? null } });
