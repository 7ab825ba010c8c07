import { bilingual } from '../language/language.ts';

export const incomingReportTexts = bilingual({
  sections: { when: 'När', where: 'Vem det gäller hos oss', what: 'Vad som hände', patient: 'Patient eller brukare', more: 'Mer, om du vill' },
  happened: 'När hände det?', happenedAbout: 'Ungefär går bra.', discovered: 'När upptäcktes det?',
  unit: 'Vilken enhet hos oss gäller det?', unitStaff: 'Mest berörd enhet hos oss', unitAbout: 'Vet du inte, välj ”Vet inte”.', unitStaffAbout: 'Enhetens chef utreder.', unknown: 'Vet inte', others: 'Fler berörda enheter',
  legalBasis: 'Vilken verksamhet gäller det?', category: 'Vad handlar det om?', whatHappened: 'Vad hände?', whatHappenedAbout: 'Beskriv vad som hände, inte vem som gjorde det. Skriv inte namn eller personnummer här.',
  wishes: 'Vad vill du att vi gör?', harm: 'Blev någon skadad?', seriousRisk: 'Det kunde ha lett till allvarlig skada',
  otherReference: 'Ert ärendenummer', otherReferenceStaff: 'Motpartens ärendenummer', breach: 'Vad följdes inte?', breachNone: 'Inget av detta', breachText: 'Vilken?', alreadySolved: 'Det är redan löst', unclearResponsibility: 'Arbete som utfördes under oklart ansvar',
  relation: 'Vem är du?', hasPatient: 'Gäller det en patient eller brukare?', yes: 'Ja', no: 'Nej', reference: 'Personnummer eller annan patientuppgift', referenceAbout: 'Förvaras för sig, skyddat. Skickas aldrig med mejl.', protectedIdentity: 'Personen har skyddad identitet',
  change: 'Ändra', checkTitle: 'Kontrollera innan du skickar', back: 'Tillbaka och ändra', check: 'Kontrollera svaren', personalNumberLeft: 'Det verkar finnas ett personnummer i texten. Du kan skicka ändå; det tas bort innan något lämnas ut.',
  wrong: {
    happened: 'Ange när det hände.', discovered: 'Ange när det upptäcktes.', dateWrong: 'Datumet finns inte. Skriv dag, månad och år med siffror.', timeWrong: 'Skriv klockslaget som 14:05.', future: 'Tiden ligger i framtiden.', before: 'Det kan inte ha upptäckts innan det hände.',
    unit: 'Välj enhet, eller ”Vet inte”.', unitStaff: 'Välj enhet.', legalBasis: 'Välj verksamhet.', category: 'Välj vad det handlar om.', whatHappened: 'Beskriv vad som hände.', harm: 'Välj det som stämmer bäst.', relation: 'Välj det som stämmer.', hasPatient: 'Svara ja eller nej.', reference: 'Fyll i uppgiften, eller svara nej ovan.', tooLong: 'Texten är för lång.',
  },
}, {
  sections: { when: 'When', where: 'Whom of us it concerns', what: 'What happened', patient: 'Patient', more: 'More, if you like' },
  happened: 'When did it happen?', happenedAbout: 'Roughly will do.', discovered: 'When was it discovered?',
  unit: 'Which of our units does it concern?', unitStaff: 'Our unit most concerned', unitAbout: 'If you do not know, choose “I do not know”.', unitStaffAbout: 'The manager of the unit investigates.', unknown: 'I do not know', others: 'Other units concerned',
  legalBasis: 'Which kind of service is it about?', category: 'What is it about?', whatHappened: 'What happened?', whatHappenedAbout: 'Describe what happened, not who did it. Do not write names or personal identity numbers here.',
  wishes: 'What would you like us to do?', harm: 'Was anyone harmed?', seriousRisk: 'It could have caused serious harm',
  otherReference: 'Your case number', otherReferenceStaff: 'Case number of the other party', breach: 'What was not followed?', breachNone: 'None of these', breachText: 'Which one?', alreadySolved: 'It is already solved', unclearResponsibility: 'Work done under unclear responsibility',
  relation: 'Who are you?', hasPatient: 'Does it concern a patient?', yes: 'Yes', no: 'No', reference: 'Personal identity number or other patient reference', referenceAbout: 'Kept apart, protected. Never sent by mail.', protectedIdentity: 'The person has a protected identity',
  change: 'Change', checkTitle: 'Check before you send', back: 'Back to change', check: 'Check the answers', personalNumberLeft: 'There seems to be a personal identity number in the text. You can send anyway; it is removed before anything leaves.',
  wrong: {
    happened: 'Say when it happened.', discovered: 'Say when it was discovered.', dateWrong: 'There is no such date. Write day, month and year in digits.', timeWrong: 'Write the time as 14:05.', future: 'The time is in the future.', before: 'It cannot have been discovered before it happened.',
    unit: 'Choose a unit, or “I do not know”.', unitStaff: 'Choose a unit.', legalBasis: 'Choose a service.', category: 'Choose what it is about.', whatHappened: 'Describe what happened.', harm: 'Choose what fits best.', relation: 'Choose what fits.', hasPatient: 'Answer yes or no.', reference: 'Fill in the reference, or answer no above.', tooLong: 'The text is too long.',
  },
});
