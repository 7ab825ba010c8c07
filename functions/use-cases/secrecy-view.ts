import type { CaseView } from '../contracts/case.ts';
import type { CaseInsight, StaffMember } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { consentInForce } from '../domain/consent.ts';
import { unresolvedFindings } from '../domain/identifying.ts';
import { knownNames, leftInText } from '../domain/outgoing-text.ts';
import { otherPartyOf } from '../domain/parties.ts';
import { isHiddenOnPage } from '../domain/protected-identity.ts';
import type { Register } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { Names } from './names.ts';

type SecrecyView = Pick<CaseView, 'protectedIdentity' | 'hidden' | 'consentGate' | 'consentRecipients' | 'consents'>;

/** Organisations that what leaves this case goes to, or may after a hand-over; null: whoever filed. */
const recipientsOf = (concerned: Case, register: Register): readonly (string | null)[] => {
  const asked = concerned.direction === 'outgoing' ? [concerned.externalUnitId, concerned.request?.unitId, ...concerned.asks.map(({ toUnitId }) => toUnitId)] : [];
  const organisations = asked.flatMap((unitId) => register.units.find(({ id }) => id === unitId)?.organisationId ?? []);
  return [...new Set([otherPartyOf(concerned), ...organisations])];
};

/** Consents and the protected identity, as far as this user has a need to know. */
export const secrecyViewOf = (concerned: Case, { insight, member, routine, register, names }: {
  readonly insight: CaseInsight; readonly member: StaffMember; readonly routine: Routine; readonly register: Register; readonly names: Names;
}): SecrecyView => {
  const recipient = (id: string | null) => ({ id, name: id === null ? '' : names.organisation(id).name });
  const full = insight === 'full';
  return {
    protectedIdentity: concerned.protectedIdentity,
    hidden: isHiddenOnPage(member, concerned, insight, routine),
    consentGate: routine.consent === 'gate',
    consentRecipients: full ? recipientsOf(concerned, register).map(recipient) : [],
    consents: full ? concerned.consents.map((consent) => ({
      id: consent.id, status: consent.status, scope: [...consent.scope], recipient: recipient(consent.recipientId), byTitle: consent.byTitle, at: consent.at,
      recordedAt: consent.recordedAt, withdrawnAt: consent.withdrawnAt ?? null, inForce: consentInForce(concerned, consent.recipientId)?.id === consent.id,
    })) : [],
  };
};

/** The text that leaves, with what may tell whom it is about and nobody has said is harmless. */
export const textOf = ({ outgoingText }: Pick<Case, 'outgoingText'>, register: Register): CaseView['outgoingText'] => outgoingText && {
  text: outgoingText.text, confirmed: outgoingText.confirmedAt !== undefined, editedAt: outgoingText.editedAt, form: outgoingText.form ?? null,
  left: leftInText(outgoingText, register).length, findings: [...unresolvedFindings(outgoingText.text, outgoingText.resolved, knownNames(register))], resolved: [...outgoingText.resolved],
};
