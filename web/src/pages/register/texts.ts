import { bilingual } from '../../language/language.ts';

export const registerTexts = bilingual({
  title: 'Registrera en inkommen avvikelse', lead: 'Någon annan har hört av sig om något som brustit hos oss: per brev, telefon eller på pappersblankett.',
  notForYou: 'Din roll registrerar inte inkommande avvikelser.',
  from: 'Vem det kom från', principal: 'Du registrerar för', principalAbout: 'Rollen blir medutredare och både du och rollen loggas.', party: 'Organisation', partyPublic: 'Allmänheten, eller en organisation som inte finns i registret', partyUnit: 'Vilken enhet där?', partyUnitUnknown: 'Vet inte, eller finns inte i registret',
  mailbox: 'E-postadress för svar', mailboxAbout: 'Kvitto och svar skickas dit som en länk. Utan adress får svaret postas.', mailboxUnit: (unit: string) => `Kvitto och svar går till den funktionsbrevlåda som registret har för ${unit}.`, language: 'Språk i mejlen', received: 'När kom den till oss?', receivedAbout: 'Svarstiden räknas härifrån.',
  paper: 'Det kom på vår pappersblankett', paperVersion: 'Blankettens version', downtime: 'Den fylldes i när systemet låg nere', paperVersionAbout: 'Står längst ner på blanketten.', filled: 'När fylldes blanketten i?', scan: 'När ärendet är registrerat kan du lägga till den skannade blanketten som fil.',
  submit: 'Registrera avvikelsen', draftFound: (when: string) => `Du har en påbörjad registrering från ${when}.`, draftContinue: 'Fortsätt på den', draftNew: 'Börja en ny', draftDiscard: 'Kasta den',
  saved: (time: string) => `Utkast sparat kl. ${time}`, saving: 'Sparar utkast…', notSaved: 'Utkastet gick inte att spara. Det du skrev finns kvar på sidan.', draftSaved: 'Utkast sparas medan du skriver.',
  receiptTitle: 'Avvikelsen är registrerad', number: 'Ärendenummer', next: 'Nu händer detta', nextText: (role: string, date: string) => `${role} ansvarar för ärendet. Den som anmälde ska ha svar senast ${date}.`, follow: 'Öppna ärendet', another: 'Registrera en till',
  swedish: 'Svenska', english: 'Engelska',
  wrong: { principal: 'Välj roll.', party: 'Välj organisation, eller Allmänheten.', partyUnit: 'Välj enhet, eller ”Vet inte”.', mailbox: 'Skriv en hel e-postadress, som namn@exempel.se.', received: 'Ange när den kom.', version: 'Skriv versionen med siffror.', filled: 'Ange när blanketten fylldes i.' },
}, {
  title: 'Register an incoming deviation', lead: 'Somebody else has told us of something that failed in our care: by letter, phone or on a paper form.',
  notForYou: 'Your role does not register incoming deviations.',
  from: 'Whom it came from', principal: 'You register for', principalAbout: 'The role becomes co-investigator, and both you and the role are logged.', party: 'Organisation', partyPublic: 'The public, or an organisation that is not in the register', partyUnit: 'Which unit there?', partyUnitUnknown: 'Not known, or not in the register',
  mailbox: 'Mail address for the reply', mailboxAbout: 'Receipt and reply are sent there as a link. Without an address the reply is posted.', mailboxUnit: (unit: string) => `Receipt and reply go to the function mailbox that the register has for ${unit}.`, language: 'Language of the mails', received: 'When did it reach us?', receivedAbout: 'The time to reply counts from here.',
  paper: 'It came on our paper form', paperVersion: 'Version of the form', downtime: 'It was filled in while the system was down', paperVersionAbout: 'At the bottom of the form.', filled: 'When was the form filled in?', scan: 'Once the case is registered you can add the scanned form as a file.',
  submit: 'Register the deviation', draftFound: (when: string) => `You have an unfinished registration from ${when}.`, draftContinue: 'Go on with it', draftNew: 'Begin a new one', draftDiscard: 'Throw it away',
  saved: (time: string) => `Draft saved at ${time}`, saving: 'Saving the draft…', notSaved: 'The draft could not be saved. What you wrote is still on the page.', draftSaved: 'A draft is saved while you write.',
  receiptTitle: 'The deviation is registered', number: 'Case number', next: 'What happens now', nextText: (role: string, date: string) => `${role} is responsible for the case. Whoever filed is to have a reply by ${date}.`, follow: 'Open the case', another: 'Register another',
  swedish: 'Swedish', english: 'English',
  wrong: { principal: 'Choose a role.', party: 'Choose an organisation, or The public.', partyUnit: 'Choose a unit, or “Not known”.', mailbox: 'Write a whole mail address, like name@example.org.', received: 'Say when it came.', version: 'Write the version in digits.', filled: 'Say when the form was filled in.' },
});
