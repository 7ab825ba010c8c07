import { bilingual } from '../../language/language.ts';

export const caseTexts = bilingual({
  title: (number: string) => `Ärende ${number}`,
  parties: 'Parter', reporter: 'Rapportör', reportingUnit: 'Rapporterande enhet', counterpart: 'Motpart', externalUnit: 'Extern enhet', unitMissing: 'Saknas', responsible: 'Ansvarig', owningUnit: 'Ligger på', lead: 'Huvudutredare', noLead: 'Ingen utsedd', co: 'Medutredare', routine: 'Rutin', routineValue: (document: string, version: number) => `${document}, version ${version}`,
  report: 'Rapporten', happened: 'Hände', discovered: 'Upptäcktes', legalBasis: 'Verksamhet', category: 'Kategori', harm: 'Skada', seriousRisk: 'Kunde ha lett till allvarlig skada', whatHappened: 'Vad hände', immediateAction: 'Direkt åtgärd', medication: 'Läkemedel', agreement: 'Överenskommelse', suggestion: 'Förslag', alreadySolved: 'Redan löst', unclearResponsibility: 'Arbete under oklart ansvar', yes: 'Ja', no: 'Nej', unknownUnit: 'Vet inte',
  reply: (number: number) => (number === 1 ? 'Svaret' : `Svar ${number}`), replyBy: (title: string, when: string) => `${title}, ${when}`, returned: (when: string) => `Returnerat ${when}`, shared: (names: string) => `Delat med ${names}.`,
  byHand: (post: boolean, name: string, when: string) => `Kom ${post ? 'per post' : 'för hand'}. Registrerat av ${name} ${when}.`, lacking: (parts: string) => `Saknades: ${parts}.`,
  reportFiles: 'Filer till rapporten', replyFiles: 'Filer till svaret',
  question: 'Fråga till rapportören', yourQuestion: 'Du har fått en fråga', answer: 'Svar', noAnswer: 'Inte besvarad än.',
  outgoing: 'Text som lämnas ut', outgoingNone: 'Texten är inte skriven än.', confirmed: 'Bekräftad', notConfirmed: 'Inte bekräftad', snapshot: 'Det som skickades', snapshotAbout: (unit: string, when: string) => `Till ${unit} ${when}. Texten ändras inte efteråt.`, bounced: 'Mejlet kom inte fram. Kontrollera enhetens funktionsbrevlåda och skicka en ny länk.',
  asks: 'Frågor från den externa enheten', askedAt: (when: string) => `Ställd ${when}`, toUnit: 'Till enhet', days: (days: number) => `${days} dagar till`, decidedBy: (approved: boolean, name: string, when: string) => `${approved ? 'Godkänd' : 'Avslagen'} av ${name} ${when}`,
  closed: 'Avslutat', closedAt: (when: string) => `Ärendet avslutades ${when}.`, withdrawn: 'Återkallat', stopped: 'Ärendets körning har stannat. Inga påminnelser går ut förrän den startats om.',
  print: 'Skriv ut', todo: 'Att göra', printed: (when: string, document: string, version: number) => `Utskrivet ${when}. ${document}, version ${version}.`,
}, {
  title: (number: string) => `Case ${number}`,
  parties: 'Parties', reporter: 'Reporter', reportingUnit: 'Reporting unit', counterpart: 'Counterpart', externalUnit: 'External unit', unitMissing: 'Missing', responsible: 'Responsible', owningUnit: 'Owning unit', lead: 'Lead investigator', noLead: 'Nobody named', co: 'Co-investigators', routine: 'Routine', routineValue: (document: string, version: number) => `${document}, version ${version}`,
  report: 'The report', happened: 'Happened', discovered: 'Discovered', legalBasis: 'Service', category: 'Category', harm: 'Harm', seriousRisk: 'Could have caused serious harm', whatHappened: 'What happened', immediateAction: 'Immediate action', medication: 'Medication', agreement: 'Agreement', suggestion: 'Suggestion', alreadySolved: 'Already solved', unclearResponsibility: 'Work under unclear responsibility', yes: 'Yes', no: 'No', unknownUnit: 'Not known',
  reply: (number: number) => (number === 1 ? 'The reply' : `Reply ${number}`), replyBy: (title: string, when: string) => `${title}, ${when}`, returned: (when: string) => `Returned ${when}`, shared: (names: string) => `Shared with ${names}.`,
  byHand: (post: boolean, name: string, when: string) => `Came ${post ? 'by post' : 'by hand'}. Registered by ${name} ${when}.`, lacking: (parts: string) => `Wanting: ${parts}.`,
  reportFiles: 'Files of the report', replyFiles: 'Files of the reply',
  question: 'Question to the reporter', yourQuestion: 'You have been asked something', answer: 'Answer', noAnswer: 'Not answered yet.',
  outgoing: 'Text that leaves', outgoingNone: 'The text is not written yet.', confirmed: 'Confirmed', notConfirmed: 'Not confirmed', snapshot: 'What was sent', snapshotAbout: (unit: string, when: string) => `To ${unit} ${when}. The text does not change afterwards.`, bounced: 'The mail did not arrive. Check the function mailbox of the unit and send a new link.',
  asks: 'Questions from the external unit', askedAt: (when: string) => `Asked ${when}`, toUnit: 'To unit', days: (days: number) => `${days} more days`, decidedBy: (approved: boolean, name: string, when: string) => `${approved ? 'Approved' : 'Refused'} by ${name} ${when}`,
  closed: 'Closed', closedAt: (when: string) => `The case was closed ${when}.`, withdrawn: 'Withdrawn', stopped: 'The execution of the case has stopped. No reminders go out until it is restarted.',
  print: 'Print', todo: 'To do', printed: (when: string, document: string, version: number) => `Printed ${when}. ${document}, version ${version}.`,
});
