import type { IncomingRule, ResponsibilityRule, Routine } from '../routine.ts';
import type { ResponsibleRole, Role } from '../vocabulary.ts';
import { categories, legalBases, partyTypes, responsibleRoles } from '../vocabulary.ts';
import type { FaultDetail, RoutineFaultCode } from './fault-texts.ts';
import type { Finding } from './faults.ts';

/** A report as far as rules look at it. */
interface Kind {
  readonly partyType: string;
  readonly category: string;
  readonly legalBasis: string;
  /** Our unit has a manager: a rule for managers is about no other. */
  readonly managed: boolean;
}
type AnyRule = Pick<ResponsibilityRule, 'categories' | 'legalBases' | 'responsible'> & { readonly partyTypes?: readonly string[] | undefined };

const names = (list: readonly string[] | undefined, word: string): boolean => list === undefined || list.includes(word);
const isAbout = (rule: AnyRule, kind: Kind): boolean => names(rule.partyTypes, kind.partyType) && names(rule.categories, kind.category)
  && names(rule.legalBases, kind.legalBasis) && (rule.responsible !== 'unitManager' || kind.managed);
const kindsOf = (types: readonly string[]): readonly Kind[] => types.flatMap((partyType) => categories.flatMap((category) =>
  legalBases.flatMap((legalBasis) => [true, false].map((managed) => ({ partyType, category, legalBasis, managed })))));
const outgoingKinds = kindsOf(partyTypes);
const incomingKinds = kindsOf([...partyTypes, 'none']);

/** The first rule that is about a report decides: each must be the first for some, and each report must find one. */
const reachability = (at: string, rules: readonly AnyRule[], kinds: readonly Kind[]): readonly Finding[] => {
  const firsts = kinds.map((kind) => rules.findIndex((rule) => isAbout(rule, kind)));
  const used = new Set(firsts);
  return [
    ...rules.flatMap((_, index): Finding[] => (used.has(index) ? [] : [[`${at}/${index}`, 'rule-unreachable']])),
    ...(used.has(-1) ? [[at, 'report-without-rule'] as const] : []),
  ];
};
const foreignCategories = (at: string, listed: readonly string[], named: readonly string[] | undefined): readonly Finding[] =>
  (named ?? []).flatMap((category, index): Finding[] => (listed.includes(category) ? [] : [[`${at}/${index}`, 'category-not-in-list']]));
const ofRules = (at: string, listed: readonly string[], rules: readonly AnyRule[]): readonly Finding[] =>
  rules.flatMap((rule, index) => foreignCategories(`${at}/${index}/categories`, listed, rule.categories));

const isResponsible = (role: Role): role is ResponsibleRole => responsibleRoles.some((each) => each === role);
/** Whoever is responsible by some rule must be able to do this; and a role that is never responsible can be listed in vain. */
const doable = (at: string, list: readonly Role[], responsible: readonly ResponsibleRole[], code: RoutineFaultCode): readonly Finding[] => [
  ...[...new Set(responsible)].filter((role) => !list.includes(role)).map((role): Finding => [at, code, { role }]),
  ...list.flatMap((role, index): Finding[] => (isResponsible(role) ? [] : [[`${at}/${index}`, 'role-without-effect', { role } satisfies FaultDetail]])),
];

const registrars = (rules: readonly IncomingRule[], mayRegister: readonly Role[]): readonly Finding[] => rules.flatMap((rule, index) =>
  (rule.registeredBy ?? []).flatMap((role, place): Finding[] => (mayRegister.includes(role) ? [] : [[`/incoming/responsibility/${index}/registeredBy/${place}`, 'registrar-may-not-register', { role }]])));

/** Rules that are never reached, reports that find none, and steps that nobody could take. */
export const ruleFaults = ({ outgoing, incoming }: Routine): readonly Finding[] => {
  const [outgoingRoles, incomingRoles] = [outgoing.responsibility, incoming.responsibility].map((rules) => rules.map(({ responsible }) => responsible));
  return [
    ...reachability('/outgoing/responsibility', outgoing.responsibility, outgoingKinds),
    ...reachability('/incoming/responsibility', incoming.responsibility, incomingKinds),
    ...ofRules('/outgoing/responsibility', outgoing.categories, outgoing.responsibility),
    ...ofRules('/incoming/responsibility', incoming.categories, incoming.responsibility),
    ...foreignCategories('/incoming/pharmacy/categories', incoming.categories, incoming.pharmacy?.categories),
    ...(outgoing.categories.includes('other') ? [] : [['/outgoing/categories', 'no-other-category'] as const]),
    ...(incoming.categories.includes('other') ? [] : [['/incoming/categories', 'no-other-category'] as const]),
    ...doable('/outgoing/maySend', outgoing.maySend, outgoingRoles ?? [], 'responsible-may-not-send'),
    ...doable('/outgoing/mayShare', outgoing.mayShare, outgoingRoles ?? [], 'responsible-may-not-share'),
    ...doable('/outgoing/mayClose', outgoing.mayClose, outgoingRoles ?? [], 'responsible-may-not-close'),
    ...doable('/outgoing/mayReopen', outgoing.mayReopen, outgoingRoles ?? [], 'responsible-may-not-reopen'),
    ...doable('/outgoing/mayDecide', outgoing.mayDecide, outgoingRoles ?? [], 'responsible-may-not-decide'),
    ...doable('/incoming/mayAssign', incoming.mayAssign, incomingRoles ?? [], 'responsible-may-not-assign'),
    ...doable('/incoming/maySend', incoming.maySend, incomingRoles ?? [], 'responsible-may-not-send'),
    ...doable('/incoming/mayReject', incoming.mayReject, incomingRoles ?? [], 'responsible-may-not-reject'),
    ...doable('/incoming/mayReopen', incoming.mayReopen, incomingRoles ?? [], 'responsible-may-not-reopen'),
    ...registrars(incoming.responsibility, incoming.mayRegister),
    ...(incoming.pharmacy === null && incoming.categories.includes('doseDispensing') ? [['/incoming/pharmacy', 'dose-without-pharmacy'] as const] : []),
    ...(incoming.pharmacy?.link === null ? [['/incoming/pharmacy/link', 'pharmacy-without-link'] as const] : []),
  ];
};
