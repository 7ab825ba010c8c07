import { reportContents, reportIntervals, reportSections, documentTypes, retentionEnds, retentionStarts } from '../../../../../functions/contracts/words.ts';
import { keepingWords } from '../../../language/keeping-words.ts';
import { agendaRules, categories, disputeStages, forwarders, groupChoices, groupKinds, investigationParts, legalBases, likenessBys, onCallFields, partyTypes, recurrencePeriods, replyParts, replyReceivers, responsibleRoles, roles, targetGroups, votingRules } from '../../../../../functions/contracts/words.ts';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { bilingual } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';

const reportWords = bilingual({
  content: { shortfalls: 'Återkommande brister', figures: 'Siffror' }, interval: { quarter: 'Kvartal', halfYear: 'Halvår', year: 'År' },
  section: { totals: 'Totalt', actions: 'Åtgärder', followUp: 'Uppföljning av effekt', category: 'Ämnen', counterpart: 'Motparter', clause: 'Punkter', harm: 'Skada', causeArea: 'Orsaker', legalBasis: 'Lagrum', circumstance: 'Omständigheter' },
}, {
  content: { shortfalls: 'Recurring shortfalls', figures: 'Figures' }, interval: { quarter: 'Quarter', halfYear: 'Half-year', year: 'Year' },
  section: { totals: 'Totals', actions: 'Actions', followUp: 'Review of effect', category: 'Subjects', counterpart: 'Counterparts', clause: 'Clauses', harm: 'Harm', causeArea: 'Causes', legalBasis: 'Legal basis', circumstance: 'Circumstances' },
});

const own = bilingual({
  partyType: {
    municipality: 'Kommun', region: 'Region', pharmacy: 'Apotek', transportService: 'Transport', contractorWithAgreement: 'Privat utförare med avtal',
    contractorWithoutAgreement: 'Privat utförare utan avtal', other: 'Annan', none: 'Allmänheten',
  },
  onCall: { nurseOnDuty: 'Jourhavande sjuksköterska', doctorConsulted: 'Läkare tillfrågad', acuteAction: 'Akut åtgärd', handoverConfirmed: 'Överlämning bekräftad' },
  receiver: { reportingUnit: 'Enheten som rapporterade', mas: 'MAS' },
  owner: { responsible: 'Den ansvariga funktionens enhet', concerned: 'Den berörda enheten' },
  ownerAfter: { concerned: 'Den berörda enheten', unchanged: 'Samma som före svaret' },
  effect: { always: 'Alltid', 'with-actions': 'När det finns åtgärder', never: 'Aldrig' },
  consent: { gate: 'Samtycke krävs, annars avidentifierat', none: 'Samtycke efterfrågas inte' },
  breach: { optional: 'Frivilligt', 'agreement-and-clause': 'Överenskommelse och punkt måste anges' },
  recurrencePeriod: { month: 'Månaden', quarter: 'Kvartalet', halfYear: 'Halvåret', year: 'Året' }, likeness: { clause: 'Punkt i överenskommelse', category: 'Kategori', unit: 'Enhet' },
  targetGroup: { asked: 'Efterfrågas', 'not-asked': 'Efterfrågas inte' },
  need: { refused: 'Nekas', 'with-reason': 'Får läsa om skälet anges' },
  agenda: { followUp: 'ärenden med åtgärder att följa upp', ladder: 'ärenden i gruppens mapp i trappan', recurring: 'återkommande brister', deepAnalyses: 'djupanalyser', sinceLast: 'ärenden sedan förra mötet', figures: 'periodens siffror' },
  forwarder: { handler: 'den som handlägger eller leder ärendet', unitManager: 'den berörda enhetens chef', convener: 'gruppens sammankallande', member: 'gruppens ledamöter' },
  disputeStage: { lineManagers: 'Linjechefer', administrationHeads: 'Förvaltningschefer', court: 'Domstol' },
  groupChoice: { any: 'den enda av sitt slag', targetGroupAndArea: 'efter målgrupp och länsdel' },
  voting: { first: 'den första av dem har sagt sitt', majority: 'mer än hälften av funktionerna är överens', all: 'alla funktioner är överens' },
  groupKind: {
    incidentCouncil: 'Avvikelseråd', strategyGroup: 'Strategigrupp', expertCouncil: 'Expertråd', steeringBody: 'Styrgrupp', deviationGroup: 'Avvikelsegrupp',
    analysisGroup: 'Analysgrupp', collaborationMeeting: 'Samverkansmöte',
  },
}, {
  partyType: {
    municipality: 'Municipality', region: 'Region', pharmacy: 'Pharmacy', transportService: 'Transport', contractorWithAgreement: 'Private contractor with agreement',
    contractorWithoutAgreement: 'Private contractor without agreement', other: 'Other', none: 'The public',
  },
  onCall: { nurseOnDuty: 'Nurse on duty', doctorConsulted: 'Doctor consulted', acuteAction: 'Acute action', handoverConfirmed: 'Hand-over confirmed' },
  receiver: { reportingUnit: 'The unit that reported', mas: 'MAS' },
  owner: { responsible: 'The responsible function’s unit', concerned: 'The concerned unit' },
  ownerAfter: { concerned: 'The concerned unit', unchanged: 'As before the reply' },
  effect: { always: 'Always', 'with-actions': 'Where there are actions', never: 'Never' },
  consent: { gate: 'Consent is needed, else de-identified', none: 'Consent is not asked for' },
  breach: { optional: 'Optional', 'agreement-and-clause': 'Agreement and clause must be given' },
  recurrencePeriod: { month: 'The month', quarter: 'The quarter', halfYear: 'The half-year', year: 'The year' }, likeness: { clause: 'Clause of an agreement', category: 'Category', unit: 'Unit' },
  targetGroup: { asked: 'Asked for', 'not-asked': 'Not asked for' },
  need: { refused: 'Refused', 'with-reason': 'May read when the reason is stated' },
  agenda: { followUp: 'cases with actions to follow up', ladder: 'cases in the group’s folder of the ladder', recurring: 'recurring shortfalls', deepAnalyses: 'deep analyses', sinceLast: 'cases since the last meeting', figures: 'the period’s figures' },
  forwarder: { handler: 'whoever handles or leads the case', unitManager: 'the manager of the unit concerned', convener: 'the convener of the group', member: 'the members of the group' },
  disputeStage: { lineManagers: 'Line managers', administrationHeads: 'Heads of administration', court: 'Court' },
  groupChoice: { any: 'the only one of its kind', targetGroupAndArea: 'by target group and county part' },
  voting: { first: 'the first of them has spoken', majority: 'more than half of the functions agree', all: 'all functions agree' },
  groupKind: {
    incidentCouncil: 'Incident council', strategyGroup: 'Strategy group', expertCouncil: 'Expert council', steeringBody: 'Steering body', deviationGroup: 'Deviation group',
    analysisGroup: 'Analysis group', collaborationMeeting: 'Collaboration meeting',
  },
});

