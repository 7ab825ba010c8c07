import type {
  ActionKind, BreachKind, CauseArea, Dispatch, FilerRelation, HarmDecision, InformationPoint, IntakeSource, InvestigationPart, TargetGroup,
} from '../../../functions/contracts/words.ts';
import { bilingual } from './language.ts';

/** The field's words for incoming deviations alone; the pages that need them carry them. */
export const incomingVocabulary = bilingual({
  source: { administrator: 'Handläggare registrerade', party: 'Motparten anmälde på sidan', public: 'Allmänheten anmälde på sidan', paper: 'Pappersblankett' } satisfies Record<IntakeSource, string>,
  relation: { careReceiver: 'Det gäller mig själv', relative: 'Jag är närstående', other: 'Annat' } satisfies Record<FilerRelation, string>,
  causeArea: {
    communicationInformation: 'Kommunikation och information', trainingCompetence: 'Utbildning och kompetens', environmentOrganisation: 'Omgivning och organisation',
    proceduresRoutines: 'Procedurer och rutiner', technologyEquipment: 'Teknik och utrustning',
  } satisfies Record<CauseArea, string>,
  targetGroup: { childrenYouth: 'Barn och unga', psychiatryAddiction: 'Psykiatri och beroende', olderPeople: 'Äldre', other: 'Annan' } satisfies Record<TargetGroup, string>,
  actionKind: { acute: 'Akut', systematic: 'Systematisk' } satisfies Record<ActionKind, string>,
  part: { courseOfEvents: 'Händelseförlopp', causes: 'Orsaker', rootCause: 'Grundorsak', wentWell: 'Vad som gick bra', patientViews: 'Patientens och närståendes syn' } satisfies Record<InvestigationPart, string>,
  breach: { agreement: 'Överenskommelse', guideline: 'Riktlinje eller rutin', coordinatedPlan: 'Samordnad individuell plan (SIP)' } satisfies Record<BreachKind, string>,
  dispatch: { link: 'Genom den länk som anmälaren har', post: 'Utskrivet, med post' } satisfies Record<Dispatch, string>,
  harmDecision: { notified: 'Anmält till IVO', notNotified: 'Anmäls inte', assessedByCareProvider: 'Bedömt av den ansvariga vårdgivaren' } satisfies Record<HarmDecision, string>,
  law: { lexMaria: 'lex Maria', lexSarah: 'lex Sarah' },
  point: {
    whatHappened: 'Vad som har hänt', apology: 'En ursäkt', consequences: 'Vad det kan få för följder', measures: 'Vad vi gör så att det inte händer igen',
    complaintPaths: 'Vart man kan vända sig med klagomål', compensation: 'Möjligheten till ersättning',
  } satisfies Record<InformationPoint, string>,
  informed: { patient: 'Patienten', relative: 'En närstående', nobody: 'Ingen' },
}, {
  source: { administrator: 'Registered by an administrator', party: 'Filed by the party on the page', public: 'Filed by the public on the page', paper: 'Paper form' },
  relation: { careReceiver: 'It concerns myself', relative: 'I am a relative', other: 'Other' },
  causeArea: {
    communicationInformation: 'Communication and information', trainingCompetence: 'Training and competence', environmentOrganisation: 'Environment and organisation',
    proceduresRoutines: 'Procedures and routines', technologyEquipment: 'Technology and equipment',
  },
  targetGroup: { childrenYouth: 'Children and youth', psychiatryAddiction: 'Psychiatry and addiction', olderPeople: 'Older people', other: 'Other' },
  actionKind: { acute: 'Acute', systematic: 'Systematic' },
  part: { courseOfEvents: 'Course of events', causes: 'Causes', rootCause: 'Root cause', wentWell: 'What went well', patientViews: 'The patient’s and relatives’ views' },
  breach: { agreement: 'Agreement', guideline: 'Guideline or routine', coordinatedPlan: 'Coordinated individual plan (SIP)' },
  dispatch: { link: 'Through the link of whoever filed', post: 'Printed, by post' },
  harmDecision: { notified: 'Notified to IVO', notNotified: 'Not notified', assessedByCareProvider: 'Assessed by the responsible care provider' },
  law: { lexMaria: 'lex Maria', lexSarah: 'lex Sarah' },
  point: {
    whatHappened: 'What has happened', apology: 'An apology', consequences: 'What may follow from it', measures: 'What we do so that it does not happen again',
    complaintPaths: 'Where to turn with a complaint', compensation: 'The possibility of compensation',
  },
  informed: { patient: 'The patient', relative: 'A relative', nobody: 'Nobody' },
});
