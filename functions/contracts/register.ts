import * as z from 'zod/mini';
import { breachKinds, categories, groupKinds, groupStandings, harms, investigationParts, languages, legalBases, mailKinds, onCallFields, partyTypes, replyParts, responsibleRoles, roles, settingNames, targetGroups } from '../domain/vocabulary.ts';
import { agreementChoice } from './breach.ts';
import { textLimit } from './limits.ts';
import { date, freeText, identifier } from './primitives.ts';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const mailbox = z.email().check(z.maxLength(254));
const areaIds = z.array(identifier).check(z.maxLength(100));
export const organisation = z.strictObject({ id: identifier, name, type: z.enum(partyTypes), own: z.boolean(), areas: z.optional(areaIds), active: z.optional(z.boolean()) });
export const unit = z.strictObject({
  id: identifier, organisationId: identifier, name, language: z.enum(languages),
  mailbox: z.optional(mailbox), managerMailbox: z.optional(mailbox), phone: z.optional(z.string().check(z.maxLength(40))),
  areas: z.optional(areaIds), part: z.optional(identifier), postalAddress: z.optional(z.string().check(z.maxLength(200))), active: z.optional(z.boolean()),
});
export const user = z.strictObject({ id: identifier, name, title: name, mail: mailbox, language: z.enum(languages), unitId: identifier, active: z.optional(z.boolean()) });
export const roleAssignment = z.strictObject({
  role: z.enum(roles), userId: identifier, unitId: identifier, from: date, to: z.optional(date),
  substituteUserId: z.optional(identifier), substituteFrom: z.optional(date), substituteTo: z.optional(date),
  principalRoles: z.optional(z.array(z.enum(roles))),
});
const active = z.optional(z.boolean());
export const area = z.strictObject({ id: identifier, name, active });
const localised = (most: number) => z.strictObject({ sv: freeText(most), en: freeText(most) });
/** As the agreement itself numbers it: 3.2. */
const clauseId = z.string().check(z.regex(/^[\p{L}\d][\p{L}\d._ §-]{0,29}$/u));
export const clause = z.strictObject({ id: clauseId, text: localised(textLimit.medium) });
export const agreement = z.strictObject({
  id: identifier, version: z.int().check(z.gte(1), z.lte(9999)), kind: z.enum(breachKinds), title: localised(textLimit.short),
  organisationIds: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(500))), validFrom: date, validTo: z.optional(date),
  clauses: z.array(clause).check(z.minLength(1), z.maxLength(200)),
});
export const onCallSupplier = z.strictObject({
  id: identifier, organisationId: identifier, coversUnitIds: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(1000))), from: date, to: z.optional(date),
});
const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
export const onCallTime = z.strictObject({
  id: identifier, weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)), from: timeOfDay, to: timeOfDay, holidays: z.boolean(), active,
});
const member = z.strictObject({ userId: identifier, from: date, to: z.optional(date) });
export const group = z.strictObject({
  id: identifier, name, kind: z.enum(groupKinds), convenerUserId: identifier,
  targetGroups: z.optional(z.array(z.enum(targetGroups)).check(z.minLength(1), z.maxLength(targetGroups.length))), areaIds: z.optional(areaIds),
  members: z.array(member).check(z.maxLength(200)), guests: z.array(z.strictObject({ userId: identifier, from: date, to: date })).check(z.maxLength(200)), active,
});
export const mailText = z.strictObject({ kind: z.enum(mailKinds), language: z.enum(languages), intro: freeText(textLimit.medium), active });
export const setting = z.strictObject({ name: z.enum(settingNames), value: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) });

/** A row with the name of its register. */
export const registerEntry = z.discriminatedUnion('register', [
  z.strictObject({ register: z.literal('organisations'), value: organisation }),
  z.strictObject({ register: z.literal('units'), value: unit }),
  z.strictObject({ register: z.literal('users'), value: user }),
  z.strictObject({ register: z.literal('roles'), value: roleAssignment }),
  z.strictObject({ register: z.literal('areas'), value: area }),
  z.strictObject({ register: z.literal('agreements'), value: agreement }),
  z.strictObject({ register: z.literal('suppliers'), value: onCallSupplier }),
  z.strictObject({ register: z.literal('onCallTimes'), value: onCallTime }),
  z.strictObject({ register: z.literal('groups'), value: group }),
  z.strictObject({ register: z.literal('mailTexts'), value: mailText }),
  z.strictObject({ register: z.literal('settings'), value: setting }),
]);

