import type { CaseBase, Instant, OutgoingCase } from './case.ts';

export const consentStatuses = ['given', 'refused', 'notAsked'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];
/** What may be told: who it is, what happened, what concerns health (diagnosis, record). */
export const consentScopes = ['identity', 'events', 'healthData'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** Consent that lifts secrecy towards one recipient, or why there is none (L7, R4). */
export interface Consent {
  /** `consent-{n}`. */
  readonly id: string;
  readonly status: ConsentStatus;
  /** Empty unless it was given. */
  readonly scope: readonly ConsentScope[];
  /** An organisation of the register; null: whoever filed, where that is none of them. */
  readonly recipientId: string | null;
  /** Who asked, by title, never by name. */
  readonly byTitle: string;
  /** When it was given, refused or found not possible to ask for. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly withdrawnAt?: Instant | undefined;
}

/** The last word on a recipient counts. */
export const consentInForce = ({ consents }: Pick<CaseBase, 'consents'>, recipientId: string | null): Consent | undefined => {
  const last = consents.findLast((consent) => consent.recipientId === recipientId);
  return last?.status === 'given' && last.withdrawnAt === undefined ? last : undefined;
};
/** R4: what tells who it is about was sent, consent was withdrawn before anybody opened it, and so nobody is to open it any more. */
export const isStoppedByWithdrawal = ({ request, consents, counterpartId }: Pick<OutgoingCase, 'request' | 'consents' | 'counterpartId'>): boolean => {
  if (request?.form !== 'identified' || request.acknowledgedAt !== undefined) return false;
  const last = consents.findLast((consent) => consent.recipientId === counterpartId);
  return last !== undefined && consentInForce({ consents }, counterpartId) === undefined;
};
/** Whether this may be told to this recipient. */
export const hasConsent = (concerned: Pick<CaseBase, 'consents'>, recipientId: string | null, needed: readonly ConsentScope[]): boolean => {
  const consent = consentInForce(concerned, recipientId);
  return consent !== undefined && needed.every((scope) => consent.scope.includes(scope));
};
