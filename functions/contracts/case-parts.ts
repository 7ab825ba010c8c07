import * as z from 'zod/mini';
import { caseEventTypes, textForms } from '../domain/case.ts';
import { consentScopes, consentStatuses } from '../domain/consent.ts';
import { identifyingKinds } from '../domain/identifying.ts';
import { roles } from '../domain/vocabulary.ts';
import { instant } from './primitives.ts';

/** What a person can do with a case, outgoing or incoming; the names are operation ids. */
export const caseActions = [
  'read-case', 'read-patient-reference', 'assign-case', 'set-external-unit', 'set-breach', 'classify-case', 'edit-outgoing-text', 'confirm-outgoing-text',
  'request-information', 'provide-information', 'send-case', 'renew-link', 'record-identity-call', 'add-note', 'note-in-record', 'complete-on-call', 'set-not-ours', 'record-dispatch', 'register-reply', 'return-reply',
  'decide-ask', 'share-reply', 'close-case', 'reopen-case', 'withdraw-case', 'restart-lifecycle',
  'accept-deviation', 'set-concerned-units', 'add-investigators', 'save-investigation', 'add-action', 'change-action', 'complete-action',
  'report-investigation-done', 'return-investigation', 'send-incoming-reply', 'reject-case', 'redirect-case',
  'record-pharmacy-notification', 'record-effect-review', 'record-harm-decision', 'record-patient-information', 'assess-harm', 'review-harm', 'record-staff-support', 'record-feedback', 'open-dispute', 'change-dispute', 'draft-event-description',
  'raise-case', 'record-agreement', 'edit-folder', 'forward-case', 'return-case',
  'record-consent', 'withdraw-consent', 'set-patient-reference', 'move-to-patient-reference',
] as const;
export const caseAction = z.enum(caseActions);
export type CaseAction = z.infer<typeof caseAction>;

export const person = z.object({ id: z.string(), name: z.string(), title: z.string() });
export const unitView = z.object({ id: z.string(), name: z.string(), organisationId: z.string(), organisationName: z.string() });

/** The text that leaves. `findings`: what may tell whom it is about and nobody has said is harmless; `left`: how many of them block it in its form. */
export const outgoingTextView = z.object({
  text: z.string(), confirmed: z.boolean(), editedAt: instant, form: z.nullable(z.enum(textForms)), left: z.number(),
  findings: z.array(z.object({ start: z.number(), end: z.number(), kind: z.enum(identifyingKinds), mark: z.string() })),
  /** Marks of what a person has said identifies nobody. */
  resolved: z.array(z.string()),
});
/** Consent and protected identity (R4, L7, L8), of cases of both directions. */
export const secrecyView = {
  protectedIdentity: z.boolean(),
  /** Texts are left out, since the identity is protected and this user neither handles nor leads. */
  hidden: z.boolean(),
  /** The routine asks for consent before anything identified leaves; else every text passes the whole check. */
  consentGate: z.boolean(),
  /** Whom the case would go to: the recipient of a consent; null: whoever filed. */
  consentRecipients: z.array(z.object({ id: z.nullable(z.string()), name: z.string() })),
  consents: z.array(z.object({
    id: z.string(), status: z.enum(consentStatuses), scope: z.array(z.enum(consentScopes)), recipient: z.object({ id: z.nullable(z.string()), name: z.string() }),
    byTitle: z.string(), at: instant, recordedAt: instant, withdrawnAt: z.nullable(instant), inForce: z.boolean(),
  })),
};

export const timelineEvent = z.object({
  id: z.string(),
  at: instant,
  type: z.enum(caseEventTypes),
  /** A person, the external unit or whoever filed, or the clock. */
  actor: z.object({ kind: z.enum(['person', 'external', 'clock']), name: z.string() }),
  principal: z.nullable(z.enum(roles)),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;
