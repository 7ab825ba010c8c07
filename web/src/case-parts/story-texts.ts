import { bilingual } from '../language/language.ts';

export const storyTexts = bilingual({
  actions: 'Åtgärder', noActions: 'Inga åtgärder.', actionsCaption: 'Åtgärder i ärendet', action: 'Åtgärd', who: 'Ansvarig', due: 'Datum', state: 'Läge', dueBy: (date: string) => `senast ${date}`, done: (date: string) => `gjord ${date}`, late: 'försenad', effect: 'Effekt',
  serious: 'Allvarlig skada', seriousOpen: (law: string) => `Beslut om ${law} är inte antecknat.`, decision: 'Beslut', decided: 'Beslutat',
  informed: 'Information till patienten', informedOpen: 'Inte antecknad än. Ärendet kan inte avslutas innan den finns.', given: 'Gavs', reasonNotGiven: 'Varför inte', notGiven: 'Gavs inte', to: 'Till', by: 'Av', at: 'När', points: 'Innehöll', noted: 'Antecknat i journalen', no: 'Nej', views: 'Patientens egen syn', support: 'Stöd till personalen',
  effects: 'Effektuppföljning', effectTitle: (number: number) => `Uppföljning ${number}`, effectDue: (when: string) => `Ska göras senast ${when}.`, effectYes: (when: string) => `${when}: önskat resultat nåddes.`, effectNo: (when: string) => `${when}: önskat resultat nåddes inte.`,
  reference: 'Referensnummer', reason: 'Skäl', yes: 'Ja',
}, {
  actions: 'Actions', noActions: 'No actions.', actionsCaption: 'Actions of the case', action: 'Action', who: 'Responsible', due: 'Date', state: 'State', dueBy: (date: string) => `by ${date}`, done: (date: string) => `done ${date}`, late: 'overdue', effect: 'Effect',
  serious: 'Serious harm', seriousOpen: (law: string) => `The decision on ${law} is not recorded.`, decision: 'Decision', decided: 'Decided',
  informed: 'Information to the patient', informedOpen: 'Not recorded yet. The case cannot be closed before it is.', given: 'Given', reasonNotGiven: 'Why not', notGiven: 'Not given', to: 'To', by: 'By', at: 'When', points: 'Covered', noted: 'Noted in the record', no: 'No', views: 'The patient’s own views', support: 'Support to staff',
  effects: 'Effect review', effectTitle: (number: number) => `Review ${number}`, effectDue: (when: string) => `To be done by ${when}.`, effectYes: (when: string) => `${when}: the wanted result was reached.`, effectNo: (when: string) => `${when}: the wanted result was not reached.`,
  reference: 'Reference number', reason: 'Grounds', yes: 'Yes',
});
