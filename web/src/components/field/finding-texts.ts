import { bilingual } from '../../language/language.ts';

/** Of what a text field marks; apart from the other components' words, which every page carries. */
export const findingTexts = bilingual({
  found: {
    personalNumber: 'Det här ser ut som ett personnummer:', coordinationNumber: 'Det här ser ut som ett samordningsnummer:', name: 'Det här ser ut som ett namn:', phone: 'Det här ser ut som ett telefonnummer:',
    mail: 'Det här ser ut som en e-postadress:', address: 'Det här ser ut som en adress:', birthDate: 'Det här ser ut som ett födelsedatum:', diagnosis: 'Det här ser ut som en diagnos:',
  },
  notIdentifying: 'Pekar inte ut någon',
  nameFound: (names: string) => `Det här ser ut som namn på personer: ${names}. Beskriv vad som hände, inte vem; skriv befattning i stället för namn.`,
  toPatientReference: 'Flytta till patientuppgift',
  notPersonalNumber: 'Inte ett personnummer',
}, {
  found: {
    personalNumber: 'This looks like a personal identity number:', coordinationNumber: 'This looks like a coordination number:', name: 'This looks like a name:', phone: 'This looks like a phone number:',
    mail: 'This looks like a mail address:', address: 'This looks like an address:', birthDate: 'This looks like a date of birth:', diagnosis: 'This looks like a diagnosis:',
  },
  notIdentifying: 'Identifies nobody',
  nameFound: (names: string) => `This looks like names of persons: ${names}. Describe what happened, not who; write a job title instead of a name.`,
  toPatientReference: 'Move to patient reference',
  notPersonalNumber: 'Not a personal number',
});