/** Lists that a field chooses from: their values in order, and the words for them. */
const lists = {
  role: { values: roles, words: () => vocabulary().role },
  responsible: { values: responsibleRoles, words: () => vocabulary().role },
  category: { values: categories, words: () => vocabulary().category },
  legalBasis: { values: legalBases, words: () => vocabulary().legalBasis },
  partyType: { values: partyTypes, words: () => own().partyType },
  partyOrPublic: { values: [...partyTypes, 'none'], words: () => own().partyType },
  replyPart: { values: replyParts, words: () => vocabulary().part },
  investigationPart: { values: investigationParts, words: () => incomingVocabulary().part },
  onCall: { values: onCallFields, words: () => own().onCall },
  receiver: { values: replyReceivers, words: () => own().receiver },
  owner: { values: ['responsible', 'concerned'], words: () => own().owner },
  ownerAfter: { values: ['concerned', 'unchanged'], words: () => own().ownerAfter },
  effect: { values: ['always', 'with-actions', 'never'], words: () => own().effect },
  consent: { values: ['gate', 'none'], words: () => own().consent },
  breach: { values: ['optional', 'agreement-and-clause'], words: () => own().breach },
  recurrencePeriod: { values: recurrencePeriods, words: () => own().recurrencePeriod },
  likeness: { values: likenessBys, words: () => own().likeness },
  targetGroup: { values: ['asked', 'not-asked'], words: () => own().targetGroup },
  excepted: { values: targetGroups, words: () => incomingVocabulary().targetGroup },
  need: { values: ['refused', 'with-reason'], words: () => own().need },
  agenda: { values: agendaRules, words: () => own().agenda },
  forwarder: { values: forwarders, words: () => own().forwarder },
  disputeStage: { values: disputeStages, words: () => own().disputeStage },
  groupChoice: { values: groupChoices, words: () => own().groupChoice },
  voting: { values: votingRules, words: () => own().voting },
  reportContent: { values: reportContents, words: () => reportWords().content },
  reportInterval: { values: reportIntervals, words: () => reportWords().interval },
  reportSection: { values: reportSections, words: () => reportWords().section },
  groupKind: { values: groupKinds, words: () => own().groupKind },
  documentType: { values: documentTypes, words: () => keepingWords().documentType },
  retentionStart: { values: retentionStarts, words: () => keepingWords().start },
  retentionEnd: { values: retentionEnds, words: () => keepingWords().ending },
} as const satisfies Record<string, { readonly values: readonly string[]; readonly words: () => Readonly<Record<string, string>> }>;
export type WordList = keyof typeof lists;

export const valuesOf = (list: WordList): readonly string[] => lists[list].values;
export const wordOf = (list: WordList, value: unknown): string => {
  const words: Readonly<Record<string, string>> = lists[list].words();
  return words[String(value)] ?? String(value);
};
