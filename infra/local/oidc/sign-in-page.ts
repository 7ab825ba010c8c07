import type { Language } from '../console/language.ts';
import { html, type Markup } from '../console/markup.ts';
import { writePage, type WrittenPage } from '../console/page.ts';
import type { DemoUser } from './demo-user.ts';

const words = {
  sv: {
    title: 'Logga in',
    intro: 'Det här är en lokal demonstration. Inget lösenord behövs: välj vem du vill vara.',
    group: 'Demoanvändare',
    other: 'In English',
    otherLanguage: 'en',
    expired: 'Inloggningen gäller inte längre',
    again: 'Den har redan använts, eller så väntade du för länge. Gå tillbaka till webbplatsen och logga in på nytt.',
    back: 'Till webbplatsen',
    failed: 'Inloggningen gick inte',
    signOut: 'Logga ut',
    signingOut: 'Vill du logga ut?',
    signedOut: 'Du är utloggad',
    unknown: 'Den användaren finns inte i demonstrationen. Välj en av dem som visas.',
  },
  en: {
    title: 'Sign in',
    intro: 'This is a local demonstration. No password is needed: choose who you want to be.',
    group: 'Demo users',
    other: 'På svenska',
    otherLanguage: 'sv',
    expired: 'This sign-in is no longer valid',
    again: 'It has been used already, or you waited too long. Go back to the site and sign in again.',
    back: 'To the site',
    failed: 'The sign-in did not work',
    signOut: 'Sign out',
    signingOut: 'Do you want to sign out?',
    signedOut: 'You are signed out',
    unknown: 'That user is not part of the demonstration. Choose one of those shown.',
  },
} as const;

/** @param action where the choice is posted, as `user=<id>` */
export function signInPage(language: Language, action: string, users: readonly DemoUser[], problem?: 'unknown'): WrittenPage {
  const text = words[language];
  return writePage({
    language,
    title: text.title,
    navigation: html`<a href="?lang=${text.otherLanguage}" lang="${text.otherLanguage}" hreflang="${text.otherLanguage}">${text.other}</a>`,
    body: html`${problem && html`<p role="alert">${text[problem]}</p>`}
<p>${text.intro}</p>
<form method="post" action="${action}">
<h2 id="people">${text.group}</h2>
<ul class="people" aria-labelledby="people">
${users.map((user) => html`<li><button name="user" value="${user.id}">${user.name} <small>${user.title}</small></button></li>`)}
</ul>
</form>`,
  });
}

export function expiredPage(language: Language): WrittenPage {
  const text = words[language];
  return writePage({ language, title: text.expired, body: html`<p role="alert">${text.again}</p>${backLink(language)}` });
}

/** @param code an OAuth error code and its description, from the provider */
export function failedPage(language: Language, code: string, description: string): WrittenPage {
  const text = words[language];
  return writePage({
    language,
    title: text.failed,
    body: html`<p role="alert"><strong>${code}</strong> <span lang="en">${description}</span></p>${backLink(language)}`,
  });
}

/**
 * The site has already asked, and Cognito does not ask again: the form sends itself; without a
 * script there is its button.
 *
 * @param form the provider's form with the id `op.logoutForm`
 */
export function signOutPage(language: Language, form: Markup): WrittenPage {
  const text = words[language];
  return writePage({
    language,
    title: text.signOut,
    body: html`<p>${text.signingOut}</p>${form}<button id="yes" form="op.logoutForm" name="logout" value="yes">${text.signOut}</button>`,
    script: "document.getElementById('op.logoutForm').requestSubmit(document.getElementById('yes'));",
  });
}

export function signedOutPage(language: Language): WrittenPage {
  return writePage({ language, title: words[language].signedOut, body: backLink(language) });
}

function backLink(language: Language): Markup {
  return html`<p><a class="button" href="/">${words[language].back}</a></p>`;
}
