import { bilingual } from '../../language/language.ts';

export const shellTexts = bilingual({
  skip: 'Till innehållet', home: 'Brygga, till startsidan', site: 'Brygga',
  navigation: 'Huvudmeny', report: 'Rapportera', mine: 'Mina rapporter', inbox: 'Inkorg', watch: 'Bevakning', actions: 'Åtgärder', collaboration: 'Samverkan', console: 'Körningar', accessLog: 'Åtkomstlogg', administration: 'Administration',
  language: 'Språk', user: 'Inloggad', signOut: 'Logga ut', signIn: 'Logga in', substitute: (name: string) => `ersätter ${name}`, behalf: (roles: string) => `för ${roles}`,
  accessibility: 'Tillgänglighet', privacy: 'Personuppgifter', learnt: 'Händelsebeskrivningar', about: 'Brygga för avvikelser i samverkan',
  lockedTitle: 'Sidan är låst', locked: 'Ingen har använt sidan på 15 minuter, eller så har inloggningen gått ut. Utkast är sparade. Logga in igen för att fortsätta där du var.',
  signingIn: 'Loggar in…', signInFailed: 'Inloggningen gick inte att slutföra. Försök igen.', signInNeeded: 'Logga in för att se sidan',
  signInNeededText: 'Sidan är för medarbetare. När du har loggat in kommer du hit igen.',
  notFoundTitle: 'Sidan finns inte', notFound: 'Adressen leder ingenstans. Kontrollera den, eller börja från startsidan.', toStart: 'Till startsidan',
  outdated: 'Det finns en ny version', outdatedText: 'Sidan gick inte att hämta. Kontrollera nätet och läs in igen. Utkast är sparade.',
  broken: 'Sidan gick sönder', brokenText: 'Läs in sidan igen. Utkast är sparade.', reload: 'Läs in igen', notForRole: 'Din roll ger inte tillgång till sidan.',
}, {
  skip: 'To the content', home: 'Brygga, to the start page', site: 'Brygga',
  navigation: 'Main menu', report: 'Report', mine: 'My reports', inbox: 'Inbox', watch: 'Watch list', actions: 'Actions', collaboration: 'Collaboration', console: 'Executions', accessLog: 'Access log', administration: 'Administration',
  language: 'Language', user: 'Signed in', signOut: 'Sign out', signIn: 'Sign in', substitute: (name: string) => `standing in for ${name}`, behalf: (roles: string) => `for ${roles}`,
  accessibility: 'Accessibility', privacy: 'Personal data', learnt: 'Event descriptions', about: 'Brygga for deviations in collaboration',
  lockedTitle: 'The page is locked', locked: 'Nobody has used the page for 15 minutes, or the sign-in has expired. Drafts are kept. Sign in again to go on where you were.',
  signingIn: 'Signing in…', signInFailed: 'The sign-in could not be completed. Try again.', signInNeeded: 'Sign in to see the page',
  signInNeededText: 'The page is for staff. When you have signed in you come back here.',
  notFoundTitle: 'There is no such page', notFound: 'The address leads nowhere. Check it, or begin at the start page.', toStart: 'To the start page',
  outdated: 'There is a new version', outdatedText: 'The page could not be fetched. Check the network and reload. Drafts are kept.',
  broken: 'The page broke', brokenText: 'Reload the page. Drafts are kept.', reload: 'Reload', notForRole: 'Your role does not give access to the page.',
});
