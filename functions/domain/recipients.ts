import { localDate } from './calendar.ts';
import type { Case, Instant } from './case.ts';
import type { MailDraft } from './command.ts';
import { toUser } from './command.ts';
import type { Register } from './register.ts';
import { holdersOf, presentFor, responsibleHolders } from './role-holders.ts';

export interface Surroundings {
  readonly now: Instant;
  readonly register: Register;
}
type Draft = Omit<MailDraft, 'to'>;
type Handled = Pick<Case, 'leadInvestigatorId' | 'responsible' | 'owningUnitId'>;
const toUsers = (userIds: readonly string[], draft: Draft, except?: string): readonly MailDraft[] =>
  [...new Set(userIds)].filter((userId) => userId !== except).map((userId) => ({ ...draft, to: toUser(userId) }));

/** Those who hold the responsible role: they register, assign, answer. */
export const responsibleOnes = (concerned: Pick<Case, 'responsible' | 'owningUnitId'>, { register, now }: Surroundings): readonly string[] =>
  responsibleHolders(register, concerned, localDate(now));
export const managersOf = (unitIds: readonly string[], { register, now }: Surroundings): readonly string[] =>
  [...new Set(unitIds.flatMap((unitId) => holdersOf(register, 'unitManager', localDate(now), unitId)))];
/** The lead, or its acting substitute; without a lead those responsible. */
const leadOnes = (concerned: Handled, around: Surroundings): readonly string[] => concerned.leadInvestigatorId === null
  ? responsibleOnes(concerned, around)
  : [presentFor(around.register, concerned.leadInvestigatorId, localDate(around.now))];

export const toResponsible = (concerned: Pick<Case, 'responsible' | 'owningUnitId'>, around: Surroundings, draft: Draft, except?: string) => toUsers(responsibleOnes(concerned, around), draft, except);
export const toLead = (concerned: Handled, around: Surroundings, draft: Draft, except?: string) => toUsers(leadOnes(concerned, around), draft, except);
export const toPeople = (userIds: readonly string[], { register, now }: Surroundings, draft: Draft, except?: string) =>
  toUsers(userIds.map((userId) => presentFor(register, userId, localDate(now))), draft, except);
