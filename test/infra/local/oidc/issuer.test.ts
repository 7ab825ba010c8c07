import { createServer, type Server } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIssuer, UnknownDemoUser, type Issuer } from '../../../../infra/local/oidc/issuer.ts';

const clientId = 'brygga-local-client';
const users = [
  { id: 'siri', name: 'Siri Sjuksköterska', title: 'Sjuksköterska', language: 'sv' as const },
  { id: 'frans', name: 'Frans <b>Fysioterapeut</b>', title: 'Fysioterapeut', language: 'en' as const },
];
const insecure = { [oauth.allowInsecureRequests]: true };

let db: DatabaseSync;
let server: Server;
let origin: string;
let issuer: Issuer;

function newIssuer(): Promise<Issuer> {
  return createIssuer({ db, origin, clientId, audience: clientId, users, redirectUris: [`${origin}/signed-in`], postLogoutRedirectUris: [`${origin}/`] });
}

beforeEach(async () => {
  db = new DatabaseSync(':memory:');
  server = createServer((request, response) => void issuer.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  issuer = await newIssuer();
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  db.close();
});

/** A browser as far as sign-in needs one: it keeps cookies by path and follows no redirect by itself. */
class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async visit(url: string, init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {}): Promise<Response> {
    const path = new URL(url, origin).pathname;
    const cookie = [...this.#cookies].filter(([, { path: scope }]) => path.startsWith(scope)).map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ');
    const answer = await fetch(new URL(url, origin), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      const scope = /; ?path=([^;]+)/i.exec(set)?.[1] ?? '/';
      if (value === '') this.#cookies.delete(`${name} ${scope}`);
      else this.#cookies.set(`${name} ${scope}`, { value, path: scope });
    }
    return answer;
  }

  async follow(answer: Response): Promise<Response> {
    return this.visit(answer.headers.get('location') ?? '');
  }
}

async function discover(): Promise<oauth.AuthorizationServer> {
  const url = new URL(`${origin}/oidc`);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure));
}

async function authorizationUrl(as: oauth.AuthorizationServer, verifier: string): Promise<URL> {
  const url = new URL(as.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: clientId, redirect_uri: `${origin}/signed-in`, response_type: 'code', scope: 'openid profile', state: 'state-1',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
  }).toString();
  return url;
}

async function signIn(browser: Browser, as: oauth.AuthorizationServer, userId: string): Promise<oauth.TokenEndpointResponse> {
  const verifier = oauth.generateRandomCodeVerifier();
  const asked = await browser.visit((await authorizationUrl(as, verifier)).href);
  const page = asked.headers.get('location') ?? '';
  await browser.visit(page);
  const chosen = await browser.visit(page, { method: 'POST', body: new URLSearchParams({ user: userId }) });
  const back = await browser.follow(chosen);
  return exchange(as, back, verifier);
}

async function exchange(as: oauth.AuthorizationServer, back: Response, verifier: string): Promise<oauth.TokenEndpointResponse> {
  const client = { client_id: clientId };
  const parameters = oauth.validateAuthResponse(as, client, new URL(back.headers.get('location') ?? ''), 'state-1');
  const answer = await oauth.authorizationCodeGrantRequest(as, client, oauth.None(), parameters, `${origin}/signed-in`, verifier, insecure);
  return oauth.processAuthorizationCodeResponse(as, client, answer);
}

