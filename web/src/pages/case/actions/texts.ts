import { bilingual } from '../../../language/language.ts';

export const actionTexts = bilingual({
  message: 'Meddelande',
  unit: { title: 'Ange extern enhet', field: 'Extern enhet', missing: 'Välj enhet.', submit: 'Spara enheten', said: 'Den externa enheten är sparad.', noMailbox: 'saknar funktionsbrevlåda' },
  outgoing: {
    title: 'Text som lämnas ut', about: 'Det här är allt den externa enheten får se. Skriv så att ingen kan förstå vem patienten är.', field: 'Text till den externa enheten', missing: 'Skriv texten.', submit: 'Spara texten', said: 'Texten är sparad.',
    confirm: 'Bekräfta texten', confirmAbout: 'Jag har läst texten och den får lämnas ut.', confirmSaid: 'Texten är bekräftad.', confirmed: 'Texten är bekräftad.', unsaved: 'Ändringen är inte sparad. Spara texten innan du bekräftar.',
  },
  send: {
    title: 'Skicka', to: (unit: string) => `Skicka till ${unit}`, toNobody: 'Skicka', about: 'Att skicka är att lämna ut uppgifter. Enheten får ett mejl med ärendenummer och länk, och texten ovan när den öppnat länken med sin kod.', said: 'Ärendet är skickat.',
    blocked: 'Det här måste göras först', mend: { 'external-unit-missing': 'Ange extern enhet', 'on-call-incomplete': 'Komplettera uppgifterna om jourtid', 'mailbox-missing': 'Enheten har ingen funktionsbrevlåda. Skicka per post, välj en annan enhet, eller be systemadministratören lägga till brevlådan', 'breach-missing': 'Ange vilken punkt som inte följdes', 'text-not-confirmed': 'Bekräfta texten som lämnas ut', 'personal-number-in-text': 'Ta bort personnumret ur texten', 'identifying-in-text': 'Ta bort det som kan röja vem det gäller', 'consent-missing': 'Anteckna patientens samtycke, eller bekräfta texten som avidentifierad' },
  },
  ask: { approve: 'Godkänn', refuse: 'Avslå', decision: 'Beslut', decisionMissing: 'Välj godkänn eller avslå.', reasonField: 'Motivering till enheten', submit: 'Spara beslutet', said: 'Beslutet är sparat och enheten får veta.', asked: (when: string) => `Ställd ${when}.`, toUnit: (unit: string) => `Till ${unit}.`, days: (days: number) => `${days} dagar till.` },
  reach: { title: 'Nå den externa enhetens chef', about: (unit: string) => `Svaret är försenat och chefen för ${unit} har ingen brevlåda i registret. Ring eller nå chefen på annat sätt, och be systemadministratören lägga in brevlådan.` },
  question: { title: 'Be rapportören om mer', field: 'Vad behöver du veta?', missing: 'Skriv frågan.', submit: 'Skicka frågan', said: 'Frågan är skickad till rapportören.' },
  answer: { title: 'Svara på frågan', field: 'Ditt svar', missing: 'Skriv ditt svar.', submit: 'Skicka svaret', said: 'Svaret är skickat.' },
  assign: { title: 'Fördela', lead: 'Huvudutredare', leadMissing: 'Välj huvudutredare.', co: 'Medutredare', submit: 'Spara fördelningen', said: 'Fördelningen är sparad.' },
  renew: { title: 'Skicka en ny länk', about: 'Alla äldre länkar till ärendet slutar gälla.', submit: 'Skicka en ny länk', said: 'En ny länk är skickad.' },
  identity: { title: 'Anteckna identitetssamtal', about: 'Hur fick den externa enheten veta vem det gäller?', how: 'Hur', howMissing: 'Välj hur.', at: 'När', atWrong: 'Ange när det skedde.', receiver: 'Vem tog emot? Ange befattning', receiverMissing: 'Ange befattning.', submit: 'Spara', said: 'Samtalet är antecknat.' },
  returned: { title: 'Returnera svaret', about: 'Enheten får veta vad som saknas. Klockan går vidare.', field: 'Vad saknas?', missing: 'Skriv vad som saknas.', submit: 'Returnera svaret', said: 'Svaret är returnerat.' },
  share: { title: 'Dela svaret', about: 'Rapportören får alltid svaret. Välj fler som berörs.', units: 'Enheter', people: 'Personer', submit: 'Dela svaret', said: 'Svaret är delat.' },
  close: { title: 'Avsluta ärendet', about: 'Rapportören och den externa enheten får veta.', field: 'Vad ledde det till?', submit: 'Avsluta ärendet', said: 'Ärendet är avslutat.' },
  withdraw: { title: 'Återkalla ärendet', about: 'Är det redan skickat får den externa enheten veta att det inte längre gäller.', submit: 'Återkalla ärendet', said: 'Ärendet är återkallat.' },
}, {
  message: 'Message',
  unit: { title: 'Set the external unit', field: 'External unit', missing: 'Choose a unit.', submit: 'Save the unit', said: 'The external unit is saved.', noMailbox: 'has no function mailbox' },
  outgoing: {
    title: 'Text that leaves', about: 'This is all the external unit gets to see. Write so that nobody can tell who the patient is.', field: 'Text to the external unit', missing: 'Write the text.', submit: 'Save the text', said: 'The text is saved.',
    confirm: 'Confirm the text', confirmAbout: 'I have read the text and it may leave.', confirmSaid: 'The text is confirmed.', confirmed: 'The text is confirmed.', unsaved: 'The change is not saved. Save the text before you confirm.',
  },
  send: {
    title: 'Send', to: (unit: string) => `Send to ${unit}`, toNobody: 'Send', about: 'To send is to disclose. The unit gets a mail with case number and link, and the text above once it has opened the link with its code.', said: 'The case is sent.',
    blocked: 'This must be done first', mend: { 'external-unit-missing': 'Set the external unit', 'on-call-incomplete': 'Complete what concerns out of hours', 'mailbox-missing': 'The unit has no function mailbox. Send it by post, choose another unit, or ask the system administrator to add the mailbox', 'breach-missing': 'Say which clause was not followed', 'text-not-confirmed': 'Confirm the text that leaves', 'personal-number-in-text': 'Take the personal identity number out of the text', 'identifying-in-text': 'Take out what may tell whom it is about', 'consent-missing': 'Record the patient’s consent, or confirm the text as de-identified' },
  },
  ask: { approve: 'Approve', refuse: 'Refuse', decision: 'Decision', decisionMissing: 'Choose approve or refuse.', reasonField: 'Grounds, to the unit', submit: 'Save the decision', said: 'The decision is saved and the unit is told.', asked: (when: string) => `Asked ${when}.`, toUnit: (unit: string) => `To ${unit}.`, days: (days: number) => `${days} more days.` },
  reach: { title: 'Reach the manager of the external unit', about: (unit: string) => `The reply is late and the manager of ${unit} has no mailbox in the register. Call or reach the manager in another way, and ask the system administrator to add the mailbox.` },
  question: { title: 'Ask the reporter for more', field: 'What do you need to know?', missing: 'Write the question.', submit: 'Send the question', said: 'The question is sent to the reporter.' },
  answer: { title: 'Answer the question', field: 'Your answer', missing: 'Write your answer.', submit: 'Send the answer', said: 'The answer is sent.' },
  assign: { title: 'Assign', lead: 'Lead investigator', leadMissing: 'Choose a lead investigator.', co: 'Co-investigators', submit: 'Save the assignment', said: 'The assignment is saved.' },
  renew: { title: 'Send a new link', about: 'All older links to the case die.', submit: 'Send a new link', said: 'A new link is sent.' },
  identity: { title: 'Record an identity call', about: 'How did the external unit learn whom it concerns?', how: 'How', howMissing: 'Choose how.', at: 'When', atWrong: 'Say when it happened.', receiver: 'Who received it? Give the job title', receiverMissing: 'Give the job title.', submit: 'Save', said: 'The call is recorded.' },
  returned: { title: 'Return the reply', about: 'The unit is told what is missing. The clock runs on.', field: 'What is missing?', missing: 'Write what is missing.', submit: 'Return the reply', said: 'The reply is returned.' },
  share: { title: 'Share the reply', about: 'The reporter always gets the reply. Choose others who are concerned.', units: 'Units', people: 'People', submit: 'Share the reply', said: 'The reply is shared.' },
  close: { title: 'Close the case', about: 'The reporter and the external unit are told.', field: 'What came of it?', submit: 'Close the case', said: 'The case is closed.' },
  withdraw: { title: 'Withdraw the case', about: 'If it has been sent, the external unit is told that it no longer applies.', submit: 'Withdraw the case', said: 'The case is withdrawn.' },
});
