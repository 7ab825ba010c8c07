import * as z from 'zod/mini';
import { caseEventTypes } from '../domain/case.ts';
import { roles } from '../domain/vocabulary.ts';
import { instant } from './primitives.ts';

/** What a person can do with a case, outgoing or incoming; the names are operation ids. */
export const caseActions = [
  'read-case', 'read-patient-reference', 'assign-case', 'set-external-unit', 'edit-outgoing-text', 'confirm-outgoing-text',
  'request-information', 'provide-information', 'send-case', 'renew-link', 'record-identity-call', 'add-note', 'note-in-record', 'complete-on-call', 'set-not-ours', 'record-dispatch', 'register-reply', 'return-reply',
  'decide-ask', 'share-reply', 'close-case', 'reopen-case', 'withdraw-case', 'restart-lifecycle',
  'accept-deviation', 'set-concerned-units', 'add-investigators', 'save-investigation', 'add-action', 'change-action', 'complete-action',
  'report-investigation-done', 'return-investigation', 'send-incoming-reply', 'reject-case', 'redirect-case',
  'record-pharmacy-notification', 'record-effect-review', 'record-harm-decision', 'record-patient-information',
] as const;
export const caseAction = z.enum(caseActions);
export type CaseAction = z.infer<typeof caseAction>;

export const person = z.object({ id: z.string(), name: z.string(), title: z.string() });
export const unitView = z.object({ id: z.string(), name: z.string(), organisationId: z.string(), organisationName: z.string() });

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
