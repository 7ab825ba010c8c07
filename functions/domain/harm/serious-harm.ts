import { localDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import type { EventDraft, MailDraft } from '../command.ts';
import { toUser } from '../command.ts';
import type { HarmBlock } from '../errors.ts';
import type { Surroundings } from '../recipients.ts';
import { responsibleHolders } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { Harm, LegalBasis, ResponsibleRole } from '../vocabulary.ts';

export type HarmLaw = 'lexMaria' | 'lexSarah';
/** What a case says of harm. */
export interface HarmFacts {
  readonly report: { readonly harm: Harm; readonly legalBasis: LegalBasis; readonly seriousRisk?: boolean | undefined };
}

/** L3: the law an event that caused or could have caused serious harm comes under; null: no such event. */
export const harmLawOf = ({ report: { harm, seriousRisk, legalBasis } }: HarmFacts): HarmLaw | null => {
  if (harm !== 'allvarligVardskada' && seriousRisk !== true) return null;
  return legalBasis === 'sol' || legalBasis === 'lss' ? 'lexSarah' : 'lexMaria';
};
/** The function that decides, told at once. */
export const harmRoleOf = (concerned: HarmFacts, routine: Routine): ResponsibleRole | null => {
  const law = harmLawOf(concerned);
  return law && routine.harm.seriousHarm[law];
};
/** R5, L4: a harmed patient is told, and so is whoever could have been seriously harmed. */
export const mustInformPatient = (concerned: HarmFacts): boolean => concerned.report.harm === 'vardskada' || harmLawOf(concerned) !== null;

/** What harm leaves to record before the case ends (L3, L4). */
export const harmBlocksOf = (concerned: Pick<Case, 'harmDecision' | 'patientInformation'> & HarmFacts): readonly HarmBlock[] => {
  const { harmDecision, patientInformation } = concerned;
  return [
    ...(harmLawOf(concerned) !== null && harmDecision === undefined ? ['harm-decision-missing' as const] : []),
    // L3: assessed by the responsible care provider, by its reference: then the patient is that one's to tell as well.
    ...(mustInformPatient(concerned) && patientInformation === undefined && harmDecision?.decision !== 'assessedByCareProvider' ? ['patient-information-missing' as const] : []),
  ];
};

/** What a case that turns out serious leaves behind: an event, and a mail to those who decide. */
export const tellOfSeriousHarm = (concerned: HarmFacts & Pick<Case, 'owningUnitId'>, routine: Routine, { register, now }: Surroundings, actor: string): { readonly events: readonly EventDraft[]; readonly mails: readonly MailDraft[] } => {
  const role = harmRoleOf(concerned, routine);
  if (role === null) return { events: [], mails: [] };
  const told = responsibleHolders(register, { responsible: role, owningUnitId: concerned.owningUnitId }, localDate(now));
  return {
    events: [{ type: 'seriousHarmTold', detail: { role, law: harmLawOf(concerned) } }],
    mails: told.filter((userId) => userId !== actor).map((userId) => ({ mail: 'seriousHarm', to: toUser(userId), occasion: 'seriousHarm' })),
  };
};
