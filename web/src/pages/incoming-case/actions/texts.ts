import { bilingual } from '../../../language/language.ts';

export const incomingActionTexts = bilingual({
  investigation: 'Utredning', investigationFiles: 'Filer till utredningen', replyFiles: 'Filer till svaret', actions: 'Åtgärder', staffMissing: 'Välj person.', unitMissing: 'Välj enhet.', tooLong: 'Texten är för lång.',
  accept: {
    title: 'Registrera anmälan', about: 'Kontrollera uppgifterna. Den som anmälde kan ha svarat ”vet inte”; orden i anmälan ändras aldrig.', principal: 'Registreras för', principalMissing: 'Välj roll.',
    legalBasis: 'Verksamhet', legalBasisMissing: 'Välj verksamhet.', category: 'Kategori', categoryMissing: 'Välj kategori.', harm: 'Skada', harmMissing: 'Välj det som stämmer bäst.', seriousRisk: 'Det kunde ha lett till allvarlig skada',
    unit: 'Mest berörd enhet hos oss', unitAbout: 'Enhetens chef utreder.', others: 'Fler berörda enheter', otherReference: 'Motpartens referens', submit: 'Registrera', said: 'Ärendet är registrerat.',
  },
  units: { title: 'Ändra berörda enheter', submit: 'Spara enheterna', said: 'Enheterna är sparade.' },
  lead: { title: 'Utse huvudutredare', about: 'Chefen för den mest berörda enheten leder utredningen. Den som utses får mejl.', lead: 'Huvudutredare', co: 'Medutredare', submit: 'Spara utredarna', said: 'Utredarna är sparade och får mejl.' },
  change: { title: 'Ändra utredare' },
  add: { title: 'Lägg till medutredare', about: 'Medutredaren ser ärendet i sin bevakning och får mejl.', person: 'Medutredare', submit: 'Lägg till medutredare', said: 'Medutredaren är tillagd och får mejl.' },
  question: { title: 'Be den som anmälde om mer', about: 'Frågan går till anmälaren genom länken. Klockan går vidare.', field: 'Vad behöver ni veta?', missing: 'Skriv frågan.', submit: 'Skicka frågan', said: 'Frågan är skickad.' },
  answer: { title: 'Anteckna svar från den som anmälde', about: 'Om svaret kom per telefon eller brev.', field: 'Svaret', missing: 'Skriv svaret.', submit: 'Spara svaret', said: 'Svaret är sparat.' },
  finish: { title: 'Utredning klar', about: (role: string) => `${role} får besked och kan svara den som anmälde.`, message: 'Meddelande', missing: 'Det här saknas i utredningen', submit: 'Anmäl utredningen som klar', said: 'Utredningen är anmäld som klar.' },
  returned: { title: 'Be om mer utredning', about: 'Utredarna får besked. Klockan går vidare.', submit: 'Be om mer utredning', said: 'Utredarna har fått besked.' },
  reply: {
    title: 'Svar till den som anmälde', about: 'Det här är allt som den som anmälde får läsa. Skriv vad ni kommit fram till och vad ni gör, utan namn.', field: 'Svaret', missing: 'Skriv svaret.', submit: 'Spara svaret', said: 'Svaret är sparat.', unsaved: 'Ändringen är inte sparad. Spara svaret innan du bekräftar.',
    confirm: 'Bekräfta svaret', confirmAbout: 'Jag har läst svaret och det får lämnas ut.', confirmSaid: 'Svaret är bekräftat.', confirmed: 'Svaret är bekräftat.',
  },
  send: {
    title: 'Skicka svaret och avsluta', about: 'När svaret skickas avslutas ärendet och flyttas till den berörda enheten.', how: 'Hur skickas svaret?', post: 'Skriv ut sidan efteråt och posta svaret.', submit: 'Skicka svaret och avsluta', said: 'Svaret är skickat och ärendet avslutat.', blocked: 'Det här måste göras först',
    mend: {
      'investigation-not-done': 'Utredningen ska anmälas som klar', 'breach-missing': 'Ange vilken punkt som inte följdes', 'text-not-confirmed': 'Skriv och bekräfta svaret', 'personal-number-in-text': 'Ta bort personnumret ur svaret', 'identifying-in-text': 'Ta bort det som kan röja vem det gäller', 'consent-missing': 'Anteckna patientens samtycke, eller bekräfta svaret som avidentifierat', 'mailbox-missing': 'Det finns ingen brevlåda. Välj att skicka med post',
      'pharmacy-not-notified': 'Anteckna anmälan till dosapoteket', 'harm-review-missing': 'Bedömningen av skadan ska granskas', 'harm-decision-missing': 'Anteckna beslutet om allvarlig skada', 'patient-information-missing': 'Anteckna informationen till patienten',
    },
  },
  reject: { title: 'Avvisa ärendet', about: 'Den som anmälde får orsaken.', reason: 'Orsak', missing: 'Välj en orsak.', field: 'Förklaring till den som anmälde', submit: 'Avvisa ärendet', said: 'Ärendet är avvisat.' },
  redirect: { title: 'Skicka vidare till rätt enhet', about: 'Enheten tar över utredningen. Klockan går vidare.', unit: 'Till vilken av våra enheter?', reason: 'Varför?', reasonMissing: 'Skriv en orsak.', submit: 'Skicka vidare', said: 'Ärendet är skickat vidare.' },
  pharmacy: { title: 'Anmäl till dosapoteket', link: 'Öppna dosapotekets anmälan (ny flik)', about: 'Anmälan görs hos dosapoteket. Skriv deras referensnummer här, eller varför det inte anmälts.', reference: 'Dosapotekets referensnummer', reason: 'Eller: orsak till att det inte anmäls', either: 'Fyll i antingen referensnummer eller orsak.', submit: 'Spara anmälan till dosapoteket', said: 'Anmälan till dosapoteket är antecknad.' },
}, {
  investigation: 'Investigation', investigationFiles: 'Files of the investigation', replyFiles: 'Files of the reply', actions: 'Actions', staffMissing: 'Choose a person.', unitMissing: 'Choose a unit.', tooLong: 'The text is too long.',
  accept: {
    title: 'Register the report', about: 'Check the details. Whoever filed may have answered “I do not know”; the words of the report are never changed.', principal: 'Registered for', principalMissing: 'Choose a role.',
    legalBasis: 'Service', legalBasisMissing: 'Choose a service.', category: 'Category', categoryMissing: 'Choose a category.', harm: 'Harm', harmMissing: 'Choose what fits best.', seriousRisk: 'It could have caused serious harm',
    unit: 'Our unit most concerned', unitAbout: 'The manager of the unit investigates.', others: 'Other units concerned', otherReference: 'Reference of the other party', submit: 'Register', said: 'The case is registered.',
  },
  units: { title: 'Change the units concerned', submit: 'Save the units', said: 'The units are saved.' },
  lead: { title: 'Name a lead investigator', about: 'The manager of the unit most concerned leads the investigation. Whoever is named gets a mail.', lead: 'Lead investigator', co: 'Co-investigators', submit: 'Save the investigators', said: 'The investigators are saved and get a mail.' },
  change: { title: 'Change investigators' },
  add: { title: 'Add co-investigators', about: 'The co-investigator sees the case in the watch list and gets a mail.', person: 'Co-investigator', submit: 'Add the co-investigator', said: 'The co-investigator is added and gets a mail.' },
  question: { title: 'Ask whoever filed for more', about: 'The question goes to them through the link. The clock runs on.', field: 'What do you need to know?', missing: 'Write the question.', submit: 'Send the question', said: 'The question is sent.' },
  answer: { title: 'Record the answer of whoever filed', about: 'If the answer came by phone or letter.', field: 'The answer', missing: 'Write the answer.', submit: 'Save the answer', said: 'The answer is saved.' },
  finish: { title: 'Investigation done', about: (role: string) => `${role} is told and can answer whoever filed.`, message: 'Message', missing: 'This is missing in the investigation', submit: 'Report the investigation as done', said: 'The investigation is reported as done.' },
  returned: { title: 'Ask for more investigation', about: 'The investigators are told. The clock runs on.', submit: 'Ask for more investigation', said: 'The investigators are told.' },
  reply: {
    title: 'Reply to whoever filed', about: 'This is all that whoever filed gets to read. Write what you found and what you do, without names.', field: 'The reply', missing: 'Write the reply.', submit: 'Save the reply', said: 'The reply is saved.', unsaved: 'The change is not saved. Save the reply before you confirm.',
    confirm: 'Confirm the reply', confirmAbout: 'I have read the reply and it may leave.', confirmSaid: 'The reply is confirmed.', confirmed: 'The reply is confirmed.',
  },
  send: {
    title: 'Send the reply and close', about: 'When the reply is sent the case closes and moves to the unit concerned.', how: 'How is the reply sent?', post: 'Print the page afterwards and post the reply.', submit: 'Send the reply and close', said: 'The reply is sent and the case closed.', blocked: 'This must be done first',
    mend: {
      'investigation-not-done': 'The investigation must be reported as done', 'breach-missing': 'Say which clause was not followed', 'text-not-confirmed': 'Write and confirm the reply', 'personal-number-in-text': 'Take the personal identity number out of the reply', 'identifying-in-text': 'Take out what may tell whom it is about', 'consent-missing': 'Record the patient’s consent, or confirm the reply as de-identified', 'mailbox-missing': 'There is no mailbox. Choose to send by post',
      'pharmacy-not-notified': 'Record the notification of the dose pharmacy', 'harm-review-missing': 'The assessment of harm is to be reviewed', 'harm-decision-missing': 'Record the decision on serious harm', 'patient-information-missing': 'Record the information to the patient',
    },
  },
  reject: { title: 'Reject the case', about: 'Whoever filed is told the reason.', reason: 'Reason', missing: 'Choose a reason.', field: 'Explanation to whoever filed', submit: 'Reject the case', said: 'The case is rejected.' },
  redirect: { title: 'Pass on to the right unit', about: 'The unit takes over the investigation. The clock runs on.', unit: 'To which of our units?', reason: 'Why?', reasonMissing: 'Write a reason.', submit: 'Pass on', said: 'The case is passed on.' },
  pharmacy: { title: 'Notify the dose pharmacy', link: 'Open the pharmacy’s notification (new tab)', about: 'The notification is made at the dose pharmacy. Write their reference number here, or why it was not notified.', reference: 'Reference number of the pharmacy', reason: 'Or: why it is not notified', either: 'Fill in either a reference number or a reason.', submit: 'Save the notification', said: 'The notification of the dose pharmacy is recorded.' },
});
