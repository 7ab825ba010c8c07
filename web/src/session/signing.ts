import { firstCall } from '../api/first-call.ts';
import { ApiFailure } from '../api/failure.ts';
import { language } from '../language/language.ts';
import { configuration, profile, sessionState, tokens } from './session.ts';

/** Says in this tab only that somebody was signed in, so that a reload goes to the issuer and back by itself. */
const rememberKey = 'brygga.signed-in';
/** Only paths of this site: a crafted address must not lead out of it. */
const safePath = (path: string) => (/^\/(?!\/|\\)/.test(path) && !path.startsWith('/signed-in') ? path : '/');
const here = () => location.pathname + location.search;

export async function signIn(returnTo: string = here(), again = false): Promise<void> {
  const site = configuration.value;
  if (!site) return;
  sessionState.value = 'signingIn';
  try {
    const { leaveForSignIn } = await import('./openid.ts');
    await leaveForSignIn(site, safePath(returnTo), again);
  } catch {
    sessionState.value = 'signedOut';
    throw new ApiFailure(null);
  }
}

/** At `/signed-in`. Answers the path to go on to; throws when the sign-in did not hold. */
export async function completeSignIn(): Promise<string> {
  const site = configuration.value;
  if (!site) throw new ApiFailure(null);
  const url = new URL(location.href);
  history.replaceState(null, '', '/signed-in');
  const { finishSignIn } = await import('./openid.ts');
  const finished = await finishSignIn(site, url);
  tokens.current = finished.tokens;
  await loadProfile();
  sessionStorage.setItem(rememberKey, 'yes');
  sessionState.value = 'signedIn';
  return safePath(finished.returnTo);
}

async function loadProfile(): Promise<void> {
  const mine = await firstCall('read-profile');
  profile.value = mine;
  language.value = mine.language;
}

export async function signOut(): Promise<void> {
  const idToken = tokens.current?.id ?? null;
  forget();
  sessionState.value = 'signedOut';
  const site = configuration.value;
  if (!site) return;
  const { leaveForSignOut } = await import('./openid.ts');
  await leaveForSignOut(site, idToken);
}

/** Idle for too long: the tokens go, the page closes; what was typed lies in drafts on the server. */
export function lock(): void {
  if (sessionState.value !== 'signedIn') return;
  forget();
  sessionState.value = 'locked';
}

/** The API refused the token: the person signs in again and comes back to the same page. */
export function forget(): void {
  tokens.current = null;
  profile.value = null;
  sessionStorage.removeItem(rememberKey);
}

/** First thing of the page: what the site is, then whether this tab had somebody signed in. */
export async function beginSession(): Promise<void> {
  const site = await firstCall('read-configuration');
  configuration.value = site;
  const remembered = sessionStorage.getItem(rememberKey) !== null;
  const external = ['/reply', '/status', '/intake', '/signed-in'].some((path) => location.pathname.startsWith(path));
  if (remembered && !external) {
    sessionStorage.removeItem(rememberKey);
    await signIn();
  } else {
    sessionState.value = 'signedOut';
  }
}
