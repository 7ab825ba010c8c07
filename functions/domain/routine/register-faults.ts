import type { LocalDate } from '../calendar.ts';
import { isInUse } from '../in-use.ts';
import type { Register } from '../register.ts';
import { holdersOf } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { GroupKind, PartyType, Role } from '../vocabulary.ts';
import type { Finding } from './faults.ts';

/** Who there is to do what the routine says, on the day it begins to stand: a mail to a role that nobody holds reaches nobody. */
export const registerFaults = (routine: Routine, register: Register, date: LocalDate): readonly Finding[] => {
  const isHeld = (role: Role): boolean => holdersOf(register, role, date).length > 0;
  const held = (at: string, role: Role): readonly Finding[] => (isHeld(role) ? [] : [[at, 'role-unheld', { role }]]);
  const anyHeld = (at: string, list: readonly Role[]): readonly Finding[] => (list.some(isHeld) ? [] : [[at, 'list-unheld']]);
  const { outgoing, incoming, harm, review, downtime, meetings } = routine;
  return [
    ...outgoing.responsibility.flatMap(({ responsible }, index) => held(`/outgoing/responsibility/${index}/responsible`, responsible)),
    ...incoming.responsibility.flatMap(({ responsible, registeredBy }, index) => [
      ...held(`/incoming/responsibility/${index}/responsible`, responsible),
      ...(registeredBy ? anyHeld(`/incoming/responsibility/${index}/registeredBy`, registeredBy) : []),
    ]),
    ...([['mayReport', outgoing.mayReport], ['maySend', outgoing.maySend], ['mayShare', outgoing.mayShare], ['mayClose', outgoing.mayClose]] as const)
      .flatMap(([name, list]) => anyHeld(`/outgoing/${name}`, list)),
    ...([['mayRegister', incoming.mayRegister], ['mayAssign', incoming.mayAssign], ['maySend', incoming.maySend]] as const)
      .flatMap(([name, list]) => anyHeld(`/incoming/${name}`, list)),
    ...(outgoing.replyTo.includes('mas') ? held('/outgoing/replyTo', 'mas') : []),
    ...held('/harm/seriousHarm/lexMaria', harm.seriousHarm.lexMaria),
    ...held('/harm/seriousHarm/lexSarah', harm.seriousHarm.lexSarah),
    ...held('/review/role', review.role),
    ...anyHeld('/downtime/enteredBy', downtime.enteredBy),
    ...(meetings.deepAnalysis === null ? [] : anyHeld('/meetings/deepAnalysis/decidedBy', meetings.deepAnalysis.decidedBy)),
    ...groups(routine, register),
    ...reports(routine, register, date),
    ...managers(routine, register, date),
    ...coordinators(routine, register, date),
    ...parties(routine, register),
    ...agreements(routine, register, date),
  ];
};

/** R6: a case can be forwarded only to a level that has its groups. */
const groups = ({ escalation }: Routine, register: Register): readonly Finding[] => (escalation?.levels ?? []).flatMap(({ groups: kinds = [] }, index): readonly Finding[] =>
  (kinds.every((kind) => register.groups.some((group) => group.kind === kind && isInUse(group))) ? [] : [[`/escalation/levels/${index}/groups`, 'level-without-group']]));

/** G3, G4: a report is written by somebody, and what leaves has somewhere to go. */
const reports = ({ reports: rules }: Routine, register: Register, date: LocalDate): readonly Finding[] => rules.flatMap(({ editedBy, receiver: { unitId, groupKind }, exceptions, systemFaultsTo }, index): readonly Finding[] => {
  const at = `/reports/${index}`;
  const has = (kind: GroupKind): boolean => register.groups.some((group) => group.kind === kind && isInUse(group));
  const mailbox = register.units.find((unit) => unit.id === unitId && isInUse(unit))?.mailbox;
  return [
    ...(editedBy.some((role) => holdersOf(register, role, date).length > 0) ? [] : [[`${at}/editedBy`, 'list-unheld'] as const]),
    ...(unitId !== undefined && !mailbox ? [[`${at}/receiver`, 'receiver-unreachable'] as const] : []),
    ...(groupKind !== undefined && !has(groupKind) ? [[`${at}/receiver`, 'group-kind-missing'] as const] : []),
    ...(systemFaultsTo !== null && !has(systemFaultsTo) ? [[`${at}/systemFaultsTo`, 'group-kind-missing'] as const] : []),
    ...exceptions.flatMap(({ groupId }, place): readonly Finding[] => (register.groups.some((group) => group.id === groupId && isInUse(group)) ? [] : [[`${at}/exceptions/${place}/groupId`, 'exception-group-missing']])),
  ];
});

