import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, importJWK, jwtVerify, SignJWT, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { IssuerKeys } from './keys.ts';

/** Seconds, of tokens made without a browser. */
const accessTokenLifetime = 3600;
/** Verified tokens remembered at once. */
const mostVerified = 1000;

/** How the demo users signed in, as they claim: assurance level 3 of the Swedish framework, two factors. */
export const authentication = { acr: 'http://id.elegnamnden.se/loa/1.0/loa3', amr: ['mfa'] } as const;

/** Beside the registered claims, what Cognito's access tokens say too. */
export function extraAccessTokenClaims(userId: string): Record<string, unknown> {
  return { token_use: 'access', username: userId, acr: authentication.acr, amr: authentication.amr };
}

export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

export interface TokenSubject {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  readonly userId: string;
}

/** An access token as the sign-in gives it, without a browser; lives by real time. */
export async function issueAccessToken(keys: IssuerKeys, { issuer, clientId, audience, userId }: TokenSubject): Promise<IssuedToken> {
  const access_token = await new SignJWT({ ...extraAccessTokenClaims(userId), client_id: clientId, scope: 'openid profile', auth_time: Math.floor(Date.now() / 1000) })
    .setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setSubject(userId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${accessTokenLifetime}s`)
    .sign(await importJWK(keys.signing, 'RS256'));
  return { access_token, token_type: 'Bearer', expires_in: accessTokenLifetime };
}

export type VerifyToken = (token: string, issuer: string, audience: readonly string[]) => Promise<Record<string, unknown>>;

/**
 * Verifies as an HTTP API's JWT authorizer: signature, issuer, expiry, not-before, and the audience
 * in `aud` or, where a token has none (Cognito's), in `client_id`. Tokens of the local issuer are
 * checked with its own keys, others with the keys that their issuer publishes.
 *
 * @throws Error when any of it fails
 */
export function tokenVerifier(localIssuer: string, keys: IssuerKeys): VerifyToken {
  const { n, e, kid } = keys.signing;
  const local = createLocalJWKSet({ keys: [{ kty: 'RSA', kid, alg: 'RS256', use: 'sig', ...(n !== undefined && { n }), ...(e !== undefined && { e }) }] });
  const remote = new Map<string, JWTVerifyGetKey>();
  const keysOf = async (issuer: string): Promise<JWTVerifyGetKey> => {
    if (issuer === localIssuer) return local;
    const known = remote.get(issuer);
    if (known) return known;
    const found = createRemoteJWKSet(await discoverKeys(issuer));
    remote.set(issuer, found);
    return found;
  };
  /** Tokens of the local issuer whose signature held: its keys never change while it runs. */
  const verified = new Map<string, JWTPayload>();
  return async (token, issuer, audience) => {
    const known = issuer === localIssuer ? verified.get(token) : undefined;
    const payload = known && isCurrent(known) ? known : (await jwtVerify(token, await keysOf(issuer), {
      issuer,
      requiredClaims: ['exp'],
      algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
    })).payload;
    if (issuer === localIssuer && known !== payload) {
      if (verified.size >= mostVerified) verified.clear();
      verified.set(token, payload);
    }
    if (!isFor(payload, audience)) throw new Error('The token is for somebody else.');
    return payload;
  };
}

/** Real time. `nbf` needs no second look: it has passed already. */
function isCurrent({ exp }: JWTPayload): boolean {
  return exp !== undefined && exp > Math.floor(Date.now() / 1000);
}

function isFor(payload: JWTPayload, audience: readonly string[]): boolean {
  if (payload.aud !== undefined) return [payload.aud].flat().some((entry) => audience.includes(entry));
  return typeof payload['client_id'] === 'string' && audience.includes(payload['client_id']);
}

async function discoverKeys(issuer: string): Promise<URL> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5000) });
  if (!answer.ok) throw new Error(`The issuer answered ${answer.status} when asked for its configuration.`);
  const configuration: unknown = await answer.json();
  const uri = typeof configuration === 'object' && configuration !== null && 'jwks_uri' in configuration ? configuration.jwks_uri : undefined;
  if (typeof uri !== 'string') throw new Error('The issuer names no jwks_uri.');
  return new URL(uri);
}
