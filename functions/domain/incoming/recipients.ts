import { localDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import type { MailDraft } from '../command.ts';
import { toFiler, toUser } from '../command.ts';
import type { IncomingCase } from '../incoming-case.ts';
import type { Register } from '../register.ts';
import { holdersOf, presentFor, responsibleHolders } from '../role-holders.ts';

export interface Surroundings {
  readonly now: Instant;
  readonly register: Register;
}
type Draft = Omit<MailDraft, 'to'>;
const toUsers = (userIds: readonly string[], draft: Draft, except?: string): readonly MailDraft[] =>
  [...new Set(userIds)].filter((userId) => userId !== except).map((userId) => ({ ...draft, to: toUser(userId) }));

/** Those who hold the responsible role: they register, assign, answer. */
export const responsibleOnes = (concerned: Pick<IncomingCase, 'responsible' | 'owningUnitId'>, { register, now }: Surroundings): readonly string[] =>
  responsibleHolders(register, concerned, localDate(now));
export const managersOf = (unitIds: readonly string[], { register, now }: Surroundings): readonly string[] =>
  [...new Set(unitIds.flatMap((unitId) => holdersOf(register, 'unitManager', localDate(now), unitId)))];
/** The lead, or its acting substitute; without a lead those responsible. */
export const leadOnes = (concerned: IncomingCase, around: Surroundings): readonly string[] => concerned.leadInvestigatorId === null
  ? responsibleOnes(concerned, around)
  : [presentFor(around.register, concerned.leadInvestigatorId, localDate(around.now))];

export const toResponsible = (concerned: IncomingCase, around: Surroundings, draft: Draft, except?: string) => toUsers(responsibleOnes(concerned, around), draft, except);
export const toLead = (concerned: IncomingCase, around: Surroundings, draft: Draft, except?: string) => toUsers(leadOnes(concerned, around), draft, except);
export const toPeople = (userIds: readonly string[], { register, now }: Surroundings, draft: Draft, except?: string) =>
  toUsers(userIds.map((userId) => presentFor(register, userId, localDate(now))), draft, except);

/** Where whoever filed is reached: a party's unit at its registered function mailbox, others where they said; null: by post only. */
export const filerMailbox = (concerned: Pick<IncomingCase, 'report' | 'source'>, register: Register): string | null =>
  register.units.find(({ id }) => id === concerned.report.partyUnitId)?.mailbox ?? concerned.source.filer.mailbox;
/** With the status link; to nobody where there is no mailbox. */
export const toWhoeverFiled = (concerned: IncomingCase, { register }: Surroundings, draft: Draft): readonly MailDraft[] =>
  filerMailbox(concerned, register) === null ? [] : [{ ...draft, to: toFiler, linkEpoch: concerned.filerLinkEpoch }];
