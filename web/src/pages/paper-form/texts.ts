import { bilingual } from '../../language/language.ts';

export const paperFormTexts = bilingual({
  title: 'Pappersblankett', lead: 'Att skriva på för hand när systemet inte går att nå. Skriv ut den i förväg; sidan finns också kvar i webbläsaren när nätet är borta.', print: 'Skriv ut blanketten', kept: 'Blanketten är sparad i den här webbläsaren och går att öppna utan nät.',
  older: (version: number, current: number) => `Det här är version ${version}. Version ${current} gäller nu.`, newest: 'Visa den som gäller', versions: 'Tidigare versioner', version: (version: number) => `Version ${version}`, gone: 'Blanketten går inte att hämta just nu, och är inte sparad i den här webbläsaren.',
  form: 'Avvikelse i samverkan', handIn: 'Lämna blanketten till enhetens chef samma dag. Chefen för in den i Brygga när systemet går att nå igen, med blanketten skannad.', caution: 'Beskriv vad som hände, inte vem som gjorde det: inga namn på personal. Förvara blanketten inlåst; den kan innehålla patientuppgifter.',
  when: 'När hände det?', discovered: 'När upptäcktes det?', dateTime: 'Datum och klockslag', unit: 'Vår enhet', counterpart: 'Vilken organisation gäller det?', externalUnit: 'Vilken enhet där?', notKnown: 'Vet inte', legalBasis: 'Verksamhet', category: 'Vad handlar det om?',
  whatHappened: 'Vad hände?', immediateAction: 'Vad gjorde ni direkt?', harm: 'Blev någon skadad?',
  onCall: 'På jourtid', yes: 'Ja', no: 'Nej',
  field: { nurseOnDuty: 'Tjänstgörande sjuksköterska informerad', doctorConsulted: 'Läkare kontaktad', acuteAction: 'Akut åtgärd gjord', handoverConfirmed: 'Överlämnat till patientansvarig sjuksköterska, bekräftat' },
  notOurs: 'Ej kommunens ansvar. Beskriv varför:', patient: 'Patientuppgift (personnummer eller annan uppgift).', patientAbout: 'Skriv den bara här.', protectedIdentity: 'Skyddad identitet', filled: 'Blanketten ifylld', by: 'Befattning', phone: 'Telefon till enheten', number: 'Ärendenummer (när det är infört)', noted: 'Antecknat i journalen',
  foot: (version: number, organisation: string, title: string, document: string, date: string) => `Blankett version ${version}. ${organisation}. ${title}: ${document}, gäller från ${date}.`,
}, {
  title: 'Paper form', lead: 'To be written by hand when the system cannot be reached. Print it beforehand; the page also stays in the browser when the network is gone.', print: 'Print the form', kept: 'The form is kept in this browser and opens without a network.',
  older: (version: number, current: number) => `This is version ${version}. Version ${current} is in force.`, newest: 'Show the one in force', versions: 'Earlier versions', version: (version: number) => `Version ${version}`, gone: 'The form cannot be fetched right now, and is not kept in this browser.',
  form: 'Deviation in collaboration', handIn: 'Hand the form to the manager of the unit the same day. The manager enters it in Brygga once the system can be reached again, with the form scanned.', caution: 'Describe what happened, not who did it: no names of staff. Keep the form locked away; it may hold patient data.',
  when: 'When did it happen?', discovered: 'When was it discovered?', dateTime: 'Date and time', unit: 'Our unit', counterpart: 'Which organisation does it concern?', externalUnit: 'Which unit there?', notKnown: 'Not known', legalBasis: 'Kind of service', category: 'What is it about?',
  whatHappened: 'What happened?', immediateAction: 'What did you do at once?', harm: 'Was anyone harmed?',
  onCall: 'Out of hours', yes: 'Yes', no: 'No',
  field: { nurseOnDuty: 'Nurse on duty informed', doctorConsulted: 'Doctor consulted', acuteAction: 'Acute action taken', handoverConfirmed: 'Handed over to the patient’s responsible nurse, confirmed' },
  notOurs: 'Not the responsibility of the municipality. Describe why:', patient: 'Patient reference (personal identity number or other).', patientAbout: 'Write it here alone.', protectedIdentity: 'Protected identity', filled: 'Form filled in', by: 'Job title', phone: 'Phone of the unit', number: 'Case number (once it is entered)', noted: 'Noted in the record',
  foot: (version: number, organisation: string, title: string, document: string, date: string) => `Form version ${version}. ${organisation}. ${title}: ${document}, in force from ${date}.`,
});
