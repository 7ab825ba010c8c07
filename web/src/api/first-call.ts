import { firstRoutes } from '../../../functions/contracts/first-routes.ts';
import { configuration, sessionState, tokens } from '../session/session.ts';
import { createClient, type Surroundings } from './client.ts';

/** The browser around the client: tokens from memory, renewed shortly before they go stale. */
export const browser: Surroundings = {
  fetch: (url, init) => fetch(url, init),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  token: currentToken,
  refused: () => {
    if (sessionState.value !== 'signedIn') return;
    tokens.current = null;
    sessionState.value = 'locked';
  },
};

/** The client of the first view, which knows the few operations that come before any page. */
export const firstCall = createClient(browser, firstRoutes);

let renewing: Promise<void> | null = null;
async function currentToken(): Promise<string | null> {
  const site = configuration.value;
  if (tokens.current && site && performance.now() > tokens.current.staleAt) {
    const stale = tokens.current;
    renewing ??= import('../session/openid.ts')
      .then(({ renew }) => renew(site, stale))
      .catch(() => null)
      .then((renewed) => {
        // A stale token still goes to the API: it alone decides when it is too old.
        if (renewed && tokens.current) tokens.current = renewed;
        renewing = null;
      });
    await renewing;
  }
  return tokens.current?.access ?? null;
}
