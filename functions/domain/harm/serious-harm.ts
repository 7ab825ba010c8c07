import type { CaseParts, HarmAssessment } from '../case-parts.ts';
import type { HarmBlock } from '../errors.ts';
import type { Routine } from '../routine.ts';
import type { Harm, LegalBasis, ResponsibleRole } from '../vocabulary.ts';

export type HarmLaw = 'lexMaria' | 'lexSarah';
/** What whoever filed said of harm, where it was registered otherwise. */
export interface FiledHarm {
  readonly harm: Harm;
  readonly seriousRisk: boolean;
}
/** What a case says of harm. */
export interface HarmFacts {
  readonly report: { readonly harm: Harm; readonly legalBasis: LegalBasis; readonly seriousRisk?: boolean | undefined; readonly filedAs?: FiledHarm | undefined };
  readonly harmAssessment?: HarmAssessment | undefined;
}

/** Reported or assessed. What was reported as serious is decided on, whatever it is registered or assessed as later. */
const isSerious = ({ report, harmAssessment }: HarmFacts): boolean =>
  [report, report.filedAs, harmAssessment].some((said) => said?.harm === 'allvarligVardskada' || said?.seriousRisk === true) || harmAssessment?.consequence === 4;
/** L3: the law an event that caused or could have caused serious harm comes under; null: no such event. */
export const harmLawOf = (facts: HarmFacts): HarmLaw | null => {
  if (!isSerious(facts)) return null;
  const { legalBasis } = facts.report;
  return legalBasis === 'sol' || legalBasis === 'lss' ? 'lexSarah' : 'lexMaria';
};
/** The function that decides, told at once. */
export const harmRoleOf = (facts: HarmFacts, { harm }: Pick<Routine, 'harm'>): ResponsibleRole | null => {
  const law = harmLawOf(facts);
  return law && harm.seriousHarm[law];
};
/** R5, L4: a harmed patient is told, and so is whoever could have been seriously harmed. */
export const mustInformPatient = (facts: HarmFacts): boolean =>
  facts.report.harm === 'vardskada' || facts.harmAssessment?.harm === 'vardskada' || harmLawOf(facts) !== null;
/** The worst consequence always, and from the routine's own on, another person looks at the assessment. */
export const awaitsReview = ({ harmAssessment }: HarmFacts, { harm }: Pick<Routine, 'harm'>): boolean =>
  harmAssessment !== undefined && harmAssessment.review === undefined && harmAssessment.consequence >= Math.min(4, harm.reviewFromConsequence);

/** What harm leaves to record before the case ends (L3, L4). */
export const harmBlocksOf = (concerned: Pick<CaseParts, 'harmDecision' | 'patientInformation'> & HarmFacts, routine: Pick<Routine, 'harm'>): readonly HarmBlock[] => {
  const { harmDecision, patientInformation } = concerned;
  return [
    ...(awaitsReview(concerned, routine) ? ['harm-review-missing' as const] : []),
    ...(harmLawOf(concerned) !== null && harmDecision === undefined ? ['harm-decision-missing' as const] : []),
    // L3: assessed by the responsible care provider, by its reference: then the patient is that one's to tell as well.
    ...(mustInformPatient(concerned) && patientInformation === undefined && harmDecision?.decision !== 'assessedByCareProvider' ? ['patient-information-missing' as const] : []),
  ];
};
/** A case is withdrawn or rejected for many reasons, of which none excuses from deciding on serious harm (L3, L4). */
export const endingBlocksOf = (concerned: Parameters<typeof harmBlocksOf>[0], routine: Pick<Routine, 'harm'>): readonly HarmBlock[] =>
  (harmLawOf(concerned) === null ? [] : harmBlocksOf(concerned, routine));
