import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso/router';
import { firstCall } from '../../api/first-call.ts';
import { language, offeredLanguages } from '../../language/language.ts';
import { roleWords } from '../../language/role-words.ts';
import { handlesCases, hasRole, profile, sessionState, watchesExecutions } from '../../session/session.ts';
import { signOut } from '../../session/signing.ts';
import { Icon } from '../icon/icon.tsx';
import { shellTexts } from './texts.ts';

/** What lies around every page: skip link, who is signed in, where to go, the language, the footer. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const text = shellTexts();
  const { path } = useLocation();
  const signedIn = sessionState.value === 'signedIn';
  const links = signedIn ? [
    ...(profile.value?.mayReport ? [['/report', text.report] as const] : []),
    ['/mine', text.mine] as const,
    ...(handlesCases.value ? [['/inbox', text.inbox] as const] : []),
    ['/watch', text.watch] as const,
    ['/actions', text.actions] as const,
    ...(handlesCases.value || profile.value?.groups.length || hasRole('systemAdministrator') ? [['/collaboration', text.collaboration] as const] : []),
    ...(watchesExecutions.value ? [['/console', text.console] as const] : []),
    ...(hasRole('mas', 'mar', 'sas', 'unitManager', 'systemAdministrator') ? [['/access-log', text.accessLog] as const] : []),
    ...(hasRole('systemAdministrator') || profile.value?.mayReadRoutine ? [['/administration', text.administration] as const] : []),
  ] : [];
  return (
    <>
      <a class="ds-skip-link" href="#content">{text.skip}</a>
      <header class="site-head">
        <div class="site-head-row">
          <a class="brand" href="/" aria-label={text.home}><Logo /><span>{text.site}</span></a>
          <LanguageSwitch />
          {signedIn && <Who />}
        </div>
        {links.length > 0 && (
          <nav class="site-nav" aria-label={text.navigation}>
            <ul>{links.map(([href, title]) => (
              <li key={href}><a href={href} aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}>{title}</a></li>
            ))}</ul>
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
      <footer class="site-foot">
        <p>{text.about}</p>
        <ul>
          <li><a class="ds-link" href="/event-descriptions">{text.learnt}</a></li>
          <li><a class="ds-link" href="/accessibility">{text.accessibility}</a></li>
          <li><a class="ds-link" href="/privacy">{text.privacy}</a></li>
        </ul>
      </footer>
    </>
  );
}

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M4 21h24M4 21C8 13 12 10 16 10s8 3 12 11M10 21v-6.5M16 21V10M22 21v-6.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
      <path class="logo-water" d="M6 26h20" fill="none" stroke-width="2.2" stroke-linecap="round" />
    </svg>
  );
}

const names = { sv: 'Svenska', en: 'English' } as const;
function LanguageSwitch() {
  return (
    <div class="language-switch" role="group" aria-label={shellTexts().language}>
      {offeredLanguages.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={language.value === one} onClick={() => {
          language.value = one;
          // The profile remembers it for mails too; the page does not wait for that.
          if (profile.value) void firstCall('set-language', { body: { language: one }, idempotencyKey: crypto.randomUUID() }).catch(() => undefined);
        }}>{names[one]}</button>
      ))}
    </div>
  );
}

function Who() {
  const text = shellTexts();
  const who = profile.value;
  if (!who) return null;
  const words = roleWords();
  const roles = [...new Set(who.roles.map(({ role, substituteFor, principalRoles }) => [
    words[role],
    principalRoles.length > 0 && text.behalf(principalRoles.map((principal) => words[principal]).join(', ')),
    substituteFor && text.substitute(substituteFor),
  ].filter(Boolean).join(' ')))];
  return (
    <div class="who">
      <Icon name="person" />
      <p><span class="ds-sr-only">{text.user}: </span><strong>{who.name}</strong><span class="who-role">{roles.length > 0 ? roles.join(' · ') : who.title}</span></p>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={() => void signOut()}>{text.signOut}</button>
    </div>
  );
}
