import * as oauth from 'oauth4webapi';
import type { SiteConfiguration } from '../../../functions/contracts/register.ts';
import type { Tokens } from './session.ts';

/** Sign-in with code and PKCE at the configured issuer. Loaded only when somebody signs in. */
const pendingKey = 'brygga.sign-in';
const margin = 30_000;

interface Pending { readonly state: string; readonly verifier: string; readonly nonce: string; readonly returnTo: string }

/** Plain http is for an issuer on this very machine, and nothing else. */
export function mayBeInsecure(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
const options = (issuer: string) => ({ [oauth.allowInsecureRequests]: mayBeInsecure(issuer) });
/** A reader's clock may be a few minutes wrong; the token came straight from the issuer. */
const clientOf = ({ clientId }: SiteConfiguration): oauth.Client => ({ client_id: clientId, [oauth.clockTolerance]: 300 });
const redirectUri = () => `${location.origin}/signed-in`;

async function discover({ issuer }: SiteConfiguration): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { algorithm: 'oidc', ...options(issuer) }));
}

/** Leaves the page for the issuer. `again`: the person must prove who it is, even with a session there. */
export async function leaveForSignIn(site: SiteConfiguration, returnTo: string, again: boolean): Promise<void> {
  const server = await discover(site);
  const pending: Pending = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier(), nonce: oauth.generateRandomNonce(), returnTo };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: site.clientId, redirect_uri: redirectUri(), response_type: 'code', scope: 'openid',
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256',
    state: pending.state, nonce: pending.nonce, ...(again && { prompt: 'login' }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.assign(url);
}

/** Back from the issuer: tokens, and the page the person came from. Throws when anything does not match. */
export async function finishSignIn(site: SiteConfiguration, url: URL): Promise<{ readonly tokens: Tokens; readonly returnTo: string }> {
  const pending = readPending();
  sessionStorage.removeItem(pendingKey);
  const server = await discover(site);
  const client = clientOf(site);
  const parameters = oauth.validateAuthResponse(server, client, url, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, redirectUri(), pending.verifier, options(site.issuer));
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: pending.nonce, requireIdToken: true });
  return { tokens: tokensOf(answer, null), returnTo: pending.returnTo };
}

export async function renew(site: SiteConfiguration, current: Tokens): Promise<Tokens | null> {
  if (current.refresh === null) return null;
  const server = await discover(site);
  const client = clientOf(site);
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), current.refresh, options(site.issuer));
  return tokensOf(await oauth.processRefreshTokenResponse(server, client, response), current);
}

/** Ends the issuer's session too, where it has a way to; comes back to the start page. */
export async function leaveForSignOut(site: SiteConfiguration, idToken: string | null): Promise<void> {
  const server = await discover(site).catch(() => null);
  const home = `${location.origin}/`;
  if (server === null) return location.assign(home);
  const standard = server.end_session_endpoint;
  // Cognito has a logout of its own beside its token endpoint, and does not publish it.
  const url = new URL(standard ?? '/logout', standard ?? server.token_endpoint ?? home);
  url.searchParams.set('client_id', site.clientId);
  url.searchParams.set(standard ? 'post_logout_redirect_uri' : 'logout_uri', home);
  if (standard && idToken) url.searchParams.set('id_token_hint', idToken);
  location.assign(url);
}

function tokensOf(answer: oauth.TokenEndpointResponse, before: Tokens | null): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? before?.refresh ?? null,
    id: answer.id_token ?? before?.id ?? null,
    staleAt: performance.now() + (answer.expires_in ?? 300) * 1000 - margin,
  };
}

function readPending(): Pending {
  const pending: unknown = JSON.parse(sessionStorage.getItem(pendingKey) ?? 'null');
  if (typeof pending !== 'object' || pending === null) throw new Error('no-sign-in-pending');
  const text = (name: string) => {
    const value: unknown = Reflect.get(pending, name);
    if (typeof value !== 'string') throw new Error('no-sign-in-pending');
    return value;
  };
  return { state: text('state'), verifier: text('verifier'), nonce: text('nonce'), returnTo: text('returnTo') };
}
