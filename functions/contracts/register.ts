import * as z from 'zod/mini';
import { categories, harms, investigationParts, languages, legalBases, onCallFields, partyTypes, replyParts, roles } from '../domain/vocabulary.ts';
import { date, identifier } from './primitives.ts';

const name = z.string().check(z.minLength(1), z.maxLength(120));
const mailbox = z.email().check(z.maxLength(254));
export const organisation = z.strictObject({ id: identifier, name, type: z.enum(partyTypes), own: z.boolean() });
export const unit = z.strictObject({
  id: identifier, organisationId: identifier, name, language: z.enum(languages),
  mailbox: z.optional(mailbox), managerMailbox: z.optional(mailbox), phone: z.optional(z.string().check(z.maxLength(40))),
  part: z.optional(identifier),
});
export const user = z.strictObject({ id: identifier, name, title: name, mail: mailbox, language: z.enum(languages), unitId: identifier });
export const roleAssignment = z.strictObject({
  role: z.enum(roles), userId: identifier, unitId: identifier, from: date, to: z.optional(date),
  substituteUserId: z.optional(identifier), substituteFrom: z.optional(date), substituteTo: z.optional(date),
  principalRoles: z.optional(z.array(z.enum(roles))),
});
/** The organisation document that `bootstrap-organisation` takes. */
export const organisationDocument = z.strictObject({
  version: z.literal(1),
  organisations: z.array(organisation).check(z.minLength(1), z.maxLength(500)),
  units: z.array(unit).check(z.minLength(1), z.maxLength(5000)),
  users: z.array(user).check(z.minLength(1), z.maxLength(5000)),
  roles: z.array(roleAssignment).check(z.minLength(1), z.maxLength(10000)),
  /** Call-back number shown to external units. */
  callBackPhone: z.string().check(z.maxLength(40)),
});

/** What the pages need of registers and routine: no mailboxes, no other people's roles. */
export const registersView = z.object({
  organisations: z.array(organisation),
  units: z.array(z.object({ id: identifier, organisationId: identifier, name, hasMailbox: z.boolean() })),
  /** Handlers who can be assigned. */
  staff: z.array(z.object({ id: identifier, name, title: name, unitId: identifier })),
  routine: z.object({
    id: z.string(), version: z.number(), documentId: z.string(), validFrom: date, title: z.record(z.enum(languages), z.string()),
    categories: z.array(z.enum(categories)), harms: z.array(z.enum(harms)), legalBases: z.array(z.enum(legalBases)),
    requiredParts: z.array(z.enum(replyParts)), replyDays: z.number(), acknowledgeWorkingDays: z.number(), moreTimeAtMostDays: z.number(),
    mayReport: z.array(z.enum(roles)), consent: z.enum(['gate', 'none']), breach: z.enum(['optional', 'agreement-and-clause']),
    /** null: the routine does not tell on call apart. */
    onCall: z.nullable(z.object({ requiredFields: z.array(z.enum(onCallFields)) })),
    withoutNeed: z.enum(['refused', 'with-reason']),
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
  roles: z.array(z.object({ role: z.enum(roles), unitId: identifier, substituteFor: z.nullable(name), principalRoles: z.array(z.enum(roles)) })),
});
export type Profile = z.infer<typeof profile>;
export const setLanguage = z.strictObject({ language: z.enum(languages) });
/** What a page must know before sign-in; the phone is there for whoever holds a link that does not work. */
export const siteConfiguration = z.object({ issuer: z.string(), clientId: z.string(), organisationName: z.string(), callBackPhone: z.nullable(z.string()), now: z.string() });
export type SiteConfiguration = z.infer<typeof siteConfiguration>;
