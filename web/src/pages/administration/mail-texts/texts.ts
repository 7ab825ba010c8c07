import type { IntroFaultCode } from '../../../../../functions/contracts/mail-text.ts';
import { bilingual } from '../../../language/language.ts';

export const mailTextTexts = bilingual({
  title: 'Mejltexter', lead: 'Ni kan börja varje slag av mejl med egna ord. Ämnesraden och resten av texten ligger fast, så att inget mejl röjer något.',
  kind: 'Slag av mejl', own: 'egen text',
  intro: { sv: 'Egen inledning på svenska', en: 'Egen inledning på engelska' }, save: { sv: 'Spara svenska', en: 'Spara engelska' }, clear: { sv: 'Töm svenska', en: 'Töm engelska' },
  saved: { sv: 'Den svenska inledningen är sparad och gäller nu.', en: 'Den engelska inledningen är sparad och gäller nu.' }, reset: { sv: 'Den svenska texten är återställd.', en: 'Den engelska texten är återställd.' }, nothing: 'Det finns inget att spara.',
  about: (most: number) => `Högst ${most} tecken. Inga länkar, adresser, telefonnummer eller personuppgifter. {caseNumber} blir ärendets nummer. Tom: ingen egen inledning.`,
  aboutWithoutNumber: (most: number) => `Högst ${most} tecken. Inga länkar, adresser, telefonnummer eller personuppgifter. Tom: ingen egen inledning.`,
  preview: 'Så ser mejlen ut', cannotBeSaved: 'Texten kan inte sparas så här', subject: 'Ämne', in: { sv: 'Svenska', en: 'Engelska' }, mailOf: (language: string, audience: string) => `${language}, ${audience}`,
  audience: { unit: 'till enhetens funktionsbrevlåda', manager: 'till chefens brevlåda', filer: 'till den som har anmält', staff: 'till en användare' },
  fault: {
    'too-long': 'Texten är för lång.', link: 'Texten får inte ha länkar eller webbadresser.', address: 'Texten får inte ha e-postadresser.', 'personal-number': 'Texten ser ut att ha ett personnummer.', 'phone-number': 'Texten får inte ha telefonnummer.',
    'person-name': 'Texten ser ut att nämna en person.', 'placeholder-unknown': 'Klamrar får bara stå i {caseNumber}.', 'placeholder-without-number': 'Det här mejlet har inget ärendenummer.', markup: 'Tecknen < och > får inte stå i texten.', 'invisible-character': 'Texten har ett tecken som inte syns.',
  } satisfies Record<IntroFaultCode, string>,
}, {
  title: 'Mail texts', lead: 'You can begin each kind of mail in your own words. The subject and the rest of the text are fixed, so that no mail gives anything away.',
  kind: 'Kind of mail', own: 'own text',
  intro: { sv: 'Own beginning in Swedish', en: 'Own beginning in English' }, save: { sv: 'Save Swedish', en: 'Save English' }, clear: { sv: 'Empty Swedish', en: 'Empty English' },
  saved: { sv: 'The Swedish beginning is saved and in force.', en: 'The English beginning is saved and in force.' }, reset: { sv: 'The Swedish text is reset.', en: 'The English text is reset.' }, nothing: 'There is nothing to save.',
  about: (most: number) => `At most ${most} characters. No links, addresses, phone numbers or personal data. {caseNumber} becomes the number of the case. Empty: no beginning of your own.`,
  aboutWithoutNumber: (most: number) => `At most ${most} characters. No links, addresses, phone numbers or personal data. Empty: no beginning of your own.`,
  preview: 'This is what the mails look like', cannotBeSaved: 'The text cannot be saved like this', subject: 'Subject', in: { sv: 'Swedish', en: 'English' }, mailOf: (language: string, audience: string) => `${language}, ${audience}`,
  audience: { unit: 'to the function mailbox of the unit', manager: 'to the manager’s mailbox', filer: 'to whoever reported', staff: 'to a user' },
  fault: {
    'too-long': 'The text is too long.', link: 'The text may not have links or web addresses.', address: 'The text may not have mail addresses.', 'personal-number': 'The text seems to have a personal identity number.', 'phone-number': 'The text may not have phone numbers.',
    'person-name': 'The text seems to name a person.', 'placeholder-unknown': 'Braces may stand in {caseNumber} only.', 'placeholder-without-number': 'This mail has no case number.', markup: 'The characters < and > may not stand in the text.', 'invisible-character': 'The text has a character that does not show.',
  },
});
