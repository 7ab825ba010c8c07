import { bilingual } from '../../../language/language.ts';

export const careTexts = bilingual({
  onCall: {
    title: 'Jourtid', yes: (suppliers: string) => (suppliers === '' ? 'Det var på jourtid.' : `Det var på jourtid. ${suppliers} hade jour.`), no: 'Det var inte på jourtid.',
    disputed: (name: string, when: string) => `Ändrat av ${name} ${when}:`,
    field: { nurseOnDuty: 'Tjänstgörande sjuksköterska informerad', doctorConsulted: 'Läkare kontaktad', acuteAction: 'Akut åtgärd', handoverConfirmed: 'Överlämnat till patientansvarig sjuksköterska, bekräftat' },
    answer: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte, kompletteras' },
    complete: 'Komplettera uppgifterna om jourtid', missing: 'Ärendet kan inte skickas förrän det här är besvarat.', submit: 'Spara uppgifterna', said: 'Uppgifterna om jourtid är sparade.',
    flagWrong: 'Bedömningen av jourtid är fel', flagWhy: 'Varför är den fel?', whyMissing: 'Skriv varför bedömningen är fel.', choose: 'Välj ja, nej eller ”Vet inte, kompletteras”.',
  },
  notOurs: { title: 'Ej kommunens ansvar', of: (organisation: string) => `Ansvarig: ${organisation}.`, organisation: 'Ansvarig organisation', organisationMissing: 'Välj organisation.', field: 'Beskriv varför ansvaret är deras', missing: 'Beskriv varför ansvaret är deras.', submit: 'Spara ansvaret', said: 'Ansvaret är sparat.', action: 'Ange att det är någon annans ansvar' },
  dispatch: {
    log: 'Utskick', way: { link: 'Länk till funktionsbrevlådan', post: 'Post', hand: 'Överlämnat för hand' }, how: 'Hur ska det skickas?', link: 'Med länk till funktionsbrevlådan', post: 'Skriv ut och posta', hand: 'Skriv ut och lämna över',
    about: 'När ärendet är skickat finns brevet att skriva ut här. Svarstiden räknas från den tid du anger.', at: 'När skickades det?', atWrong: 'Ange när det skickades.', letter: 'Brevet att skriva ut', letterAbout: 'Försättsblad med adress och ärendenummer, och det som lämnas ut.', back: 'Tillbaka till ärendet', print: 'Skriv ut brevet',
    note: 'Anteckning', more: 'Anteckna ett utskick till', moreAbout: 'En påminnelse per brev, eller samma brev en gång till.', submit: 'Anteckna utskicket', said: 'Utskicket är antecknat.', column: { at: 'När', how: 'Hur', to: 'Till', by: 'Av', note: 'Anteckning' },
  },
  reply: {
    title: 'Registrera ett svar som kom på papper', about: 'Skriv in det som står i svaret. Det ska ha samma delar som ett svar via länken. Lägg det skannade svaret som fil.', received: 'När kom svaret?', receivedWrong: 'Ange när svaret kom.', how: 'Hur kom det?', post: 'Per post', hand: 'För hand',
    respondent: 'Vem har svarat? Ange befattning', respondentMissing: 'Ange befattning.', required: 'ska fyllas i.', submit: 'Registrera svaret', said: 'Svaret är registrerat.',
    lacking: (parts: string) => `Saknades: ${parts}.`, whichLacks: 'Vilka delar räcker inte?',
    letterNeeded: 'Svaret kom på papper. Enheten får inget mejl: skriv ut brevet och posta det.',
  },
  paper: { title: 'Från pappersblankett', facts: (version: number, filled: string) => `Blankett version ${version}, ifylld ${filled}.`, entered: (name: string, when: string) => `Införd av ${name} ${when}.` },
  record: { title: 'Journalen', about: 'Ärendenumret ska antecknas i patientens journal.', submit: 'Det är antecknat i journalen', said: 'Antecknat att numret står i journalen.', noted: (when: string) => `Ärendenumret är antecknat i journalen, enligt uppgift ${when}.` },
}, {
  onCall: {
    title: 'Out of hours', yes: (suppliers: string) => (suppliers === '' ? 'It was out of hours.' : `It was out of hours. ${suppliers} was on call.`), no: 'It was not out of hours.',
    disputed: (name: string, when: string) => `Changed by ${name} ${when}:`,
    field: { nurseOnDuty: 'Nurse on duty informed', doctorConsulted: 'Doctor consulted', acuteAction: 'Acute action', handoverConfirmed: 'Handed over to the patient’s responsible nurse, confirmed' },
    answer: { yes: 'Yes', no: 'No', unknown: 'Not known, to be added' },
    complete: 'Complete what concerns out of hours', missing: 'The case cannot be sent before this is answered.', submit: 'Save the answers', said: 'What concerns out of hours is saved.',
    flagWrong: 'The assessment of out of hours is wrong', flagWhy: 'Why is it wrong?', whyMissing: 'Write why the assessment is wrong.', choose: 'Choose yes, no or “Not known, to be added”.',
  },
  notOurs: { title: 'Not the responsibility of the municipality', of: (organisation: string) => `Responsible: ${organisation}.`, organisation: 'Responsible organisation', organisationMissing: 'Choose an organisation.', field: 'Describe why they are responsible', missing: 'Describe why they are responsible.', submit: 'Save the responsibility', said: 'The responsibility is saved.', action: 'Say that somebody else is responsible' },
  dispatch: {
    log: 'Dispatches', way: { link: 'Link to the function mailbox', post: 'Post', hand: 'Handed over' }, how: 'How is it to be sent?', link: 'By a link to the function mailbox', post: 'Print and post', hand: 'Print and hand over',
    about: 'Once the case is sent the letter can be printed here. The time to reply counts from the time you give.', at: 'When was it sent?', atWrong: 'Say when it was sent.', letter: 'The letter to print', letterAbout: 'A cover with address and case number, and what is disclosed.', back: 'Back to the case', print: 'Print the letter',
    note: 'Note', more: 'Record another dispatch', moreAbout: 'A reminder by letter, or the same letter once more.', submit: 'Record the dispatch', said: 'The dispatch is recorded.', column: { at: 'When', how: 'How', to: 'To', by: 'By', note: 'Note' },
  },
  reply: {
    title: 'Register a reply that came on paper', about: 'Type in what the reply says. It must have the same parts as a reply through the link. Add the scanned reply as a file.', received: 'When did the reply come?', receivedWrong: 'Say when the reply came.', how: 'How did it come?', post: 'By post', hand: 'By hand',
    respondent: 'Who replied? Give the job title', respondentMissing: 'Give the job title.', required: 'must be filled in.', submit: 'Register the reply', said: 'The reply is registered.',
    lacking: (parts: string) => `Wanting: ${parts}.`, whichLacks: 'Which parts are not enough?',
    letterNeeded: 'The reply came on paper. The unit gets no mail: print the letter and post it.',
  },
  paper: { title: 'From the paper form', facts: (version: number, filled: string) => `Form version ${version}, filled in ${filled}.`, entered: (name: string, when: string) => `Entered by ${name} ${when}.` },
  record: { title: 'The patient’s record', about: 'The case number is to be noted in the patient’s record.', submit: 'It is noted in the record', said: 'Recorded that the number stands in the record.', noted: (when: string) => `The case number is noted in the record, as was said ${when}.` },
});