/** A manager handles the cases of the units it manages. */
const managers = ({ outgoing, incoming }: Routine, register: Register, date: LocalDate): readonly Finding[] => {
  const own = register.units.filter((unit) => isInUse(unit) && register.organisations.some((organisation) => organisation.own && isInUse(organisation) && organisation.id === unit.organisationId));
  const count = own.filter(({ id }) => holdersOf(register, 'unitManager', date, id).length === 0).length;
  if (count === 0) return [];
  return ([['/outgoing/responsibility', outgoing.responsibility], ['/incoming/responsibility', incoming.responsibility]] as const).flatMap(([at, rules]) =>
    rules.flatMap(({ responsible }, index): Finding[] => (responsible === 'unitManager' ? [[`${at}/${index}/responsible`, 'unit-without-manager', { count }]] : [])));
};

/** A case coordinator handles the cases of its part of the organisation (R3). */
const coordinators = ({ outgoing, incoming }: Routine, register: Register, date: LocalDate): readonly Finding[] => {
  const partOf = (unitId: string): string | undefined => register.units.find(({ id }) => id === unitId)?.part;
  const parts = [...new Set(register.units.filter(isInUse).flatMap(({ part }) => part ?? []))];
  const covered = new Set(register.roles.filter(({ role, from, to }) => role === 'caseCoordinator' && from <= date && (to === undefined || date <= to)).map(({ unitId }) => partOf(unitId)));
  // Whose own unit belongs to no part works for the whole.
  const count = covered.has(undefined) ? 0 : parts.filter((part) => !covered.has(part)).length;
  if (count === 0) return [];
  return ([['/outgoing/responsibility', outgoing.responsibility], ['/incoming/responsibility', incoming.responsibility]] as const).flatMap(([at, rules]) =>
    rules.flatMap(({ responsible }, index): Finding[] => (responsible === 'caseCoordinator' ? [[`${at}/${index}/responsible`, 'part-without-coordinator', { count }]] : [])));
};

/** What the routine asks for must be in the register to be chosen. */
const agreements = ({ breach, onCall, eligibility }: Routine, register: Register, date: LocalDate): readonly Finding[] => {
  const areas = new Set(register.areas.filter(isInUse).map(({ id }) => id));
  const stands = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): boolean => from <= date && (to === undefined || date <= to);
  return [
    ...(breach === 'agreement-and-clause' && !register.agreements.some(({ validFrom, validTo }) => stands({ from: validFrom, to: validTo })) ? [['/breach', 'agreement-missing'] as const] : []),
    ...(onCall !== null && !register.onCall.suppliers.some(stands) ? [['/onCall', 'supplier-missing'] as const] : []),
    ...(eligibility ?? []).flatMap((rule, index) => (rule.areas ?? []).flatMap((area, place): Finding[] => (areas.has(area) ? [] : [[`/eligibility/${index}/areas/${place}`, 'area-unknown']]))),
  ];
};

const parties = ({ outgoing, incoming, eligibility }: Routine, register: Register): readonly Finding[] => {
  const others = register.organisations.filter((one) => !one.own && isInUse(one));
  const eligibleTypes: ReadonlySet<PartyType> | null = eligibility && new Set(eligibility.flatMap(({ partyTypes }) => partyTypes));
  const rules = [...outgoing.responsibility.map((rule, index) => [`/outgoing/responsibility/${index}`, rule] as const), ...incoming.responsibility.map((rule, index) => [`/incoming/responsibility/${index}`, rule] as const)];
  return [
    ...(eligibility ?? []).flatMap(({ partyTypes }, index): Finding[] => (others.some(({ type }) => partyTypes.includes(type)) ? [] : [[`/eligibility/${index}`, 'nobody-eligible']])),
    ...(eligibleTypes === null ? [] : rules.flatMap(([at, { partyTypes }]): Finding[] =>
      (partyTypes?.some((type) => type !== 'none' && !eligibleTypes.has(type)) ? [[`${at}/partyTypes`, 'party-type-not-eligible']] : []))),
    ...(incoming.pharmacy !== null && !others.some(({ type }) => type === 'pharmacy') ? [['/incoming/pharmacy', 'pharmacy-missing'] as const] : []),
  ];
};
