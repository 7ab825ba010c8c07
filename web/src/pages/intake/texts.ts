import { bilingual } from '../../language/language.ts';

export const intakeTexts = bilingual({
  partyTitle: 'Anmäl en avvikelse till oss', partyLead: (name: string) => `För vårdgivare och andra organisationer som upptäckt att något brustit i vården hos ${name}.`,
  publicTitle: 'Berätta om något som gått fel', publicLead: (name: string) => `För dig som är patient, brukare eller närstående och upptäckt att något brustit i vården hos ${name}.`,
  how: 'Du behöver inget konto. Vi skickar en sexsiffrig kod till er funktionsbrevlåda, så att vi vet var svaret ska hamna.', howPublic: 'Du behöver inget konto. Vi skickar en sexsiffrig kod till din e-post, så att vi vet var svaret ska hamna.', care: 'Är det akut? Ring 112. Behöver någon vård nu, sök den först.',
  organisation: 'Vilken organisation kommer ni från?', unit: 'Vilken enhet?', mailbox: 'Din e-postadress', language: 'Språk i mejlen', swedish: 'Svenska', english: 'Engelska', sendCode: 'Skicka kod', showForm: 'Visa formuläret',
  missing: { organisation: 'Välj organisation.', unit: 'Välj enhet.', mailbox: 'Skriv en hel e-postadress, som namn@exempel.se.' },
  notThere: 'Finns er enhet inte i listan?', notTherePhone: (phone: string) => `Ring ${phone}, så registrerar vi avvikelsen åt er.`, notThereLetter: 'Skriv ett brev, så registrerar vi avvikelsen åt er.', toPublic: 'Är du patient, brukare eller närstående?', toParty: 'Kommer du från en vårdgivare eller annan organisation?', other: 'Gå till den andra sidan',
  writeTitle: 'Skriv anmälan', from: (who: string) => `Från ${who}.`, answerTo: (to: string) => `Kvitto och svar går till ${to}.`, submit: 'Skicka anmälan', keep: 'Det du skriver sparas inte förrän du skickar. Sidan är öppen i 30 minuter utan att du rör den.',
  receiptTitle: 'Tack, anmälan har kommit in', number: 'Ärendenummer', next: 'Nu händer detta',
  steps: { register: (date: string) => `Vi registrerar anmälan senast ${date}.`, reply: (date: string) => `Du får svar senast ${date}.`, link: (to: string) => `En länk är skickad till ${to}. Där kan du se var ärendet är, svara på frågor och läsa svaret.` },
  print: 'Skriv ut', again: 'Sessionen har tagit slut', againText: 'Det du skrev finns kvar på sidan. Be om en ny kod, så kan du skicka.', reverify: 'Be om en ny kod',
}, {
  partyTitle: 'Report a deviation to us', partyLead: (name: string) => `For care providers and other organisations that have found that something failed in the care of ${name}.`,
  publicTitle: 'Tell us about something that went wrong', publicLead: (name: string) => `For you who are a patient, a care receiver or a relative and have found that something failed in the care of ${name}.`,
  how: 'You need no account. We send a six-digit code to your function mailbox, so that we know where the reply is to go.', howPublic: 'You need no account. We send a six-digit code to your mail, so that we know where the reply is to go.', care: 'Is it an emergency? Call 112. If somebody needs care now, get it first.',
  organisation: 'Which organisation are you from?', unit: 'Which unit?', mailbox: 'Your mail address', language: 'Language of the mails', swedish: 'Swedish', english: 'English', sendCode: 'Send the code', showForm: 'Show the form',
  missing: { organisation: 'Choose an organisation.', unit: 'Choose a unit.', mailbox: 'Write a whole mail address, like name@example.org.' },
  notThere: 'Is your unit not in the list?', notTherePhone: (phone: string) => `Call ${phone}, and we register the deviation for you.`, notThereLetter: 'Write a letter, and we register the deviation for you.', toPublic: 'Are you a patient, a care receiver or a relative?', toParty: 'Are you from a care provider or another organisation?', other: 'Go to the other page',
  writeTitle: 'Write the report', from: (who: string) => `From ${who}.`, answerTo: (to: string) => `Receipt and reply go to ${to}.`, submit: 'Send the report', keep: 'What you write is not kept until you send it. The page stays open for 30 minutes without your touching it.',
  receiptTitle: 'Thank you, the report is received', number: 'Case number', next: 'What happens now',
  steps: { register: (date: string) => `We register the report by ${date}.`, reply: (date: string) => `You get a reply by ${date}.`, link: (to: string) => `A link is sent to ${to}. There you can see where the case is, answer questions and read the reply.` },
  print: 'Print', again: 'The session has ended', againText: 'What you wrote is still on the page. Ask for a new code, and you can send it.', reverify: 'Ask for a new code',
});