describe('sign-in with code and PKCE', () => {
  it('gives tokens as Cognito does, refreshes them and signs out', async () => {
    const as = await discover();
    const browser = new Browser();
    const tokens = await signIn(browser, as, 'siri');
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      iss: `${origin}/oidc`, sub: 'siri', aud: clientId, client_id: clientId, token_use: 'access', amr: ['mfa'], scope: 'openid profile',
    });
    expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({ sub: 'siri', name: 'Siri Sjuksköterska', locale: 'sv', amr: ['mfa'], acr: expect.stringContaining('loa3') });
    expect(await issuer.verify(tokens.access_token)).toMatchObject({ sub: 'siri' });

    const client = { client_id: clientId };
    const refreshed = await oauth.processRefreshTokenResponse(as, client, await oauth.refreshTokenGrantRequest(as, client, oauth.None(), tokens.refresh_token ?? '', insecure));
    expect(decodeJwt(refreshed.access_token)).toMatchObject({ sub: 'siri', aud: clientId });

    const end = new URL(as.end_session_endpoint ?? '');
    end.search = new URLSearchParams({ id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: `${origin}/` }).toString();
    const asked = await browser.visit(end.href);
    expect(asked.headers.get('content-security-policy')).toContain('script-src');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await asked.text())?.[1] ?? '';
    const out = await browser.visit('/oidc/session/end/confirm', { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    expect(out.headers.get('location')).toBe(`${origin}/`);
    const again = await browser.visit((await authorizationUrl(as, oauth.generateRandomCodeVerifier())).href);
    expect(again.headers.get('location')).toContain('/oidc/interaction/');
  });

  it('remembers the session across a restart of the runtime', async () => {
    const as = await discover();
    const browser = new Browser();
    const first = await signIn(browser, as, 'frans');
    issuer = await newIssuer();
    const verifier = oauth.generateRandomCodeVerifier();
    const back = await browser.visit((await authorizationUrl(as, verifier)).href);
    expect(back.headers.get('location')).toContain('/signed-in?code=');
    expect(decodeJwt((await exchange(as, back, verifier)).access_token).sub).toBe('frans');
    expect(await issuer.verify(first.access_token)).toMatchObject({ sub: 'frans' });
  });

  it('shows the demo users as escaped buttons, in the language asked for', async () => {
    const browser = new Browser();
    const asked = await browser.visit((await authorizationUrl(await discover(), oauth.generateRandomCodeVerifier())).href);
    const page = asked.headers.get('location') ?? '';
    const swedish = await (await browser.visit(page)).text();
    expect(swedish).toContain('<html lang="sv">');
    expect(swedish).toContain('Inget lösenord behövs');
    expect(swedish).toContain('value="frans">Frans &lt;b&gt;Fysioterapeut&lt;/b&gt;');
    expect(await (await browser.visit(`${page}?lang=en`)).text()).toContain('No password is needed');
    const unknown = await browser.visit(page, { method: 'POST', body: new URLSearchParams({ user: 'nobody' }) });
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('role="alert"');
  });

  it.each([
    ['a foreign redirect', { redirect_uri: 'https://elsewhere.example/signed-in' }, /redirect_uri/],
    ['an unknown client', { client_id: 'other' }, /client/],
  ])('refuses %s on an own page', async (_what, change, message) => {
    const url = await authorizationUrl(await discover(), oauth.generateRandomCodeVerifier());
    for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
    const answer = await new Browser().visit(url.href, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(message);
  });

  it('refuses a request without PKCE and a used-up interaction', async () => {
    const url = await authorizationUrl(await discover(), oauth.generateRandomCodeVerifier());
    url.searchParams.delete('code_challenge');
    expect((await new Browser().visit(url.href)).headers.get('location')).toContain('error=invalid_request');
    const expired = await new Browser().visit('/oidc/interaction/unknown');
    expect(expired.status).toBe(400);
    expect(await expired.text()).toContain('gäller inte längre');
  });
});

describe('tokens without a browser', () => {
  it('are accepted by the authorizer like those of a sign-in', async () => {
    const token = await issuer.issueToken('siri');
    expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(await issuer.verifyAccessToken(token.access_token, `${origin}/oidc`, [clientId])).toMatchObject({ sub: 'siri', token_use: 'access' });
  });

  it('are accepted from an issuer elsewhere, by the keys that it publishes', async () => {
    const otherDb = new DatabaseSync(':memory:');
    const other = createServer((request, response) => void elsewhere.handle(request, response));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const otherOrigin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const elsewhere = await createIssuer({ db: otherDb, origin: otherOrigin, clientId, audience: clientId, users, redirectUris: [`${otherOrigin}/signed-in`], postLogoutRedirectUris: [] });
    const { access_token: token } = await elsewhere.issueToken('siri');
    expect(await issuer.verifyAccessToken(token, elsewhere.issuer, [clientId])).toMatchObject({ iss: elsewhere.issuer, sub: 'siri' });
    await expect(issuer.verify(token)).rejects.toThrow('no applicable key');
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    otherDb.close();
  });

  it('are refused for another audience, another issuer, and when changed', async () => {
    const { access_token: token } = await issuer.issueToken('siri');
    await expect(issuer.verifyAccessToken(token, `${origin}/oidc`, ['other'])).rejects.toThrow('somebody else');
    await expect(issuer.verifyAccessToken(token, `${origin}/oidc/`, [clientId])).rejects.toThrow('iss');
    await expect(issuer.verify(`${token.slice(0, -4)}AAAA`)).rejects.toThrow('signature');
    await expect(issuer.issueToken('nobody')).rejects.toThrow(UnknownDemoUser);
  });
});