/** The organisation document that `bootstrap-organisation` takes. */
export const organisationDocument = z.strictObject({
  version: z.literal(1),
  organisations: z.array(organisation).check(z.minLength(1), z.maxLength(500)),
  units: z.array(unit).check(z.minLength(1), z.maxLength(5000)),
  users: z.array(user).check(z.minLength(1), z.maxLength(5000)),
  roles: z.array(roleAssignment).check(z.minLength(1), z.maxLength(10000)),
  areas: z._default(z.array(area).check(z.maxLength(100)), []),
  agreements: z._default(z.array(agreement).check(z.maxLength(1000)), []),
  onCall: z._default(z.strictObject({ suppliers: z.array(onCallSupplier).check(z.maxLength(200)), calendar: z.array(onCallTime).check(z.maxLength(50)) }), { suppliers: [], calendar: [] }),
  groups: z._default(z.array(group).check(z.maxLength(200)), []),
  mailTexts: z._default(z.array(mailText).check(z.maxLength(200)), []),
  /** Call-back number shown to external units. */
  callBackPhone: z.string().check(z.maxLength(40)),
});

/** What the pages need of registers and routine: no mailboxes, no other people's roles. */
export const registersView = z.object({
  organisations: z.array(z.object({ id: identifier, name, type: z.enum(partyTypes), own: z.boolean(), areas: z.optional(areaIds), closed: z.optional(z.boolean()) })),
  /** `closed`: no longer chosen for anything new. `areas` and `eligibility`: N3. */
  units: z.array(z.object({ id: identifier, organisationId: identifier, name, hasMailbox: z.boolean(), areas: z.optional(areaIds), closed: z.optional(z.boolean()) })),
  agreements: z.array(agreementChoice),
  /** Handlers who can be assigned. */
  staff: z.array(z.object({ id: identifier, name, title: name, unitId: identifier, closed: z.optional(z.boolean()) })),
  routine: z.object({
    id: z.string(), version: z.number(), documentId: z.string(), validFrom: date, title: z.record(z.enum(languages), z.string()),
    categories: z.array(z.enum(categories)), harms: z.array(z.enum(harms)), legalBases: z.array(z.enum(legalBases)),
    requiredParts: z.array(z.enum(replyParts)), replyDays: z.number(), acknowledgeWorkingDays: z.number(), moreTimeAtMostDays: z.number(),
    mayReport: z.array(z.enum(roles)),
    /** Roles that a case can come to. */
    responsible: z.array(z.enum(responsibleRoles)), consent: z.enum(['gate', 'none']), breach: z.enum(['optional', 'agreement-and-clause']), targetGroup: z.enum(['asked', 'not-asked']),
    eligibility: z.nullable(z.array(z.object({ areas: z.optional(z.array(z.string())), partyTypes: z.array(z.enum(partyTypes)) }))),
    /** null: the routine does not tell on call apart. */
    onCall: z.nullable(z.object({ requiredFields: z.array(z.enum(onCallFields)) })),
    withoutNeed: z.enum(['refused', 'with-reason']),
    deepAnalyses: z.boolean(),
    downtime: z.object({ paperFormVersion: z.number(), enteredBy: z.array(z.enum(roles)) }),
    /** What the forms of an incoming deviation need. */
    incoming: z.object({
      categories: z.array(z.enum(categories)), mayRegister: z.array(z.enum(roles)), requiredParts: z.array(z.enum(investigationParts)),
      rejectionReasons: z.array(z.object({ code: z.string(), text: z.record(z.enum(languages), z.string()) })),
    }),
  }),
});
export type RegistersView = z.infer<typeof registersView>;
export const profile = z.object({
  id: identifier, name, title: name, language: z.enum(languages), unitId: identifier, unitName: name, organisationName: name,
  /** `coveredUnitIds`: of a role that is bound to units, those whose cases it handles. */
  roles: z.array(z.object({ role: z.enum(roles), unitId: identifier, substituteFor: z.nullable(name), principalRoles: z.array(z.enum(roles)), coveredUnitIds: z.array(identifier) })),
  /** Groups above single cases that the user stands in today. */
  groups: z.array(z.object({ id: identifier, name, kind: z.enum(groupKinds), as: z.enum(groupStandings) })),
  /** What the routine in force lets this user do. */
  mayReport: z.boolean(), mayRegister: z.boolean(), mayReadRoutine: z.boolean(),
});
export type Profile = z.infer<typeof profile>;
export const setLanguage = z.strictObject({ language: z.enum(languages) });
/** What a page must know before sign-in; the phone is there for whoever holds a link that does not work. */
export const siteConfiguration = z.object({ issuer: z.string(), clientId: z.string(), organisationName: z.string(), callBackPhone: z.nullable(z.string()), now: z.string() });
export type SiteConfiguration = z.infer<typeof siteConfiguration>;
