import { bilingual } from '../../../language/language.ts';

export const folderTexts = bilingual({
  title: (number: string) => `Mapp för ärende ${number}`, lead: 'Avidentifierad text. Själva ärendet visas inte här.', decisionIn: (number: string) => `Beslut i ärende ${number}`, told: 'Det rör en enhet som du är chef för. Själva ärendet visas inte här.', toGroup: (name: string) => `Till ${name}`, number: 'Ärendenummer', place: 'Var ärendet är', standing: 'Du läser som', consultations: 'Samråd', question: 'Fråga', answer: 'Svar', noAnswer: 'Inget svar än.',
  none: 'Här finns inget för dig. Välj en grupp.', guest: 'Som gäst läser du mappen. Sammankallande och ledamöter gör resten.', convenerOnly: 'Bara sammankallande för vidare, lämnar tillbaka och beslutar. Tala med sammankallande.', done: 'Klart', todo: 'Att göra',
  ask: { title: 'Be om samråd', about: 'Frågan går till nivåns andra grupper.', field: 'Fråga', submit: 'Skicka frågan', said: 'Frågan är skickad.', missing: 'Skriv frågan' },
  reply: { title: 'Svara på samråd', field: 'Svar', submit: 'Skicka svaret', said: 'Svaret är skickat.', missing: 'Skriv svaret' },
  basis: { title: 'Skriv beslutsunderlag', again: 'Ändra beslutsunderlaget', about: 'Det som styrgruppen beslutar om.', field: 'Underlag', measures: 'Åtgärder för hela länet, en på varje rad', submit: 'Spara underlaget', said: 'Underlaget är sparat.', missing: 'Skriv underlaget' },
  decide: {
    title: 'Beslut', field: 'Beslutet', measures: 'Beslutade åtgärder, en på varje rad', group: 'Tillsätt en arbetsgrupp', name: 'Arbetsgruppens namn', task: 'Uppdrag', due: 'Klart senast', submit: 'Spara beslutet', said: 'Beslutet är sparat. Den grupp som beredde ärendet ger besked.', missing: 'Fyll i fältet', dateMissing: 'Ange ett datum som inte har passerat',
  },
  inform: { title: 'Ge besked om beslutet', about: 'Ärendets enheter, den som handlägger och den som rapporterade får mejl med ärendenumret. Texten står i ärendet.', field: 'Besked', units: 'Fler enheter som får besked', submit: 'Ge besked', said: 'Besked är lämnat.', missing: 'Skriv beskedet' },
}, {
  title: (number: string) => `Folder of case ${number}`, lead: 'De-identified text. The case itself is not shown here.', decisionIn: (number: string) => `Decision in case ${number}`, told: 'It concerns a unit that you manage. The case itself is not shown here.', toGroup: (name: string) => `To ${name}`, number: 'Case number', place: 'Where the case is', standing: 'You read as', consultations: 'Consultation', question: 'Question', answer: 'Answer', noAnswer: 'No answer yet.',
  none: 'There is nothing for you here. Choose a group.', guest: 'As a guest you read the folder. The convener and the members do the rest.', convenerOnly: 'Only the convener forwards, returns and decides. Speak with the convener.', done: 'Done', todo: 'To do',
  ask: { title: 'Ask for consultation', about: 'The question goes to the other groups of the level.', field: 'Question', submit: 'Send the question', said: 'The question is sent.', missing: 'Write the question' },
  reply: { title: 'Answer a consultation', field: 'Answer', submit: 'Send the answer', said: 'The answer is sent.', missing: 'Write the answer' },
  basis: { title: 'Write the decision basis', again: 'Change the decision basis', about: 'What the steering body decides on.', field: 'Basis', measures: 'Measures for the whole county, one on each line', submit: 'Save the basis', said: 'The basis is saved.', missing: 'Write the basis' },
  decide: {
    title: 'Decision', field: 'The decision', measures: 'Measures decided on, one on each line', group: 'Appoint a working group', name: 'Name of the working group', task: 'Task', due: 'Done by', submit: 'Save the decision', said: 'The decision is saved. The group that prepared the case tells of it.', missing: 'Fill in the field', dateMissing: 'Give a date that has not passed',
  },
  inform: { title: 'Tell of the decision', about: 'The units of the case, whoever handles it and whoever reported get a mail with the case number. The text stands in the case.', field: 'Word', units: 'More units that are told', submit: 'Tell them', said: 'They have been told.', missing: 'Write what is told' },
});
