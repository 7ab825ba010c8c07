import { bilingual } from '../../language/language.ts';

export const incomingTexts = bilingual({
  parties: 'Parter', party: 'Anmäld av', publicParty: 'Allmänheten', source: 'Kom in genom', registeredBy: 'Registrerad av', paperForm: 'Blankett', forPrincipal: (name: string, role: string) => `${name}, för ${role}`, paper: (version: number, when: string) => `Blankett version ${version}, ifylld ${when}`,
  mailbox: 'Svar går till', noMailbox: 'Post, ingen brevlåda finns', concerned: 'Gäller våra enheter', concernedMissing: 'Inte angivet än', responsible: 'Ansvarig', owner: 'Ligger på', lead: 'Huvudutredare', noLead: 'Ingen utsedd', co: 'Medutredare', routine: 'Rutin', routineValue: (document: string, version: number) => `${document}, version ${version}`,
  report: 'Anmälan', happened: 'Hände', discovered: 'Upptäcktes', category: 'Kategori', legalBasis: 'Verksamhet', harm: 'Skada', seriousRisk: 'Kunde ha lett till allvarlig skada', filedAs: 'Skada, som det anmäldes', withSeriousRisk: (harm: string) => `${harm}; kunde ha lett till allvarlig skada`, whatHappened: 'Vad hände', wishes: 'Önskemål', otherReference: 'Motpartens referens', breach: 'Följdes inte', alreadySolved: 'Redan löst', unclearResponsibility: 'Arbete under oklart ansvar', yes: 'Ja',
  reportFiles: 'Filer till anmälan', investigationFiles: 'Filer till utredningen', replyFiles: 'Filer till svaret',
  question: 'Fråga till den som anmälde', answer: 'Svar', noAnswer: 'Inte besvarad än.',
  investigation: 'Utredningen', notWritten: 'Inte skrivet än.', doneAt: (when: string) => `Anmäld som klar ${when}.`,
  reply: 'Svaret som skickades', replySent: (when: string, how: string) => `${when}. ${how}. Texten ändras inte efteråt.`,
  rejected: 'Avvisad', rejectedAt: (when: string, reason: string) => `${when}: ${reason}`, redirections: 'Skickad vidare', redirection: (from: string, to: string, when: string) => `Från ${from} till ${to} ${when}`, nobody: 'ingen enhet',
  closed: 'Avslutat', closedAt: (when: string) => `Ärendet avslutades ${when}.`,
  pharmacy: 'Dosapoteket', pharmacyOpen: (when: string) => `Ska anmälas till dosapoteket senast ${when}.`, pharmacyDone: (when: string) => `Klart ${when}.`, reference: 'Referensnummer', reason: 'Orsak till att det inte anmälts',
}, {
  parties: 'Parties', party: 'Filed by', publicParty: 'The public', source: 'Came in through', registeredBy: 'Registered by', paperForm: 'Form', forPrincipal: (name: string, role: string) => `${name}, for ${role}`, paper: (version: number, when: string) => `Form version ${version}, filled in ${when}`,
  mailbox: 'The reply goes to', noMailbox: 'Post, there is no mailbox', concerned: 'Concerns our units', concernedMissing: 'Not said yet', responsible: 'Responsible', owner: 'Owning unit', lead: 'Lead investigator', noLead: 'Nobody named', co: 'Co-investigators', routine: 'Routine', routineValue: (document: string, version: number) => `${document}, version ${version}`,
  report: 'The report', happened: 'Happened', discovered: 'Discovered', category: 'Category', legalBasis: 'Service', harm: 'Harm', seriousRisk: 'Could have caused serious harm', filedAs: 'Harm, as it was filed', withSeriousRisk: (harm: string) => `${harm}; could have caused serious harm`, whatHappened: 'What happened', wishes: 'Wishes', otherReference: 'Reference of the other party', breach: 'Not followed', alreadySolved: 'Already solved', unclearResponsibility: 'Work under unclear responsibility', yes: 'Yes',
  reportFiles: 'Files of the report', investigationFiles: 'Files of the investigation', replyFiles: 'Files of the reply',
  question: 'Question to whoever filed', answer: 'Answer', noAnswer: 'Not answered yet.',
  investigation: 'The investigation', notWritten: 'Not written yet.', doneAt: (when: string) => `Reported as done ${when}.`,
  reply: 'The reply as it was sent', replySent: (when: string, how: string) => `${when}. ${how}. The text does not change afterwards.`,
  rejected: 'Rejected', rejectedAt: (when: string, reason: string) => `${when}: ${reason}`, redirections: 'Passed on', redirection: (from: string, to: string, when: string) => `From ${from} to ${to} ${when}`, nobody: 'no unit',
  closed: 'Closed', closedAt: (when: string) => `The case was closed ${when}.`,
  pharmacy: 'The dose pharmacy', pharmacyOpen: (when: string) => `To be notified to the dose pharmacy by ${when}.`, pharmacyDone: (when: string) => `Done ${when}.`, reference: 'Reference number', reason: 'Why it was not notified',
});
