import type { Context, Grant } from 'oidc-provider';
import { preferredLanguage, type Language } from '../console/language.ts';
import { Markup } from '../console/markup.ts';
import type { WrittenPage } from '../console/page.ts';
import { authentication, extraAccessTokenClaims } from './access-token.ts';
import type { DemoUser } from './demo-user.ts';
import type { IssuerKeys } from './keys.ts';
import type { ModelStore } from './model-store.ts';
import { failedPage, signedOutPage, signOutPage } from './sign-in-page.ts';

export interface ProviderSettings {
  readonly origin: string;
  readonly clientId: string;
  readonly audience: string;
  readonly users: readonly DemoUser[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly keys: IssuerKeys;
  readonly models: ModelStore;
}

const scopes = 'openid profile';
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Set up to behave as the template's user pool client: public, code with PKCE, refresh tokens, JWT access tokens. */
export function providerConfiguration(settings: ProviderSettings): Record<string, unknown> {
  const { origin, clientId, audience, users, keys } = settings;
  // The resource is this system's API; its tokens carry the audience that the authorizer checks.
  const resource = `${origin}/api`;
  const port = new URL(origin).port || '80';
  return {
    adapter: (model: string) => settings.models.adapter(model),
    clients: [
      {
        client_id: clientId,
        client_name: 'Brygga',
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: settings.redirectUris,
        post_logout_redirect_uris: settings.postLogoutRedirectUris,
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: keys.cookies,
      // Cookies know no port: several runtimes on one machine must not sign each other out.
      names: { session: `brygga_session_${port}`, interaction: `brygga_interaction_${port}`, resume: `brygga_resume_${port}` },
      long: { httpOnly: true, sameSite: 'lax', path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    acrValues: [authentication.acr],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'sid'], profile: ['name', 'locale'] },
    // Cognito's ID token names the person too.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      revocation: { enabled: true, allowedPolicy: () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 15 * minute,
          jwt: { sign: { alg: 'RS256', kid: keys.signing.kid } },
        }),
      },
    },
    // As the template's user pool client has them.
    ttl: { AccessToken: 15 * minute, AuthorizationCode: minute, IdToken: 15 * minute, Interaction: hour, RefreshToken: 8 * hour, Session: day, Grant: day },
    findAccount: (_context: Context, id: string) => account(users.find((user) => user.id === id)),
    extraTokenClaims: (_context: Context, token: { readonly accountId?: string }) => extraAccessTokenClaims(token.accountId ?? ''),
    issueRefreshToken: () => true,
    loadExistingGrant: (context: Context) => grantOf(context, resource),
    interactions: { url: (_context: Context, interaction: { readonly uid: string }) => `/oidc/interaction/${interaction.uid}` },
    clientBasedCORS: (_context: Context, asking: string) => asking === origin,
    renderError: (context: Context, out: { readonly error: string; readonly error_description?: string }) =>
      show(context, failedPage(languageOf(context), out.error, out.error_description ?? '')),
  };
}

/** The system is its own client: nobody is asked for consent. */
async function grantOf(context: Context, resource: string): Promise<Grant | undefined> {
  const { provider, client, session, result } = context.oidc;
  if (!client || session?.accountId === undefined) return undefined;
  const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  const grant = existing ?? new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(`${scopes} offline_access`);
  grant.addResourceScope(resource, scopes);
  await grant.save();
  return grant;
}

function account(user: DemoUser | undefined): unknown {
  return user && { accountId: user.id, claims: () => ({ sub: user.id, name: user.name, locale: user.language }) };
}

function logoutSource(context: Context, form: string): void {
  show(context, signOutPage(languageOf(context), new Markup(form)));
}

function postLogoutSuccessSource(context: Context): void {
  show(context, signedOutPage(languageOf(context)));
}

function languageOf(context: Context): Language {
  const asked = context.oidc.params?.['ui_locales'];
  return preferredLanguage(typeof asked === 'string' ? asked : context.get('accept-language'));
}

function show(context: Context, page: WrittenPage): void {
  context.set(page.headers);
  context.body = page.body;
}
