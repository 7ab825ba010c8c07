import { bilingual } from '../../language/language.ts';

export const onCallTexts = bilingual({
  title: 'Jourtid',
  automatic: (suppliers: string) => `Det räknas som jourtid: ${suppliers} hade jour för enheten då.`, notAutomatic: 'Det räknas inte som jourtid, enligt kalendern och registret över vem som har jour.',
  wrong: 'Det stämmer inte', why: 'Varför stämmer det inte?', whyMissing: 'Skriv varför det inte stämmer.',
  about: 'Vet du inte nu går det att komplettera. Ärendet kan inte skickas till den andra organisationen förrän det är gjort.',
  field: { nurseOnDuty: 'Är tjänstgörande sjuksköterska informerad?', doctorConsulted: 'Är läkare kontaktad?', handoverConfirmed: 'Är det överlämnat till patientansvarig sjuksköterska, och bekräftat?' },
  answer: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte, kompletteras' }, choose: 'Välj ja, nej eller ”Vet inte, kompletteras”.',
  notOurs: 'Ej kommunens ansvar', notOursAbout: 'Det är den andra organisationen som ansvarar för det som brast.', notOursWhy: 'Beskriv varför ansvaret är deras', notOursMissing: 'Beskriv varför ansvaret är deras.',
  paper: 'Fyllt i på pappersblankett när systemet låg nere', paperVersion: 'Blankettens version', paperVersionAbout: (current: number) => `Står längst ner på blanketten. Den senaste är ${current}.`, paperVersionWrong: 'Skriv versionen med siffror.',
  filled: 'När fylldes blanketten i?', filledMissing: 'Ange när blanketten fylldes i.', filledBefore: 'Blanketten kan inte ha fyllts i innan det upptäcktes.', scan: 'Lägg till den skannade blanketten som fil när rapporten har kommit in.', scanNow: 'Lägg till den skannade blanketten',
  note: 'Jag har antecknat ärendenumret i journalen', noted: 'Antecknat i journalen.',
}, {
  title: 'Out of hours',
  automatic: (suppliers: string) => `It counts as out of hours: ${suppliers} was on call for the unit.`, notAutomatic: 'It does not count as out of hours, by the calendar and the register of who is on call.',
  wrong: 'That is not right', why: 'Why is it not right?', whyMissing: 'Write why it is not right.',
  about: 'What you do not know now can be added. The case cannot be sent to the other organisation before that.',
  field: { nurseOnDuty: 'Has the nurse on duty been informed?', doctorConsulted: 'Has a doctor been consulted?', handoverConfirmed: 'Has it been handed over to the patient’s responsible nurse, and confirmed?' },
  answer: { yes: 'Yes', no: 'No', unknown: 'I do not know, to be added' }, choose: 'Choose yes, no or “I do not know, to be added”.',
  notOurs: 'Not the responsibility of the municipality', notOursAbout: 'The other organisation is responsible for what failed.', notOursWhy: 'Describe why they are responsible', notOursMissing: 'Describe why they are responsible.',
  paper: 'Written on the paper form while the system was down', paperVersion: 'Version of the form', paperVersionAbout: (current: number) => `At the bottom of the form. The newest is ${current}.`, paperVersionWrong: 'Write the version in digits.',
  filled: 'When was the form filled in?', filledMissing: 'Say when the form was filled in.', filledBefore: 'The form cannot have been filled in before it was discovered.', scan: 'Add the scanned form as a file once the report has come in.', scanNow: 'Add the scanned form',
  note: 'I have noted the case number in the record', noted: 'Noted in the record.',
});
