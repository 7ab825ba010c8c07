import { bilingual } from '../../language/language.ts';

export const breachTexts = bilingual({
  title: 'Vad följdes inte?', label: 'Vilken punkt följdes inte?', about: 'Du kan lämna frågan; den måste besvaras innan ärendet skickas.', other: 'Annat än det som finns i listan', none: 'Inget av detta',
  words: 'Beskriv kort', version: (number: number) => `version ${number}`, submit: 'Spara punkten', said: 'Punkten är sparad.', missing: 'Välj vilken punkt som inte följdes.',
}, {
  title: 'What was not followed?', label: 'Which clause was not followed?', about: 'You may leave the question; it must be answered before the case is sent.', other: 'Something that is not in the list', none: 'None of these',
  words: 'Describe it briefly', version: (number: number) => `version ${number}`, submit: 'Save the clause', said: 'The clause is saved.', missing: 'Choose which clause was not followed.',
});
