import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { Provider } from 'oidc-provider';
import { languageNamed, preferredLanguage, type Language } from '../console/language.ts';
import type { WrittenPage } from '../console/page.ts';
import { readBody } from '../http/read-request.ts';
import { authentication, issueAccessToken, tokenVerifier, type IssuedToken, type VerifyToken } from './access-token.ts';
import type { DemoUser } from './demo-user.ts';
import { loadIssuerKeys } from './keys.ts';
import { ModelStore } from './model-store.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { expiredPage, signInPage } from './sign-in-page.ts';

export interface IssuerDependencies {
  readonly db: DatabaseSync;
  /** The site's origin; the issuer is `<origin>/oidc`. */
  readonly origin: string;
  readonly clientId: string;
  /** `aud` of access tokens: what the template's authorizer asks for. */
  readonly audience: string;
  readonly users: readonly DemoUser[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

/** There is no demo user of that id. */
export class UnknownDemoUser extends Error {
  readonly code = 'unknown-demo-user';

  constructor() {
    super('There is no demo user of that id.');
    this.name = 'UnknownDemoUser';
  }
}

export interface Issuer {
  readonly issuer: string;
  /** Everything under `/oidc`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** @throws UnknownDemoUser */
  issueToken(userId: string): Promise<IssuedToken>;
  /** A token of this issuer for this audience. @throws Error when it is not valid */
  verify(token: string): Promise<Record<string, unknown>>;
  /** For the gateway: tokens of this issuer, or of any other by discovery. */
  readonly verifyAccessToken: VerifyToken;
}

const mount = '/oidc';

/** An OpenID Connect issuer for the demo users, with everything it remembers in `db`. */
export async function createIssuer(dependencies: IssuerDependencies): Promise<Issuer> {
  const { db, origin, clientId, audience, users } = dependencies;
  const issuer = `${origin}${mount}`;
  const keys = await loadIssuerKeys(db);
  const provider = new Provider(issuer, providerConfiguration({ ...dependencies, keys, models: new ModelStore(db) }));
  provider.on('server_error', (_context, error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  const callback = provider.callback();
  const verifyAccessToken = tokenVerifier(issuer, keys);

  return {
    issuer,
    verifyAccessToken,
    verify: (token) => verifyAccessToken(token, issuer, [audience]),
    issueToken: async (userId) => {
      if (!users.some((user) => user.id === userId)) throw new UnknownDemoUser();
      return issueAccessToken(keys, { issuer, clientId, audience, userId });
    },
    handle: async (request, response) => {
      const url = new URL(request.url ?? '/', origin);
      if (/^\/oidc\/interaction\/[\w-]+$/.test(url.pathname)) return interact(provider, users, url, request, response);
      // The provider knows its own paths only; `originalUrl` tells it where it is mounted.
      Object.assign(request, { originalUrl: request.url });
      request.url = `${url.pathname.slice(mount.length) || '/'}${url.search}`;
      return callback(request, response);
    },
  };
}

async function interact(provider: Provider, users: readonly DemoUser[], url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const fallback = languageNamed(url.searchParams.get('lang')) ?? preferredLanguage(request.headers['accept-language']);
  let language: Language = fallback;
  try {
    const { params } = await provider.interactionDetails(request, response);
    const asked = params['ui_locales'];
    if (!url.searchParams.has('lang') && typeof asked === 'string') language = preferredLanguage(asked);
  } catch {
    return send(response, 400, expiredPage(language));
  }
  const action = `${url.pathname}?lang=${language}`;
  if (request.method === 'GET' || request.method === 'HEAD') return send(response, 200, signInPage(language, action, users));
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'GET, HEAD, POST' }).end();
    return;
  }
  const chosen = new URLSearchParams((await readBody(request, 4096)).toString('utf8')).get('user');
  if (!users.some((user) => user.id === chosen)) return send(response, 400, signInPage(language, action, users, 'unknown'));
  const login = { accountId: chosen, acr: authentication.acr, amr: authentication.amr };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

function send(response: ServerResponse, status: number, page: WrittenPage): void {
  response.writeHead(status, page.headers).end(page.body);
}
