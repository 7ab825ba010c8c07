import { bilingual } from './language.ts';

/** What any page may have to say before it has loaded anything: it is part of the first view. All else is in problem-texts.ts. */
export const failureTexts = bilingual({
  problem: {
    'invalid-query': 'Sökningen gick inte att förstå. Börja om från listan.',
    'not-signed-in': 'Du är inte inloggad längre. Logga in igen.',
    'unknown-user': 'Ditt konto finns inte i organisationens register. Kontakta systemadministratören.',
    'not-allowed': 'Du har inte behörighet att göra detta i ärendet.',
    'need-not-stated': 'Du har inte ärendet i ditt arbete. Ange varför du behöver öppna det.',
    'not-found': 'Det du söker finns inte, eller så har du inte behörighet att se det.',
    'origin-refused': 'Anropet kom en väg som inte är tillåten.',
    'link-not-valid': 'Länken gäller inte längre.',
    'session-expired': 'Du har varit borta för länge. Öppna länken i mejlet igen; det du skrev finns kvar.',
    'rate-limited': 'För många försök på kort tid. Vänta en stund och försök igen.',
    'cursor-invalid': 'Listan har ändrats. Börja om från första sidan.',
    'unavailable': 'Tjänsten svarar inte just nu. Det du skrev finns kvar; försök igen om en stund.',
    'internal': 'Något gick fel hos oss. Det du skrev finns kvar; försök igen om en stund.',
  },
  network: 'Ingen kontakt med tjänsten. Kontrollera nätet och försök igen; det du skrev finns kvar.',
  reference: (id: string) => `Referens för felanmälan: ${id}`,
}, {
  problem: {
    'invalid-query': 'The search could not be understood. Start again from the list.',
    'not-signed-in': 'You are no longer signed in. Sign in again.',
    'unknown-user': 'Your account is not in the register of the organisation. Contact the system administrator.',
    'not-allowed': 'You are not allowed to do this in the case.',
    'need-not-stated': 'The case is not in your work. Say why you need to open it.',
    'not-found': 'What you look for does not exist, or you are not allowed to see it.',
    'origin-refused': 'The request came a way that is not allowed.',
    'link-not-valid': 'The link is no longer valid.',
    'session-expired': 'You have been away for too long. Open the link in the mail again; what you wrote is kept.',
    'rate-limited': 'Too many attempts in a short time. Wait a while and try again.',
    'cursor-invalid': 'The list has changed. Start again from the first page.',
    'unavailable': 'The service does not answer right now. What you wrote is kept; try again in a while.',
    'internal': 'Something went wrong on our side. What you wrote is kept; try again in a while.',
  },
  network: 'No contact with the service. Check the network and try again; what you wrote is kept.',
  reference: (id: string) => `Reference for support: ${id}`,
});
